import { sectionNames } from "../document/part-names.ts";
import type { ReadingNode } from "../document/reading-node.ts";

/** What a sheet of what was learnt and a good practice consist of, beside a document's sections. */
const plainNames = {
  learnt: "Yang dipelajari",
  agreement: "Kesepakatan yang didukung",
  decision: "Keputusan atau peraturan desa",
  result: "Hasilnya",
  applying: "Desa yang menerapkan",
  before: "Keadaan sebelumnya",
  deed: "Apa yang dilakukan",
  cost: "Biaya",
  effect: "Hasil",
  contact: "Kantor yang dapat dihubungi",
};

type PlainKind = keyof typeof plainNames;

/** The names of all sections that may stand on a public page. */
export const publicSectionNames: Readonly<Record<string, string>> = {
  ...sectionNames,
  ...plainNames,
};

/** Texts of rows as sections of a document, a paragraph for each line; empty ones are left out. */
export function plainSections(texts: readonly (readonly [PlainKind, string])[]): ReadingNode {
  const content = texts.flatMap(([kind, text]): ReadingNode[] => {
    const lines = text
      .toWellFormed()
      .split("\n")
      .filter((line) => line.trim() !== "");
    if (lines.length === 0) return [];
    const paragraphs = lines.map((line) => ({
      type: "paragraph",
      content: [{ type: "text", text: line }],
    }));
    return [{ type: "section", attrs: { id: kind, kind }, content: paragraphs }];
  });
  return { type: "doc", content };
}
