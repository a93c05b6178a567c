import { canonicalJson } from "../canonical-json.ts";
import type { ReadingNode } from "./reading-node.ts";

/** The version of the form below; it rises with every change of what stands in a block. */
const formVersion = 1;

type Values = Record<string, unknown>;

/** A mark by its name and its attributes. */
type Mark = [type: string, attributes: Values];

/** Words of one kind. */
type Run = [text: string, marks: Mark[]];

/** Null stands where the content follows in blocks of its own. */
type Element = [type: string, attributes: Values, content: (Element | Run)[] | null];

type Path = [type: string, id: unknown][];

/** `path` names the containers around the node, outermost first. */
type Block = [version: number, path: Path, node: Element | Run];

/**
 * The document cut into the blocks of its fingerprint, in the order of reading, each in the one form
 * that everybody arrives at who knows the document, however it was written (docs/fingerprint.md).
 *
 * A block is as small as a redaction wants it: one paragraph, heading, list or table of a container,
 * one field, or a container's own name and attributes without its content. Annotations are no
 * content; missing, null and default attributes are one.
 *
 * @param reading the document from Yjs, never from a view of it
 */
export function canonicalBlocks(reading: ReadingNode): unknown[] {
  return blocksIn(reading.content ?? [], []);
}

/** What a missing attribute means. The schema's own defaults; with another one the form is new. */
export const canonicalDefaults: Readonly<Record<string, Readonly<Values>>> = {
  heading: { level: 1 },
  orderedList: { start: 1 },
  taskItem: { checked: false },
  tableCell: { colspan: 1, rowspan: 1 },
  tableHeader: { colspan: 1, rowspan: 1 },
  link: { target: "_blank", rel: "noopener noreferrer nofollow" },
};

/** The containers whose content is cut; a field holds words alone and stays in one piece. */
const cutContainers: ReadonlySet<string> = new Set([
  "section",
  "lane",
  "branch",
  "agendaItem",
  "forumData",
  "agreement",
  "followUp",
]);

function blocksIn(content: readonly ReadingNode[], path: Path): Block[] {
  return partsOf(content).flatMap((part): Block[] => {
    if (isRun(part)) return [[formVersion, path, part]];
    const { type, attrs = {}, content: inner = [] } = part;
    if (!cutContainers.has(type)) return [[formVersion, path, elementOf(part)]];
    const within: Path = [...path, [type, canonicalValue(attrs.id ?? null)]];
    return [[formVersion, path, [type, valuesOf(type, attrs), null]], ...blocksIn(inner, within)];
  });
}

function elementOf({ type, attrs = {}, content = [] }: ReadingNode): Element {
  const parts = partsOf(content).map((part) => (isRun(part) ? part : elementOf(part)));
  return [type, valuesOf(type, attrs), parts];
}

/** The content with its words in runs: as many as there are changes of marks, and none empty. */
function partsOf(content: readonly ReadingNode[]): (ReadingNode | Run)[] {
  const parts: (ReadingNode | Run)[] = [];
  for (const node of content) {
    if (node.type !== "text") {
      parts.push(node);
      continue;
    }
    const { text = "", marks = [] } = node;
    const run: Run = [text, marksOf(marks)];
    const last = parts.at(-1);
    if (text === "") continue;
    if (last && isRun(last) && canonicalJson(last[1]) === canonicalJson(run[1])) last[0] += text;
    else parts.push(run);
  }
  // Only whole runs: an accent may stand in the next change than its letter.
  return parts.map((part) => (isRun(part) ? [normal(part[0]), part[1]] : part));
}

function marksOf(marks: NonNullable<ReadingNode["marks"]>): Mark[] {
  return marks
    .filter(({ type }) => type !== "annotation")
    .map(({ type, attrs }): Mark => [type, valuesOf(type, isObject(attrs) ? attrs : {})])
    .map((mark) => ({ mark, key: canonicalJson(mark) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ mark }) => mark);
}

function valuesOf(type: string, attributes: Values): Values {
  const defaults = canonicalDefaults[type] ?? {};
  const kept = Object.keys(attributes)
    .sort()
    .map((name): [string, unknown] => [name, canonicalValue(attributes[name] ?? null)])
    .filter(([name, value]) => value !== null && value !== defaults[name]);
  return Object.fromEntries(kept);
}

/** Widths of columns are lists; everything else that an attribute may be is plain. */
function canonicalValue(value: unknown): unknown {
  if (typeof value === "string") return normal(value);
  return Array.isArray(value) ? value.map(canonicalValue) : value;
}

/** Letters and accents in their composed form; half of a pair, which no file can hold, as U+FFFD. */
function normal(text: string): string {
  return text.toWellFormed().normalize("NFC");
}

function isRun(part: ReadingNode | Run): part is Run {
  return Array.isArray(part);
}

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
