import { type Due, selectDueOf, writeIndex } from "./search-index.ts";
import { readSources } from "./search-sources.ts";

/** Brings these into the index, or out of it; documents among them are not for here. */
export async function refreshThings(d1: D1Database, due: readonly Due[]): Promise<void> {
  const done = due.filter(({ kind }) => kind !== "document");
  if (done.length === 0) return;
  const entries = await readSources(d1, done);
  const standing = new Set(entries.map(keyOf));
  await writeIndex(d1, { entries, gone: done.filter((each) => !standing.has(keyOf(each))), done });
}

/** Brings what belongs to a document and changed into the index. */
export async function refreshThingsOf(d1: D1Database, documentId: string): Promise<void> {
  await refreshThings(d1, await selectDueOf(d1, documentId));
}

function keyOf({ kind, subjectId }: { kind: string; subjectId: string }): string {
  return `${kind} ${subjectId}`;
}
