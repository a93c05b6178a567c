import { env } from "cloudflare:workers";
import {
  type EvidenceNumber,
  evidenceNumbers,
  fewestEvaluations,
} from "../../domain/evidence/evidence-lists.ts";
import { forumEvaluations, programStageDays } from "../db/evidence-schema.ts";
import { openDatabase } from "../db/open.ts";
import {
  attendance,
  documents,
  followUpReports,
  followUps,
  forumMembers,
  forums,
  forumVillages,
  people,
  signOffs,
  villages,
} from "../db/schema.ts";

const db = openDatabase(env);
const here = "99.01.01";
const dayMs = 24 * 3_600_000;

export interface CountedAnswer {
  value: number | null;
  rows: { source: { kind: string; id: string } | null; cells: (string | number | null)[] }[];
}

type Plain = Record<EvidenceNumber, { value: number | null; rows: string[] }>;

/** The same numbers by loops over everything that is stored; the rows as JSON of their cells, sorted. */
export async function plainCount(
  period: { from: string; to: string },
  { countsDemo }: { countsDemo: boolean },
): Promise<Plain> {
  const all = {
    forums: await db.select().from(forums),
    people: await db.select().from(people),
    villages: await db.select().from(villages),
    forumVillages: await db.select().from(forumVillages),
    members: await db.select().from(forumMembers),
    attendance: await db.select().from(attendance),
    documents: await db.select().from(documents),
    signOffs: await db.select().from(signOffs),
    followUps: await db.select().from(followUps),
    reports: await db.select().from(followUpReports),
    evaluations: await db.select().from(forumEvaluations),
    stages: await db.select().from(programStageDays),
  };
  const dayOf = (at: number) =>
    new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Jakarta" }).format(at);
  const isIn = (day: string) => day >= period.from && day <= period.to;
  const isReal = (thing: { isDemo: boolean } | undefined) =>
    countsDemo || thing === undefined || !thing.isDemo;
  const person = (id: string) => all.people.find((each) => each.id === id);
  const village = (id: string | null) => all.villages.find((each) => each.id === id);
  const rows = Object.fromEntries(
    evidenceNumbers.map((number) => [number, []]),
  ) as unknown as Record<EvidenceNumber, unknown[][]>;
  const add = (number: EvidenceNumber, cells: unknown[]) => rows[number].push(cells);

  const held = all.forums
    .filter((forum) => forum.districtId === here && forum.status === "ended" && isReal(forum))
    .filter((forum) => isIn(dayOf(forum.startsAt)))
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
  const times = new Map<string, number>();
  const last = new Map<string, (typeof held)[number]>();
  const offices = new Map<string, { name: string; people: Set<string>; forum: string }>();
  const durations: number[] = [];
  const scores: number[] = [];
  for (const forum of held) {
    const present = new Set<string>();
    for (const row of all.attendance) {
      if (row.forumId !== forum.id || row.status !== "present") continue;
      const who = person(row.personId);
      if (who === undefined || !isReal(who)) continue;
      present.add(who.id);
      times.set(who.id, (times.get(who.id) ?? 0) + 1);
      last.set(who.id, forum);
    }
    const invitedVillages = all.forumVillages.filter(
      (row) => row.forumId === forum.id && isReal(village(row.villageId)),
    ).length;
    const invitedPeople = new Set(
      all.members
        .filter((row) => row.forumId === forum.id && isReal(person(row.personId)))
        .map((row) => row.personId),
    ).size;
    if (invitedVillages + invitedPeople > 0 && present.size > 0) {
      const sizes = [invitedVillages, invitedPeople, present.size];
      add("forums", [dayOf(forum.startsAt), forum.title, ...sizes]);
    }
    // By name, as lists of who was present are.
    for (const id of [...present].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
      const who = person(id);
      if (!who?.office || who.villageId !== null) continue;
      if (who.sector !== null && who.sector !== "government") continue;
      const key = who.office.toLowerCase().split(/\s+/).join(" ");
      const office = offices.get(key) ?? { name: "", people: new Set(), forum: "" };
      office.people.add(id);
      offices.set(key, { ...office, name: who.office, forum: forum.id });
    }
    for (const document of all.documents) {
      if (document.forumId !== forum.id || document.kind !== "minutes") continue;
      const signed = all.signOffs.find((row) => row.documentId === document.id);
      if (document.correctsDocumentId !== null || signed === undefined) continue;
      const days = signed.at < forum.endsAt ? 0 : (signed.at - forum.endsAt) / dayMs;
      durations.push(days);
      const [ended, at] = [dayOf(forum.endsAt), dayOf(signed.at)];
      add("minutesTime", [forum.title, ended, at, Math.round(days * 100) / 100]);
    }
    const own = all.evaluations.filter((row) => row.forumId === forum.id);
    if (own.length >= fewestEvaluations) {
      scores.push(...own.map(({ score }) => score));
      const average = own.reduce((sum, { score }) => sum + score, 0) / own.length;
      const shown = Math.round(average * 100) / 100;
      add("satisfaction", [dayOf(forum.startsAt), forum.title, own.length, shown]);
    }
  }
  for (const [id, forum] of last) {
    const who = person(id);
    const place = village(who?.villageId ?? null)?.name ?? who?.office;
    const [day, { title }] = [dayOf(forum.startsAt), forum];
    add("participants", [who?.name, place, times.get(id), day, title]);
    const sector = who?.villageId ? "government" : who?.sector;
    if (sector) add("sectors", [sector, who?.name, place, day, title]);
  }
  for (const { name, people: came, forum: id } of offices.values()) {
    const forum = held.find((each) => each.id === id);
    add("offices", [name, came.size, dayOf(forum?.startsAt ?? 0), forum?.title]);
  }
  const promises = new Map<string, { at: number; cells: unknown[] }>();
  for (const row of all.followUps) {
    const document = all.documents.find(({ id }) => id === row.documentId);
    const forum = all.forums.find(({ id }) => id === document?.forumId);
    if (!document || !forum || forum.districtId !== here || !isReal(forum)) continue;
    if (!["signed", "published"].includes(document.status)) continue;
    if (row.status !== "done" || row.isGone || !isReal(village(row.villageId))) continue;
    if (all.followUps.some(({ replacesId }) => replacesId === row.id)) continue;
    let at = 0;
    for (const report of all.reports) {
      const of = all.followUps.find(({ id }) => id === report.followUpId);
      if (of?.documentId !== row.documentId || of.nodeId !== row.nodeId) continue;
      if (report.status === "done") at = Math.max(at, report.at);
    }
    if (at === 0) continue;
    let root = document;
    for (let next: typeof root | undefined = root; next !== undefined; ) {
      root = next;
      const { correctsDocumentId }: typeof root = next;
      next = all.documents.find(({ id }) => id === correctsDocumentId);
    }
    const key = `${root.id} ${row.nodeId}`;
    if ((promises.get(key)?.at ?? Infinity) <= at) continue;
    const name = document.isUnnamed ? null : (village(row.villageId)?.name ?? null);
    promises.set(key, { at, cells: [dayOf(at), row.activity, name, forum.title] });
  }
  for (const { at, cells } of promises.values()) if (isIn(dayOf(at))) add("followUps", cells);
  for (const { districtId, stage, plannedOn, begunOn, doneOn } of all.stages) {
    if (districtId !== here || doneOn === null || !isIn(doneOn)) continue;
    add("stages", [stage, plannedOn, begunOn, doneOn]);
  }
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const values: Partial<Record<string, number>> = {
    sectors: new Set(rows.sectors.map(([sector]) => sector)).size,
    minutesTime: mean(durations),
    satisfaction: mean(scores),
  };
  return Object.fromEntries(
    evidenceNumbers.map((number) => {
      const own = rows[number].map((cells) => JSON.stringify(cells)).sort();
      const value = own.length === 0 ? null : (values[number] ?? own.length);
      return [number, { value, rows: own }];
    }),
  ) as Plain;

  function nameOf(id: string): string {
    return person(id)?.name ?? "";
  }
}
