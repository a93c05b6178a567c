import { Node } from "@tiptap/pm/model";
import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalBlocks } from "../domain/document/canonical.ts";
import type { ReadingNode } from "../domain/document/reading-node.ts";
import { documentSchema, fragmentName } from "../domain/document/schema.ts";
import { annotationKey } from "./notes/annotation-key.ts";
import { blocksOf, rootOf } from "./testing/root-of.ts";

const bold = { type: "bold" };
const strike = { type: "strike" };
const link = { type: "link", attrs: { href: "https://peraturan.go.id" } };

function text(words: string, ...marks: object[]): object {
  return { type: "text", text: words, marks };
}

function paragraph(...content: object[]): object {
  return { type: "paragraph", content };
}

function task(checked: boolean): object {
  return { type: "taskItem", attrs: { checked }, content: [paragraph(text("Menyusun RAB"))] };
}

function row(...spans: number[]): object {
  const cells = spans.map((colspan) => ({
    type: "tableCell",
    attrs: { colspan, rowspan: 1 },
    content: [paragraph(text("x"))],
  }));
  return { type: "tableRow", content: cells };
}

const first = paragraph(text("Pagu "), text("Rp250.000.000,00", bold, link), text(" turun. Café"));
const others = [
  { type: "heading", attrs: { level: 3 }, content: [text("Dasar")] },
  { type: "taskList", content: [task(false), task(true)] },
  { type: "table", content: [row(2), row(1, 1)] },
];

function documentWith(...content: object[]): Node {
  const section = { type: "section", attrs: { id: "n1", kind: "situation" }, content };
  return Node.fromJSON(documentSchema, { type: "doc", content: [section] });
}

const whole = documentWith(first, ...others);

/** A document that became one after the other, as an editor's binding writes it. */
function written(...moments: Node[]): Y.Doc {
  const doc = new Y.Doc();
  for (const moment of moments) show(doc, moment);
  return doc;
}

function show(doc: Y.Doc, moment: Node): void {
  prosemirrorToYXmlFragment(moment, doc.getXmlFragment(fragmentName));
}

/** What a person does to the first paragraph's text in a finished document. */
function retouched(act: (text: Y.XmlText) => void): Y.Doc {
  const doc = written(whole);
  act(firstTextOf(doc));
  return doc;
}

function firstTextOf(doc: Y.Doc): Y.XmlText {
  const [found] = doc
    .getXmlFragment(fragmentName)
    .createTreeWalker((node) => node instanceof Y.XmlText);
  if (!(found instanceof Y.XmlText)) throw new Error("no text");
  return found;
}

function synchronised(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

function together(): [Y.Doc, Y.Doc] {
  const one = written(documentWith(...others));
  const other = new Y.Doc();
  synchronised(one, other);
  return [one, other];
}

const letters = "Pagu Rp250.000.000,00 turun. Café";

const routes: Record<string, () => Y.Doc> = {
  "letter by letter": () =>
    written(
      ...Array.from(letters, (_, at) => documentWith(paragraph(text(letters.slice(0, at + 1))))),
      whole,
    ),
  "from the last letter to the first": () =>
    written(
      ...Array.from(letters, (_, at) => documentWith(paragraph(text(letters.slice(-at - 1))))),
      whole,
    ),
  "the last block first": () =>
    written(documentWith(...others.slice(-1)), documentWith(...others), whole),
  "with what was struck out and taken back": () =>
    written(
      documentWith(paragraph(text("Pagu "), text("Rp250.000.000,00", strike)), ...others),
      whole,
    ),
  "with blocks that were deleted again": () =>
    written(documentWith(first, first, ...others, ...others), whole),
  "with a task that was ticked and unticked": () =>
    written(documentWith({ type: "taskList", content: [task(true), task(false)] }), whole),
  "from another document altogether": () =>
    written(documentWith(paragraph(text("Lain", bold)), { type: "paragraph" }), whole),
  "with words that were typed and deleted": () =>
    retouched((words) => {
      words.insert(3, "salah ketik");
      words.delete(3, 11);
    }),
  "made bold in two overlapping pieces": () =>
    retouched((words) => {
      words.format(5, 16, { bold: null });
      words.format(12, 9, { bold: {} });
      words.format(5, 10, { bold: {} });
    }),
  "with notes in it": () =>
    retouched((words) => {
      words.format(2, 8, { [annotationKey("t1")]: { thread: "t1" } });
      words.format(6, 9, { [annotationKey("t2")]: { thread: "t2" } });
    }),
  "with an accent that came later": () =>
    retouched((words) => {
      const last = words.length - 1;
      words.delete(last, 1);
      words.insert(last, "e", {});
      words.insert(last + 1, "\u0301", {});
    }),
  "undone and done again": () => {
    const doc = written(whole);
    const manager = new Y.UndoManager(doc.getXmlFragment(fragmentName));
    firstTextOf(doc).delete(0, 9);
    manager.undo();
    return doc;
  },
  "by two people, one of whom was away": () => {
    const [one, other] = together();
    show(one, documentWith(paragraph(text("Pagu ")), ...others));
    synchronised(one, other);
    show(one, whole);
    other.getXmlFragment(fragmentName).get(0)?.setAttribute("kind", "situation");
    synchronised(other, one);
    return other;
  },
};

test.each(Object.entries(routes))("written %s, a document has the same root", async (_, route) => {
  const doc = route();
  expect(blocksOf(doc)).toEqual(canonicalBlocks(whole.toJSON() as ReadingNode));
  expect(await rootOf(doc)).toBe(await rootOf(written(whole)));
});

test.each<[string, Node]>([
  [
    "a struck-out sum",
    documentWith(
      paragraph(text("Pagu "), text("Rp250.000.000,00", bold, link, strike), text(" turun. Café")),
      ...others,
    ),
  ],
  [
    "a ticked task",
    documentWith(
      first,
      others[0] ?? {},
      { type: "taskList", content: [task(true), task(true)] },
      others[2] ?? {},
    ),
  ],
  [
    "a merged cell",
    documentWith(first, ...others.slice(0, 2), { type: "table", content: [row(2), row(2)] }),
  ],
  [
    "one changed character",
    documentWith(
      paragraph(text("Pagu "), text("Rp250.000.000,01", bold, link), text(" turun. Café")),
      ...others,
    ),
  ],
  [
    "another level of a heading",
    documentWith(
      first,
      { type: "heading", attrs: { level: 4 }, content: [text("Dasar")] },
      ...others.slice(1),
    ),
  ],
  [
    "a link to elsewhere",
    documentWith(
      paragraph(
        text("Pagu "),
        text("Rp250.000.000,00", bold, { type: "link", attrs: { href: "https://contoh.id" } }),
        text(" turun. Café"),
      ),
      ...others,
    ),
  ],
])("%s has another root", async (_, changed) => {
  expect(await rootOf(written(whole, changed))).not.toBe(await rootOf(written(whole)));
});
