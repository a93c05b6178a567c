import type { ReadingNode } from "../document/reading-node.ts";
import { caseSections } from "../document/templates.ts";
import { factsIn, laneName, type PaperNames, sectionOf, wordsPart } from "./containers-of.ts";
import { followUpsForm } from "./follow-ups-form.ts";
import { hasWords, type PaperPart } from "./paper-part.ts";

/** The analysis of a case in the order of its sections, numbered, with the lanes that hold words. */
export function casePaper(reading: ReadingNode, names: PaperNames): PaperPart[] {
  const [identity, ...others] = caseSections;
  return [
    { kind: "facts", facts: factsIn(sectionOf(reading, identity), names) },
    ...others.flatMap((kind, at): PaperPart[] => [
      { kind: "heading", level: 1, text: `${at + 1}. ${names.sections[kind] ?? ""}` },
      ...contentOf(kind, sectionOf(reading, kind), names),
    ]),
  ];
}

function contentOf(
  kind: (typeof caseSections)[number],
  content: readonly ReadingNode[],
  names: PaperNames,
): PaperPart[] {
  if (kind === "followUps") return followUpsForm(content, names);
  const parts: PaperPart[] = [];
  let own: ReadingNode[] = [];
  const closeOwn = () => {
    if (own.some(hasWords)) parts.push(wordsPart(own));
    own = [];
  };
  for (const node of content) {
    const name = partName(node, names);
    if (name === null) {
      own.push(node);
      continue;
    }
    closeOwn();
    // A branch that nobody sought under says so by its room to write; an empty lane is left out.
    if (node.type === "lane" && !hasWords(node)) continue;
    parts.push({ kind: "heading", level: 2, text: name }, wordsPart(node.content ?? []));
  }
  closeOwn();
  return parts.length > 0 ? parts : [{ kind: "blank" }];
}

function partName(node: ReadingNode, names: PaperNames): string | null {
  if (node.type === "lane") return laneName(node, names);
  if (node.type === "branch") return names.branches[String(node.attrs?.kind)] ?? "";
  return null;
}
