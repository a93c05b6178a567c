import { expect, test } from "vitest";
import { canonicalBlocks, canonicalDefaults } from "./canonical.ts";
import type { ReadingNode } from "./reading-node.ts";
import { documentSchema } from "./schema.ts";

type Marks = NonNullable<ReadingNode["marks"]>;

function text(words: string, ...marks: Marks): ReadingNode {
  return { type: "text", text: words, marks };
}

function paragraph(...content: ReadingNode[]): ReadingNode {
  return { type: "paragraph", content };
}

function blocks(...content: ReadingNode[]): unknown[] {
  return canonicalBlocks({ type: "doc", content });
}

test("each paragraph, each field and each container is a block that knows where it stands", () => {
  const situation = {
    type: "section",
    attrs: { id: "n1", kind: "practices" },
    content: [
      paragraph(text("Satu.")),
      { type: "lane", attrs: { id: "n2", village: "a" }, content: [paragraph(text("Dua."))] },
      { type: "lane", attrs: { id: "n3", village: "b" }, content: [] },
    ],
  };
  const field = { type: "field", attrs: { id: "n6", name: "output" }, content: [text("RAB")] };
  const followUps = {
    type: "section",
    attrs: { id: "n4", kind: "followUps" },
    content: [{ type: "followUp", attrs: { id: "n5" }, content: [field] }],
  };
  expect(blocks(situation, followUps)).toEqual([
    [1, [], ["section", { id: "n1", kind: "practices" }, null]],
    [1, [["section", "n1"]], ["paragraph", {}, [["Satu.", []]]]],
    [1, [["section", "n1"]], ["lane", { id: "n2", village: "a" }, null]],
    [
      1,
      [
        ["section", "n1"],
        ["lane", "n2"],
      ],
      ["paragraph", {}, [["Dua.", []]]],
    ],
    [1, [["section", "n1"]], ["lane", { id: "n3", village: "b" }, null]],
    [1, [], ["section", { id: "n4", kind: "followUps" }, null]],
    [1, [["section", "n4"]], ["followUp", { id: "n5" }, null]],
    [
      1,
      [
        ["section", "n4"],
        ["followUp", "n5"],
      ],
      ["field", { id: "n6", name: "output" }, [["RAB", []]]],
    ],
  ]);
});

test("a list or table is one block with everything in it", () => {
  const item = { type: "taskItem", attrs: { checked: true }, content: [paragraph(text("Hadir"))] };
  expect(blocks({ type: "taskList", content: [item] })).toEqual([
    [
      1,
      [],
      ["taskList", {}, [["taskItem", { checked: true }, [["paragraph", {}, [["Hadir", []]]]]]]],
    ],
  ]);
});

test("annotations are no content, and the words around them are one run again", () => {
  const note = { type: "annotation", attrs: { thread: "t1" } };
  const noted = paragraph(text("Pagu "), text("tu", note), text("run"));
  expect(blocks(noted)).toEqual(blocks(paragraph(text("Pagu turun"))));
});

test("marks are in one order, with or without the attributes that they have anyway", () => {
  const href = "https://peraturan.go.id";
  const long = { href, target: "_blank", rel: "noopener noreferrer nofollow", class: null };
  const one = paragraph(text("pasal", { type: "bold", attrs: {} }, { type: "link", attrs: long }));
  const other = paragraph(text("pasal", { type: "link", attrs: { href } }, { type: "bold" }));
  const third = paragraph(
    text("pasal", { type: "link", attrs: { href } }, { type: "bold", attrs: true }),
  );
  expect(blocks(one)).toEqual(blocks(other));
  expect(blocks(third)).toEqual(blocks(other));
});

test("letters and their accents are one form, also where they came one after the other", () => {
  const apart = paragraph(text("Cafe"), text("\u0301"), text(""));
  expect(blocks(apart)).toEqual(blocks(paragraph(text("Caf\u00e9"))));
});

test("half of a surrogate pair is shown as what cannot be shown", () => {
  expect(blocks(paragraph(text("a\ud83d")))).toEqual(blocks(paragraph(text("a\ufffd"))));
});

test("missing, null and default attributes are one", () => {
  const cell = (attrs?: Record<string, unknown>): ReadingNode => ({
    type: "table",
    content: [
      {
        type: "tableRow",
        content: [{ type: "tableCell", ...(attrs ? { attrs } : {}), content: [] }],
      },
    ],
  });
  expect(blocks(cell({ colspan: 1, rowspan: 1, colwidth: null }))).toEqual(blocks(cell()));
  expect(blocks(cell({ colspan: 2 }))).not.toEqual(blocks(cell()));
});

test("the defaults are the schema's: another one there is a new form here", () => {
  const kinds = { ...documentSchema.nodes, ...documentSchema.marks };
  const defaults = Object.entries(kinds).flatMap(([type, { spec }]) => {
    const known = Object.entries(spec.attrs ?? {})
      .map(([name, attribute]) => [name, attribute.default])
      .filter(([, value]) => value !== null);
    return known.length > 0 ? [[type, Object.fromEntries(known)]] : [];
  });
  expect(Object.fromEntries(defaults)).toEqual(canonicalDefaults);
});

test("every container of the schema is cut, except the field", () => {
  const containers = Object.values(documentSchema.nodes).filter(({ spec }) => spec.attrs?.id);
  for (const { name } of containers) {
    const found = blocks({ type: name, attrs: { id: "n1" }, content: [paragraph(text("x"))] });
    expect([name, found.length]).toEqual([name, name === "field" ? 1 : 2]);
  }
});

test("what a newer schema brings is a block as well", () => {
  const callout = { type: "callout", attrs: { tone: "calm" }, content: [paragraph(text("x"))] };
  expect(blocks(callout)).toEqual([
    [1, [], ["callout", { tone: "calm" }, [["paragraph", {}, [["x", []]]]]]],
  ]);
});
