import { documentEntry } from "../db/document-entry.ts";
import { refreshThings } from "../db/refresh-index.ts";
import {
  type Due,
  findIndexedDocument,
  selectDue,
  writeDocumentWords,
  writeIndex,
} from "../db/search-index.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";

type IndexEnv = Pick<Env, "DB" | "DOCUMENT_ROOM">;

/** In the statements of one kind; what is left comes with the next run. */
const thingsPerRun = 60;

/**
 * Brings some of what changed into the index, behind a request that changed something and each minute.
 * @param documentsPerRun each is six statements, of which a run may have 40 with all others
 */
export async function indexDue(env: IndexEnv, documentsPerRun = 1): Promise<void> {
  const due = await selectDue(env.DB, thingsPerRun);
  await refreshThings(env.DB, due);
  const documents = due.filter(({ kind }) => kind === "document");
  for (const document of documents.slice(0, documentsPerRun)) {
    // One that cannot be read stays due; the others do not wait for it.
    await indexDocument(env, document).catch(logBug);
  }
}

/** Its room says what it is found by. */
async function indexDocument(env: IndexEnv, due: Due): Promise<void> {
  const { subjectId: documentId } = due;
  const known = await findIndexedDocument(env.DB, documentId);
  if (known === null) return writeIndex(env.DB, { entries: [], gone: [due], done: [due] });
  const said = await env.DOCUMENT_ROOM.getByName(documentId).searchedText();
  await writeDocumentWords(env.DB, documentEntry(documentId, known.title, said), known);
}
