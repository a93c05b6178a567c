import { indexedWords } from "../../domain/search/indexed-words.ts";
import type { EntryWords } from "./search-index.ts";

/**
 * A document as the index has it.
 * @param said what its room has; null where nobody has entered it
 */
export function documentEntry(
  documentId: string,
  title: string,
  said: { place: number; text: string } | null,
): EntryWords & { place: number } {
  return {
    ...{ kind: "document", subjectId: documentId, documentId, place: said?.place ?? 0 },
    ...indexedWords(title, said?.text ?? ""),
  };
}
