import { expect, test } from "vitest";
import { fromWib } from "../../domain/wib.ts";
import type { Phase, ShownStretch, Version } from "./history-answers.ts";
import { villager } from "./testing/compared.ts";
import { rowsOfPage, type TimelineRow } from "./timeline-rows.ts";

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

test("phases and days stand above what was written in them, versions above what they hold", () => {
  const rows = rowsOfPage({ stretches: newestFirst, above: null, isLast: true }, phases, versions);
  expect(rows.map(nameOf)).toEqual([
    "Bahas kasus",
    "Selesai",
    12,
    "day",
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
  expect(rowsOfPage(page, [], []).map(nameOf)).toEqual(["day", 12, "day", 9]);
});

test("page after page gives the rows of the whole", () => {
  const whole = rowsOfPage({ stretches: newestFirst, above: null, isLast: true }, phases, versions);
  const pages = [0, 1, 2, 3].flatMap((number) =>
    rowsOfPage(
      {
        stretches: newestFirst.slice(number, number + 1),
        above: newestFirst[number - 1] ?? null,
        isLast: number === 3,
      },
      phases,
      versions,
    ),
  );
  expect(pages).toEqual(whole);
});
