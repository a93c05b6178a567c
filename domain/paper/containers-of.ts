import type { ReadingNode } from "../document/reading-node.ts";
import { hasWords, type PaperFact, type PaperPart, wordsOf } from "./paper-part.ts";

/** What a paper calls the parts of a document. */
export interface PaperNames {
  sections: Readonly<Record<string, string>>;
  branches: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
  /** Of a lane by its village's id; null where nobody may know or the village is gone. */
  village: (id: string) => string | null;
  formerVillage: string;
}

/** A document's section by its kind; empty where the document has none. */
export function sectionOf(reading: ReadingNode, kind: string): ReadingNode[] {
  const section = (reading.content ?? []).find(({ attrs }) => attrs?.kind === kind);
  return section?.content ?? [];
}

/** The fields that stand in it, by their names on paper. */
export function factsIn(content: readonly ReadingNode[], names: PaperNames): PaperFact[] {
  return content
    .filter(({ type }) => type === "field")
    .map((field) => ({ name: fieldName(field, names), value: wordsOf(field) }));
}

/** A follow-up's or section's field; empty where it is not filled in. */
export function fieldOf({ content = [] }: ReadingNode, name: string): string {
  const field = content.find(({ type, attrs }) => type === "field" && attrs?.name === name);
  return field ? wordsOf(field) : "";
}

/** What people wrote, or room to write where they wrote nothing. */
export function wordsPart(content: readonly ReadingNode[]): PaperPart {
  const written = trimmed(content);
  return written.length > 0 ? { kind: "words", content: written } : { kind: "blank" };
}

/** Without empty blocks at its beginning and end. */
export function trimmed(content: readonly ReadingNode[]): ReadingNode[] {
  const first = content.findIndex(hasWords);
  return first < 0 ? [] : content.slice(first, content.findLastIndex(hasWords) + 1);
}

/** The village of a lane as the paper names it. */
export function laneName({ attrs = {} }: ReadingNode, names: PaperNames): string {
  return names.village(String(attrs.village)) ?? names.formerVillage;
}

function fieldName({ attrs = {} }: ReadingNode, names: PaperNames): string {
  return names.fields[String(attrs.name)] ?? "";
}
