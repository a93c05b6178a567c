import { expect, test } from "vitest";
import type { ComparedNode } from "../../party/history/history-view.ts";
import { findChanges } from "./find-changes.ts";
import { block, originOf, paragraph, room, text, villager } from "./testing/compared.ts";

const [byRoom, byA, byB, byAgain] = [0, 1, 2, 3];
const origins = [
  originOf(room),
  originOf(villager("A"), 10),
  originOf(villager("B"), 20),
  originOf(villager("A"), 90),
];

function changesOf(...content: ComparedNode[]) {
  return findChanges({ content, origins }).changes;
}

test("words that one person put in the place of others are one change", () => {
  const changes = changesOf(
    paragraph(
      text("Pagu "),
      text("turun", { deletedBy: byA }),
      text("naik", { insertedBy: byAgain, writtenBy: byAgain }),
      text(" tahun ini."),
    ),
  );
  expect(changes).toMatchObject([
    { kind: "replaced", deleted: "turun", inserted: "naik", fromAt: 10, toAt: 90 },
  ]);
});

test("another person's words next to them are another change", () => {
  const changes = changesOf(
    paragraph(text("Satu. ", { insertedBy: byA }), text("Dua.", { insertedBy: byB })),
  );
  expect(changes.map(({ author }) => author.key)).toEqual(["A1", "B1"]);
});

test("unchanged words between two changes keep them apart", () => {
  const changes = changesOf(
    paragraph(text("a", { insertedBy: byA }), text(" tetap "), text("b", { insertedBy: byA })),
  );
  expect(changes).toHaveLength(2);
});

test("a paragraph that was added below one's own words belongs to them", () => {
  const added = block("paragraph", [text("Dua.", { insertedBy: byA })], { insertedBy: byA });
  expect(changesOf(paragraph(text("Satu.", { insertedBy: byA })), added)).toMatchObject([
    { kind: "inserted", inserted: "Satu.Dua." },
  ]);
});

test("each cell of a table that was there before is a change of its own", () => {
  const cell = (words: string) => block("tableCell", [paragraph(text(words, { insertedBy: byA }))]);
  const table = block("table", [block("tableRow", [cell("1"), cell("2")])]);
  expect(changesOf(table)).toHaveLength(2);
});

test("a row that was deleted is one change, whoever wrote in it", () => {
  const cell = (words: string) =>
    block(
      "tableCell",
      [block("paragraph", [text(words, { deletedBy: byB })], { deletedBy: byB })],
      { deletedBy: byB },
    );
  const table = block("table", [block("tableRow", [cell("1"), cell("2")], { deletedBy: byB })]);
  expect(changesOf(table)).toMatchObject([{ kind: "deleted", deleted: "12" }]);
});

test("a tick and a bold word are changes that say what was set", () => {
  const item = block("taskItem", [paragraph(text("Susun RAB"))], {
    ...{ attrs: { checked: true }, attrsBefore: { checked: false }, changedBy: byA },
  });
  const bold = text("penting", { marks: { bold: {} }, marksBefore: {}, markedBy: byB });
  expect(changesOf(item, paragraph(bold))).toMatchObject([
    { kind: "changed", settings: [{ name: "checked", before: false, now: true }] },
    { kind: "changed", settings: [{ name: "bold", before: undefined, now: {} }] },
  ]);
});

test("what the room set up for a new document is no change, what it deleted is one", () => {
  const section = block("section", [block("paragraph", [], { insertedBy: byRoom })], {
    insertedBy: byRoom,
  });
  expect(changesOf(section)).toEqual([]);
  expect(changesOf(paragraph(text("sisa", { deletedBy: byRoom })))).toHaveLength(1);
});

test("an empty line that was deleted is said to be deleted", () => {
  expect(changesOf(block("paragraph", [], { deletedBy: byA }))).toMatchObject([
    { kind: "deleted" },
  ]);
});

test("a sentence that its author took to another place was moved", () => {
  const sentence = "Kegiatan fisik didahulukan.";
  const changes = changesOf(
    paragraph(text(sentence, { deletedBy: byA })),
    paragraph(text("Di antaranya.")),
    paragraph(text(sentence, { insertedBy: byA })),
  );
  expect(changes.map(({ kind }) => kind)).toEqual(["moved", "moved"]);
});

test("a change knows the section and the lane around it", () => {
  const lane = block("lane", [paragraph(text("Kami", { insertedBy: byA }))]);
  const [change] = changesOf(block("section", [lane]));
  expect(change?.path.map(({ type }) => type)).toEqual(["section", "lane"]);
});

test("of the authors that are not meant nothing is listed", () => {
  const content = [paragraph(text("a", { insertedBy: byA }), text("b", { insertedBy: byB }))];
  const { changes } = findChanges({ content, origins }, ({ key }) => key === "B1");
  expect(changes.map(({ inserted }) => inserted)).toEqual(["b"]);
});
