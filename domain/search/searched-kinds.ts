import type { DocumentKind } from "../statuses.ts";

/** What the index holds. A document is a case, minutes or a module. */
export const searchedKinds = [
  "document",
  "thread",
  "agreement",
  "followUp",
  "practice",
  "regulation",
  "question",
  "outcome",
] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** What a person chooses among: documents by what they are. */
export const resultKinds = [
  "case",
  "minutes",
  "module",
  "thread",
  "agreement",
  "followUp",
  "practice",
  "regulation",
  "question",
  "outcome",
] as const;
export type ResultKind = (typeof resultKinds)[number];

/** What the library holds: what is finished and can be learnt from. */
export const libraryKinds = ["case", "minutes", "module", "practice", "outcome"] as const;
export type LibraryKind = (typeof libraryKinds)[number];

/** Whether it is a document itself. */
export function isDocumentKind(kind: ResultKind): kind is DocumentKind {
  return kind === "case" || kind === "minutes" || kind === "module";
}
