import { expect, test } from "vitest";
import { fromWib } from "../../domain/wib.ts";
import type { Phase, ShownStretch, Version } from "./history-answers.ts";
import type { ReviewNote, ShownReview } from "./review/review-query.ts";
import { villager } from "./testing/compared.ts";
import { type Marks, rowsOfPage, type TimelineRow } from "./timeline-rows.ts";

const at = (day: string, time: string) => fromWib(day, time) ?? Number.NaN;
const [monday, tuesday] = ["2026-11-23", "2026-11-24"];

function stretch(from: number, to: number, toAt: number): ShownStretch {
  return {
    ...{ from, to, fromAt: toAt - 60_000, toAt, author: villager("A"), cause: null },
    ...{ sections: [], parts: [], inserted: 1, deleted: 0, entries: 1 + to - from },
  };
}

const phases: Phase[] = [
  { at: at(monday, "09:00"), kind: "agendaItem", label: "Pembukaan" },
  { at: at(monday, "10:00"), kind: "agendaItem", label: "Bahas kasus" },
];
const versions: Version[] = [
  { id: "v2", by: null, place: 12, name: "Selesai", kind: "named", at: at(tuesday, "08:00") },
  { id: "v1", by: null, place: 2, name: "Awal", kind: "named", at: at(monday, "08:00") },
];
const review: ShownReview = {
  ...{ place: 12, at: at(tuesday, "09:00"), by: null, position: "Kepala Seksi", office: "DPMD" },
  ...{ isOwn: false, isLatest: true, hasChangedSince: false },
};
const note: ReviewNote = {
  ...{ id: "n1", place: 9, from: 6, versionId: null, text: "Dari mana?", at: at(tuesday, "08:30") },
  ...{ takenBackAt: null, isOwn: false },
  by: { personId: "r", name: "Peninjau", village: null, office: "DPMD" },
};
const marks: Marks = { versions, reviews: [review], notes: [note] };
const noMarks: Marks = { versions: [], reviews: [], notes: [] };
const newestFirst = [
  stretch(10, 12, at(tuesday, "07:00")),
  stretch(7, 9, at(monday, "10:30")),
  stretch(3, 6, at(monday, "09:30")),
  stretch(1, 2, at(monday, "08:00")),
];

const nameOf = (row: TimelineRow) =>
  row.kind === "phase"
    ? (row.phase?.label ?? "before")
    : row.kind === "version"
      ? row.version.name
      : row.kind === "stretch"
        ? row.stretch.to
        : row.kind;

test("phases and days stand above what was written in them, versions, reviews and notes above what they are about", () => {
  const rows = rowsOfPage({ stretches: newestFirst, above: null, isLast: true }, phases, marks);
  expect(rows.map(nameOf)).toEqual([
    "Bahas kasus",
    "review",
    "Selesai",
    12,
    "day",
    "note",
    9,
    "Pembukaan",
    6,
    "before",
    "Awal",
    2,
  ]);
});

test("where no phases are known the days stand alone", () => {
  const page = { stretches: newestFirst.slice(0, 2), above: null, isLast: true };
  expect(rowsOfPage(page, [], noMarks).map(nameOf)).toEqual(["day", 12, "day", 9]);
});

test("page after page gives the rows of the whole", () => {
  const whole = rowsOfPage({ stretches: newestFirst, above: null, isLast: true }, phases, marks);
  const pages = [0, 1, 2, 3].flatMap((number) =>
    rowsOfPage(
      {
        stretches: newestFirst.slice(number, number + 1),
        above: newestFirst[number - 1] ?? null,
        isLast: number === 3,
      },
      phases,
      marks,
    ),
  );
  expect(pages).toEqual(whole);
});

test("what began before its phase says in which, also before the first that is known", () => {
  const long = (from: number, fromTime: string, toTime: string) => ({
    ...stretch(from, from, at(monday, toTime)),
    fromAt: at(monday, fromTime),
  });
  const stretches = [
    long(3, "10:01", "10:05"),
    long(2, "09:58", "10:01"),
    long(1, "08:58", "09:01"),
  ];
  const rows = rowsOfPage({ stretches, above: null, isLast: true }, phases, noMarks);
  const began = rows.flatMap((row) => (row.kind === "stretch" ? [row.beganIn] : []));
  expect(began).toEqual([undefined, phases[0], null]);
});
