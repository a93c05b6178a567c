import { expect, test } from "vitest";
import type { Version } from "./history-answers.ts";
import { phasesOf } from "./phases-of.ts";

const version = (at: number, kind: Version["kind"], name: string): Version => ({
  ...{ id: `${at}`, by: null, place: at, name, kind, at },
});

test("what was written before an item of the agenda ended was written under it", () => {
  const versions = [
    version(50, "status", "drafted"),
    version(30, "agendaItem", "Bahas kasus"),
    version(20, "named", "Sebelum rehat"),
    version(10, "agendaItem", "Pembukaan"),
  ];
  expect(phasesOf(versions)).toEqual([
    { at: 0, kind: "agendaItem", label: "Pembukaan" },
    { at: 10, kind: "agendaItem", label: "Bahas kasus" },
    { at: 30, kind: "outside", label: "" },
    { at: 50, kind: "documentStatus", label: "drafted" },
  ]);
});

test("an item that began with the document's status is its phase, and not the status", () => {
  const versions = [version(30, "agendaItem", "Bahas kasus"), version(10, "status", "open")];
  expect(phasesOf(versions)).toEqual([
    { at: 0, kind: "documentStatus", label: "draft" },
    { at: 10, kind: "agendaItem", label: "Bahas kasus" },
    { at: 30, kind: "outside", label: "" },
  ]);
});

test("what was written before the first change of status was written under the status before", () => {
  const submission = version(10, "submission", "submitted");
  expect(phasesOf([submission])).toEqual([
    { at: 0, kind: "documentStatus", label: "drafted" },
    { at: 10, kind: "documentStatus", label: "submitted" },
  ]);
  expect(phasesOf([version(10, "status", "withdrawn")])).toMatchObject([{ label: "withdrawn" }]);
});

test("without versions no phases are known", () => {
  expect(phasesOf([version(1, "named", "Awal")])).toEqual([]);
});
