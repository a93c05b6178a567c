import { documentEntry } from "../../worker/db/document-entry.ts";
import { findIndexedDocument, writeDocumentWords } from "../../worker/db/search-index.ts";

/**
 * Brings the search index to what stands in a document at this place of its log: one write of its
 * words, and none where they are the same.
 * @throws what the database throws; nothing of it is written then
 */
export async function projectText(
  d1: D1Database,
  documentId: string,
  said: { place: number; text: string },
): Promise<void> {
  const known = await findIndexedDocument(d1, documentId);
  if (known === null || known.place > said.place) return;
  await writeDocumentWords(d1, documentEntry(documentId, known.title, said), known);
}
