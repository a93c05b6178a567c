import { expect, test } from "vitest";
import type { DocumentSource } from "./source.ts";
import { createTemplate } from "./templates.ts";

const source: DocumentSource = {
  id: "d1",
  kind: "case",
  title: "Pagu turun",
  theme: "planning",
  fiscalYear: 2027,
  status: "open",
  proposedByVillage: { id: "a", name: "Desa Contoh A" },
  forum: {
    id: "f1",
    title: "Forum Sinau",
    startsAt: Date.UTC(2026, 10, 23, 2),
    endsAt: Date.UTC(2026, 10, 23, 5),
    place: "Pendopo",
    districtName: "Binangun",
    regency: "Blitar",
  },
  villages: [{ id: "a" }, { id: "b" }],
  agenda: [
    { id: "i1", title: "Pembukaan", kind: "opening" },
    { id: "i2", title: "Bedah kasus", kind: "case" },
  ],
  chair: null,
  recorders: [],
  attendance: [],
};

function counter(): () => string {
  let last = 0;
  return () => `n${++last}`;
}

test("a case has one lane per invited village under the practices of other villages", () => {
  const lanes: string[] = [];
  createTemplate(source, counter()).descendants((node, _position, parent) => {
    if (node.type.name === "lane") lanes.push(`${parent?.attrs.kind}/${node.attrs.village}`);
  });
  expect(lanes).toEqual(["practices/a", "practices/b"]);
});

test("minutes have a container per agenda item with a lane per village", () => {
  const lanes: string[] = [];
  createTemplate({ ...source, kind: "minutes" }, counter()).descendants((node, _at, parent) => {
    if (node.type.name === "lane") lanes.push(`${parent?.attrs.agendaItem}/${node.attrs.village}`);
  });
  expect(lanes).toEqual(["i1/a", "i1/b", "i2/a", "i2/b"]);
});

test("minutes know day, time and place of the forum in WIB", () => {
  const text = createTemplate({ ...source, kind: "minutes" }, counter()).textContent;
  expect(text).toContain("Senin, 23 November 2026");
  expect(text).toContain("09.00–12.00 WIB");
  expect(text).toContain("Pendopo");
});

test("a module has its goals, rules, material and questions, and no lanes", () => {
  const kinds: unknown[] = [];
  createTemplate({ ...source, kind: "module" }, counter()).descendants((node) => {
    if (node.type.name === "section") kinds.push(node.attrs.kind);
    expect(node.type.name).not.toBe("lane");
  });
  expect(kinds).toEqual([
    "subject",
    "goals",
    "regulations",
    "material",
    "questionsBefore",
    "questionsAfter",
  ]);
});

test("every container has an id of its own", () => {
  for (const kind of ["case", "minutes"] as const) {
    const ids: string[] = [];
    createTemplate({ ...source, kind }, counter()).descendants((node) => {
      if ("id" in node.attrs) ids.push(node.attrs.id);
    });
    expect(ids).not.toContain(null);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
