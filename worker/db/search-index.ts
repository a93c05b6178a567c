import type { IndexedWords } from "../../domain/search/indexed-words.ts";
import type { SearchedKind } from "../../domain/search/searched-kinds.ts";

/** What changed and is not in the index yet. */
export interface Due {
  kind: SearchedKind;
  subjectId: string;
  stamp: number;
}

/** A thing's words, as they are to stand in the index. */
export interface EntryWords extends IndexedWords {
  kind: SearchedKind;
  subjectId: string;
  documentId: string | null;
}

/** Some of what is due, in no order: what cannot be indexed now must not keep the rest waiting. */
export async function selectDue(d1: D1Database, atMost: number): Promise<Due[]> {
  const { results } = await d1
    .prepare(
      "SELECT kind, subject_id AS subjectId, stamp FROM search_due ORDER BY random() LIMIT ?",
    )
    .bind(atMost)
    .all<Due>();
  return results;
}

/** Everything that is due of what belongs to a document. */
export async function selectDueOf(d1: D1Database, documentId: string): Promise<Due[]> {
  const { results } = await d1
    .prepare(
      `SELECT kind, subject_id AS subjectId, stamp FROM search_due
       WHERE subject_id = ?1 OR subject_id LIKE ?1 || ':%'
         OR subject_id IN (SELECT id FROM threads WHERE document_id = ?1)
         OR subject_id IN (SELECT id FROM follow_ups WHERE document_id = ?1)
         OR subject_id IN (SELECT id FROM questions WHERE document_id = ?1)
         OR subject_id IN (SELECT subject_id FROM search_entries WHERE document_id = ?1)`,
    )
    .bind(documentId)
    .all<Due>();
  return results;
}

const makesEntries = `
  INSERT INTO search_entries (kind, subject_id, document_id)
  SELECT value ->> 'kind', value ->> 'subjectId', value ->> 'documentId' FROM json_each(?1)
  WHERE true ON CONFLICT (kind, subject_id) DO NOTHING`;

/** One statement for all of them; what says the same as before is not written. */
const writesWords = (where: string) => `
  INSERT OR REPLACE INTO search_index (rowid, title, text, title_roots, text_roots)
  SELECT entry.id, said.value ->> 'title', said.value ->> 'text', said.value ->> 'titleRoots',
    said.value ->> 'textRoots'
  FROM json_each(?1) AS said JOIN search_entries AS entry
    ON entry.kind = said.value ->> 'kind' AND entry.subject_id = said.value ->> 'subjectId'
  WHERE ${where} NOT EXISTS (
    SELECT 1 FROM search_index AS old WHERE old.rowid = entry.id
      AND (old.title, old.text, old.title_roots, old.text_roots) = (said.value ->> 'title',
        said.value ->> 'text', said.value ->> 'titleRoots', said.value ->> 'textRoots'))`;

const keepsSpelling =
  "INSERT INTO search_words (word) SELECT value FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING";

const removesWords = `
  DELETE FROM search_index WHERE rowid IN (
    SELECT id FROM search_entries WHERE (kind, subject_id) IN (
      SELECT value ->> 'kind', value ->> 'subjectId' FROM json_each(?1)))`;

const removesEntries = `
  DELETE FROM search_entries WHERE (kind, subject_id) IN (
    SELECT value ->> 'kind', value ->> 'subjectId' FROM json_each(?1))`;

const settlesDue = `
  DELETE FROM search_due WHERE (kind, subject_id, stamp) IN (
    SELECT value ->> 'kind', value ->> 'subjectId', value ->> 'stamp' FROM json_each(?1))`;

/**
 * Brings the index to these words, takes out what is gone, and calls it done as far as nothing of it
 * changed meanwhile, in one transaction.
 */
export async function writeIndex(
  d1: D1Database,
  {
    entries,
    gone,
    done,
  }: { entries: readonly EntryWords[]; gone: readonly Due[]; done: readonly Due[] },
): Promise<void> {
  await d1.batch([
    ...(entries.length > 0 ? writing(d1, entries) : []),
    ...(gone.length > 0 ? removing(d1, gone) : []),
    d1.prepare(settlesDue).bind(JSON.stringify(done)),
  ]);
}

function writing(d1: D1Database, entries: readonly EntryWords[]): D1PreparedStatement[] {
  const spelled = new Set(entries.flatMap((entry) => entry.spelled));
  const words = JSON.stringify(entries.map(({ spelled: _, ...entry }) => entry));
  return [
    d1.prepare(makesEntries).bind(words),
    d1.prepare(writesWords("")).bind(words),
    d1.prepare(keepsSpelling).bind(JSON.stringify([...spelled])),
  ];
}

function removing(d1: D1Database, gone: readonly Due[]): D1PreparedStatement[] {
  const things = JSON.stringify(gone);
  return [d1.prepare(removesWords).bind(things), d1.prepare(removesEntries).bind(things)];
}

/** A document as the index knows it. */
export interface IndexedDocument {
  title: string;
  /** Up to which entry of its room's log its words are there; -1 where none are. */
  place: number;
  /** What its being due is settled with; null where it is not. */
  stamp: number | null;
}

/**
 * Brings a document's entry to what stands in it at `place` of its log: what is earlier than the
 * index is not taken.
 * @param known as it was read before the words
 */
export async function writeDocumentWords(
  d1: D1Database,
  { spelled, place, ...words }: EntryWords & { place: number },
  known: IndexedDocument,
): Promise<void> {
  const said = JSON.stringify([words]);
  const { kind, subjectId } = words;
  const due: Due[] = known.stamp === null ? [] : [{ kind, subjectId, stamp: known.stamp }];
  await d1.batch([
    d1.prepare(makesEntries).bind(said),
    d1.prepare(writesWords("entry.place <= ?2 AND")).bind(said, place),
    d1
      .prepare(
        `UPDATE search_entries SET place = ?2
         WHERE kind = 'document' AND subject_id = ?1 AND place < ?2`,
      )
      .bind(subjectId, place),
    d1.prepare(keepsSpelling).bind(JSON.stringify(spelled)),
    ...(due.length > 0 ? [d1.prepare(settlesDue).bind(JSON.stringify(due))] : []),
  ]);
}

/** Null where there is no such document. */
export async function findIndexedDocument(
  d1: D1Database,
  documentId: string,
): Promise<IndexedDocument | null> {
  return d1
    .prepare(
      `SELECT documents.title, coalesce(entry.place, -1) AS place, due.stamp FROM documents
       LEFT JOIN search_entries AS entry
         ON entry.kind = 'document' AND entry.subject_id = documents.id
       LEFT JOIN search_due AS due ON due.kind = 'document' AND due.subject_id = documents.id
       WHERE documents.id = ?`,
    )
    .bind(documentId)
    .first<IndexedDocument>();
}

/**
 * After words were removed from a document: forgets those of typing errors that hold one of them and
 * stand in the index no more.
 * @param removed folded words, of which those kept may be longer
 */
export async function forgetWords(d1: D1Database, removed: readonly string[]): Promise<void> {
  await d1
    .prepare(
      `DELETE FROM search_words
       WHERE EXISTS (SELECT 1 FROM json_each(?1) WHERE instr(word, value) > 0)
         AND NOT EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH '"' || word || '"')`,
    )
    .bind(JSON.stringify(removed))
    .run();
}
