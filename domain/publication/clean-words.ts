import type { ReadingNode } from "../document/reading-node.ts";
import { wordsIn } from "../document/words-in.ts";

interface Choice {
  parts: readonly string[] | null;
  namesVillages: boolean;
}

/** About who was there, which is never published; and what the head of each page says anyway. */
const otherSections: ReadonlySet<unknown> = new Set(["chairs", "attendees", "identity", "subject"]);

/** Fields that name somebody. */
const personalFields: ReadonlySet<unknown> = new Set([
  "chair",
  "secretary",
  "recorder",
  "responsible",
]);

const shownMarks: ReadonlySet<string> = new Set(["bold", "italic", "underline", "strike"]);

/** Of each node what its public form needs; ids only where something else is found by them. */
const shownAttributes: Readonly<Record<string, readonly string[]>> = {
  heading: ["level"],
  orderedList: ["start"],
  taskItem: ["checked"],
  tableCell: ["colspan", "rowspan"],
  tableHeader: ["colspan", "rowspan"],
  section: ["id", "kind"],
  branch: ["kind"],
  field: ["name"],
  agendaItem: ["title"],
  agreement: ["id"],
  followUp: ["id"],
};

/** Nodes that say something without words of their own. */
const kept: ReadonlySet<string> = new Set(["hardBreak", "tableCell", "tableHeader", "tableRow"]);

/**
 * A document as the public may read it: the chosen sections with their words, without notes, without
 * what is about persons, without ids of anybody, and without what is empty. A lane bears its
 * village's name, or none.
 * @param villages by the id that the lanes bear
 */
export function cleanWords(
  reading: ReadingNode,
  { parts, namesVillages }: Choice,
  villages: ReadonlyMap<unknown, string>,
): ReadingNode {
  const sections = publicSections(reading).filter(
    ({ attrs }) => parts === null || parts.includes(String(attrs?.id)),
  );
  const content = sections.flatMap((section) => cleaned(section, { namesVillages, villages }));
  return { type: "doc", content };
}

/** The sections that may be chosen: those that say something and are not about who was there. */
export function publicSections(reading: ReadingNode): ReadingNode[] {
  return (reading.content ?? []).filter(
    (node) =>
      node.type === "section" &&
      !otherSections.has(node.attrs?.kind) &&
      wordsIn(node).trim() !== "",
  );
}

interface Context {
  namesVillages: boolean;
  villages: ReadonlyMap<unknown, string>;
}

function cleaned(node: ReadingNode, context: Context): ReadingNode[] {
  const { type, attrs = {}, content = [] } = node;
  if (type === "text") return cleanText(node);
  if (type === "forumData") return [];
  if (type === "field" && isHidden(attrs.name, context)) return [];
  const inner = content.flatMap((child) => cleaned(child, context));
  if (!kept.has(type) && inner.every((child) => wordsIn(child).trim() === "")) return [];
  const shown = Object.fromEntries(
    (shownAttributes[type] ?? []).flatMap((name) => {
      const value = attrs[name];
      return value === undefined || value === null ? [] : [[name, wellFormed(value)]];
    }),
  );
  if (type === "lane" && context.namesVillages) {
    const name = context.villages.get(attrs.village);
    if (name !== undefined) shown.name = name;
  }
  return [{ type, attrs: shown, content: inner }];
}

function isHidden(name: unknown, { namesVillages }: Context): boolean {
  return personalFields.has(name) || (name === "village" && !namesVillages);
}

function cleanText({ text = "", marks = [] }: ReadingNode): ReadingNode[] {
  if (text === "") return [];
  const shown = marks.flatMap(({ type, attrs }) => {
    if (shownMarks.has(type)) return [{ type }];
    const href = type === "link" ? hrefOf(attrs) : null;
    return href === null ? [] : [{ type, attrs: { href } }];
  });
  return [{ type: "text", text: text.toWellFormed(), marks: shown }];
}

/** Addresses of the open web alone: others lead into the office, to a mailbox or a telephone. */
function hrefOf(attrs: unknown): string | null {
  const href = typeof attrs === "object" && attrs !== null && "href" in attrs ? attrs.href : null;
  return typeof href === "string" && /^https?:\/\//i.test(href) ? href.toWellFormed() : null;
}

function wellFormed(value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}
