import * as Y from "yjs";
import { followUpFields, isForumData } from "../../domain/document/containers.ts";
import { fragmentName } from "../../domain/document/schema.ts";

/**
 * One edit as data. `block` and `at` are shares, 0 to 1, of what the writer's document has when it
 * is made, so that the same edit can be made in any document. `letters` stand nowhere else.
 */
export interface Edit {
  kind: EditKind;
  block: number;
  at: number;
  letters: string;
}

/** Where this person may write. */
export interface Reach {
  /** The villages in whose lanes, or every lane. */
  lanes: "all" | readonly string[];
}

type Act = (spot: Spot, edit: Edit) => void;

/** A textblock that the writer may write in, and the place of the edit in it. */
interface Spot {
  block: Y.XmlElement;
  parent: Y.XmlElement;
  /** The block's place among its siblings. */
  index: number;
  text: Y.XmlText;
  offset: number;
}

/** What the editor does to the shared document, as its binding does it: moved text is new text. */
const acts = {
  insert: ({ text, offset }, { letters }) => text.insert(offset, letters),
  delete: ({ text, offset }, { letters }) => {
    const length = Math.min(letters.length, text.length - offset);
    if (length > 0) text.delete(offset, length);
  },
  split: ({ block, parent, index, text, offset }) => {
    if (block.nodeName !== "paragraph") return;
    const tail = plainText(text).slice(offset);
    if (tail !== "") text.delete(offset, tail.length);
    parent.insert(index + 1, [textblock("paragraph", tail)]);
  },
  join: ({ parent, index, text }) => {
    const before = index > 0 ? parent.get(index - 1) : null;
    if (!isParagraph(before) || !isParagraph(parent.get(index))) return;
    const target = textOf(before);
    target.insert(target.length, plainText(text));
    parent.delete(index, 1);
  },
  bold: ({ block, text, offset }, { letters }) => {
    const length = Math.min(letters.length * 2, text.length - offset);
    const isBold = offset % 3 === 0;
    if (length > 0 && block.nodeName !== "field") {
      text.format(offset, length, { bold: isBold ? {} : null });
    }
  },
  deleteBlock: ({ block, parent, index }) => {
    // A list item begins with a paragraph, a cell holds one, fields belong to their follow-up.
    const stays = block.nodeName === "field" || mayNotBeFirst.has(parent.nodeName);
    if (!stays || index > 0) if (block.nodeName !== "field") parent.delete(index, 1);
  },
  addHeading: ({ block, parent, index }, { letters }) => {
    if (block.nodeName === "field") return;
    const heading = textblock("heading", letters);
    setLevel(heading, 3);
    parent.insert(index + 1, [heading]);
  },
  changeLevel: ({ block }, { at }) => {
    if (block.nodeName === "heading") setLevel(block, at < 0.5 ? 3 : 4);
  },
  addList: ({ block, parent, index }, { letters }) => {
    if (block.nodeName === "field") return;
    const item = holding("listItem", textblock("paragraph", letters));
    parent.insert(index + 1, [holding("bulletList", item)]);
  },
  addItem: ({ parent }, { letters }) => {
    const list = parent.parent;
    if (parent.nodeName !== "listItem" || !(list instanceof Y.XmlElement)) return;
    list.insert(placeOf(parent) + 1, [holding("listItem", textblock("paragraph", letters))]);
  },
  deleteItem: ({ parent }) => removeFromList(parent, "listItem"),
  addTable: ({ block, parent, index }, { letters }) => {
    // Tables stand in sections and lanes alone, so that they do not nest for ever.
    if (block.nodeName === "field" || mayNotBeFirst.has(parent.nodeName)) return;
    parent.insert(index + 1, [holding("table", row(letters))]);
  },
  addRow: ({ parent: cell }, { letters }) => {
    const line = cell.parent;
    if (!(line instanceof Y.XmlElement) || line.nodeName !== "tableRow") return;
    if (line.parent instanceof Y.XmlElement) line.parent.insert(placeOf(line) + 1, [row(letters)]);
  },
  deleteRow: ({ parent: cell }) => {
    if (cell.parent instanceof Y.XmlElement) removeFromList(cell.parent, "tableRow");
  },
  addFollowUp: ({ block }, { letters }) => {
    sectionOf(block, "followUps").push([
      holding("followUp", ...followUpFields.map((name, at) => field(name, letters[at] ?? ""))),
    ]);
  },
  addAgreement: ({ block }, { letters }) => {
    sectionOf(block, "followUps").push([holding("agreement", textblock("paragraph", letters))]);
  },
  deletePromise: ({ block }) => {
    for (let at = block.parent; at instanceof Y.XmlElement; at = at.parent) {
      const isGrowing = at.nodeName === "followUp" || at.nodeName === "agreement";
      if (isGrowing && at.parent instanceof Y.XmlElement) return at.parent.delete(placeOf(at), 1);
    }
  },
} satisfies Record<string, Act>;

export type EditKind = keyof typeof acts;

/** Makes the edit as one transaction, within what the writer may touch. */
export function makeEdit(doc: Y.Doc, edit: Edit, reach: Reach): void {
  const blocks = textblocks(doc.getXmlFragment(fragmentName), reach);
  const block = blocks[Math.floor(edit.block * blocks.length)];
  if (!(block?.parent instanceof Y.XmlElement)) return;
  const { parent } = block;
  doc.transact(() => {
    const text = textOf(block);
    const offset = Math.floor(edit.at * (text.length + 1));
    acts[edit.kind]({ block, parent, index: placeOf(block), text, offset }, edit);
  });
}

const mayNotBeFirst = new Set(["listItem", "tableCell"]);
const textblockNames = new Set(["paragraph", "heading", "field"]);

function textblocks(parent: Y.XmlElement | Y.XmlFragment, reach: Reach): Y.XmlElement[] {
  return parent.toArray().flatMap((node) => {
    if (!(node instanceof Y.XmlElement)) return [];
    const parentName = "nodeName" in parent ? parent.nodeName : null;
    if (isForumData(node.nodeName, node.getAttribute("name"), parentName)) return [];
    if (textblockNames.has(node.nodeName)) return [node];
    const village = node.getAttribute("village");
    const isClosed = node.nodeName === "lane" && reach.lanes !== "all" && village !== undefined;
    if (isClosed && !reach.lanes.includes(village)) return [];
    return textblocks(node, reach);
  });
}

/** The editor's levels are numbers; Yjs' type knows only texts. */
function setLevel(heading: Y.XmlElement, level: number): void {
  heading.setAttribute("level", level as unknown as string);
}

function textOf(block: Y.XmlElement): Y.XmlText {
  const first = block.toArray().find((node) => node instanceof Y.XmlText);
  if (first) return first;
  const text = new Y.XmlText();
  block.insert(0, [text]);
  return text;
}

/** Without formatting, which `toString` would write as tags. */
function plainText(text: Y.XmlText): string {
  return text
    .toDelta()
    .map(({ insert }: { insert: string }) => insert)
    .join("");
}

function isParagraph(node: unknown): node is Y.XmlElement {
  return node instanceof Y.XmlElement && node.nodeName === "paragraph";
}

function textblock(name: string, letters: string): Y.XmlElement {
  const block = new Y.XmlElement(name);
  block.insert(0, [new Y.XmlText(letters)]);
  return block;
}

function field(name: string, letters: string): Y.XmlElement {
  const element = textblock("field", letters);
  element.setAttribute("name", name);
  return element;
}

function holding(name: string, ...children: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}

/** Two columns, always. */
function row(letters: string): Y.XmlElement {
  const half = Math.ceil(letters.length / 2);
  return holding(
    "tableRow",
    holding("tableCell", textblock("paragraph", letters.slice(0, half))),
    holding("tableCell", textblock("paragraph", letters.slice(half))),
  );
}

/** Removes an item or row; the last one takes its list or table with it. */
function removeFromList(item: Y.XmlElement, name: string): void {
  const list = item.parent;
  if (item.nodeName !== name || !(list instanceof Y.XmlElement)) return;
  if (list.length > 1) return list.delete(placeOf(item), 1);
  if (list.parent instanceof Y.XmlElement) list.parent.delete(placeOf(list), 1);
}

function sectionOf(block: Y.XmlElement, kind: string): Y.XmlElement {
  const sections = block.doc?.getXmlFragment(fragmentName).toArray() ?? [];
  const found = sections.find(
    (node) => node instanceof Y.XmlElement && node.getAttribute("kind") === kind,
  );
  if (!(found instanceof Y.XmlElement)) throw new Error(`no section ${kind}`);
  return found;
}

function placeOf(element: Y.XmlElement): number {
  const { parent } = element;
  if (!(parent instanceof Y.XmlElement)) throw new Error("an element without a parent");
  return parent.toArray().indexOf(element);
}
