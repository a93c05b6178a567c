import { foldWords } from "../people-words.ts";
import type { Sector } from "../statuses.ts";
import { dayInWib } from "../wib.ts";
import { type EvidenceNumber, fewestEvaluations } from "./evidence-lists.ts";
import type { EvidenceFacts, PresenceFact } from "./facts.ts";
import type { Period } from "./period.ts";

const dayMs = 24 * 3_600_000;

/** How a column's cells are to be read: a day is YYYY-MM-DD in WIB, sector and stage are codes. */
export const columnKinds = {
  day: "day",
  forum: "text",
  invitedVillages: "count",
  invitedPeople: "count",
  present: "count",
  sector: "sector",
  person: "text",
  place: "text",
  forums: "count",
  office: "text",
  people: "count",
  endDay: "day",
  signedDay: "day",
  days: "decimal",
  answers: "count",
  average: "decimal",
  doneDay: "day",
  activity: "text",
  village: "text",
  stage: "stage",
  planned: "day",
  begun: "day",
  done: "day",
} as const;
export type EvidenceColumn = keyof typeof columnKinds;

/** What each number's rows show, in this order. */
export const numberColumns: Record<EvidenceNumber, readonly EvidenceColumn[]> = {
  forums: ["day", "forum", "invitedVillages", "invitedPeople", "present"],
  sectors: ["sector", "person", "place", "day", "forum"],
  participants: ["person", "place", "forums", "day", "forum"],
  offices: ["office", "people", "day", "forum"],
  minutesTime: ["forum", "endDay", "signedDay", "days"],
  satisfaction: ["day", "forum", "answers", "average"],
  followUps: ["doneDay", "activity", "village", "forum"],
  stages: ["stage", "planned", "begun", "done"],
};

/** What a row is taken from. */
export interface EvidenceSource {
  kind: "forum" | "attendance" | "document" | "register" | "stage";
  id: string;
}

export interface EvidenceRow {
  /** Null where the reader may not open it: a reviewer's forum of which nothing is far enough. */
  source: EvidenceSource | null;
  /** In the order of the number's columns. */
  cells: (string | number | null)[];
}

/** Null where there is no row: nothing is counted that cannot be shown. */
export interface CountedNumber {
  value: number | null;
  rows: EvidenceRow[];
}

/**
 * One number with the rows behind it.
 * `forums`: held with an invitation and somebody present. `sectors`: parts of society among those
 * who were present, a village being of the government. `participants`: different people present.
 * `offices`: government offices that came. `minutesTime`: days, on average, from a forum's planned
 * end to its signed minutes. `satisfaction`: the average of all scores, 1 to 5. `followUps`: done.
 * `stages`: of the programme, done in the period.
 */
export function countNumber(
  number: EvidenceNumber,
  facts: EvidenceFacts,
  period: Period,
): CountedNumber {
  switch (number) {
    case "forums":
      return counted(forumRows(facts));
    case "sectors": {
      const rows = sectorRows(facts);
      return withRows(rows, new Set(rows.map(({ cells }) => cells[0])).size);
    }
    case "participants":
      return counted(participantRows(facts));
    case "offices":
      return counted(officeRows(facts));
    case "minutesTime": {
      const days = facts.minutes.map(daysToSign);
      return withRows(minutesRows(facts), sumOf(days) / days.length);
    }
    case "satisfaction": {
      const shown = facts.evaluations.filter(({ answers }) => answers >= fewestEvaluations);
      const answers = sumOf(shown.map((each) => each.answers));
      return withRows(shown.map(evaluationRow), sumOf(shown.map(({ sum }) => sum)) / answers);
    }
    case "followUps":
      return counted(followUpRows(facts));
    case "stages":
      return counted(stageRows(facts, period));
  }
}

/** @returns null where the rows are none */
function withRows(rows: EvidenceRow[], value: number): CountedNumber {
  return { value: rows.length === 0 ? null : value, rows };
}

function counted(rows: EvidenceRow[]): CountedNumber {
  return withRows(rows, rows.length);
}

function forumRows({ forums }: EvidenceFacts): EvidenceRow[] {
  return forums
    .filter((each) => each.invitedVillages + each.invitedPeople > 0 && each.present > 0)
    .map((each) => ({
      source: { kind: "forum", id: each.id },
      cells: [
        dayInWib(each.startsAt),
        each.title,
        each.invitedVillages,
        each.invitedPeople,
        each.present,
      ],
    }));
}

function sectorRows({ presences }: EvidenceFacts): EvidenceRow[] {
  return [...Map.groupBy(presences, ({ personId }) => personId).values()].flatMap((own) => {
    const last = lastOf(own);
    const sector = sectorOf(last);
    if (sector === null) return [];
    const cells = [
      sector,
      last.name,
      placeOf(last),
      dayInWib(last.forum.startsAt),
      last.forum.title,
    ];
    return [{ source: attendanceOf(last), cells }];
  });
}

function participantRows({ presences }: EvidenceFacts): EvidenceRow[] {
  return [...Map.groupBy(presences, ({ personId }) => personId).values()].map((own) => {
    const last = lastOf(own);
    const { startsAt, title } = last.forum;
    return {
      source: attendanceOf(last),
      cells: [last.name, placeOf(last), own.length, dayInWib(startsAt), title],
    };
  });
}

/** However its name is written, an office came once. */
function officeRows({ presences }: EvidenceFacts): EvidenceRow[] {
  const ofOffices = presences.filter(
    ({ village, office, sector }) =>
      village === null && office !== null && (sector === null || sector === "government"),
  );
  return [...Map.groupBy(ofOffices, ({ office }) => foldWords(office ?? "")).values()].map(
    (own) => {
      const last = lastOf(own);
      const people = new Set(own.map(({ personId }) => personId)).size;
      return {
        source: attendanceOf(last),
        cells: [last.office, people, dayInWib(last.forum.startsAt), last.forum.title],
      };
    },
  );
}

function minutesRows({ minutes }: EvidenceFacts): EvidenceRow[] {
  return minutes.map((each) => ({
    source: { kind: "document", id: each.documentId },
    cells: [
      each.forumTitle,
      dayInWib(each.forumEndsAt),
      dayInWib(each.signedAt),
      rounded(daysToSign(each)),
    ],
  }));
}

function evaluationRow(each: EvidenceFacts["evaluations"][number]): EvidenceRow {
  return {
    source: { kind: "forum", id: each.forumId },
    cells: [
      dayInWib(each.startsAt),
      each.forumTitle,
      each.answers,
      rounded(each.sum / each.answers),
    ],
  };
}

function followUpRows({ followUps }: EvidenceFacts): EvidenceRow[] {
  return followUps.map((each) => ({
    source: { kind: "register", id: each.forumId },
    cells: [dayInWib(each.doneAt), each.activity, each.village, each.forumTitle],
  }));
}

function stageRows({ stages }: EvidenceFacts, { from, to }: Period): EvidenceRow[] {
  return stages
    .filter(({ doneOn }) => doneOn !== null && from <= doneOn && doneOn <= to)
    .map(({ stage, plannedOn, begunOn, doneOn }) => ({
      source: { kind: "stage", id: stage },
      cells: [stage, plannedOn, begunOn, doneOn],
    }));
}

function sectorOf({ village, sector }: PresenceFact): Sector | null {
  return village === null ? sector : "government";
}

function placeOf({ village, office }: PresenceFact): string | null {
  return village ?? office;
}

function attendanceOf({ forum }: PresenceFact): EvidenceSource {
  return { kind: "attendance", id: forum.id };
}

/** The one at the latest forum. */
function lastOf(own: readonly PresenceFact[]): PresenceFact {
  return own.reduce((last, each) => (each.forum.startsAt >= last.forum.startsAt ? each : last));
}

/** Minutes that were signed before the planned end took no time. */
function daysToSign({ forumEndsAt, signedAt }: EvidenceFacts["minutes"][number]): number {
  return Math.max(0, signedAt - forumEndsAt) / dayMs;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}

/** To two decimals, as the rows show it. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
