import { overwritten } from "../../domain/redacted-words.ts";

/**
 * Where the database keeps words of a document or about it; `?1` is the document's id. Of versions
 * only those that bear typed words: the others bear codes.
 */
const keptWords: readonly { table: string; columns: readonly string[]; where: string }[] = [
  { table: "documents", columns: ["title"], where: "id = ?1" },
  { table: "threads", columns: ["text", "suggestion", "quote"], where: "document_id = ?1" },
  {
    table: "replies",
    columns: ["text"],
    where: "thread_id IN (SELECT id FROM threads WHERE document_id = ?1)",
  },
  { table: "agreements", columns: ["text"], where: "document_id = ?1" },
  {
    table: "follow_ups",
    columns: ["activity", "responsible", "village_text", "due_text", "output"],
    where: "document_id = ?1",
  },
  {
    table: "follow_up_reports",
    columns: ["text", "link"],
    where: "follow_up_id IN (SELECT id FROM follow_ups WHERE document_id = ?1)",
  },
  {
    table: "versions",
    columns: ["name"],
    where: "document_id = ?1 AND kind IN ('named', 'agendaItem')",
  },
  { table: "review_notes", columns: ["text"], where: "document_id = ?1" },
  { table: "submissions", columns: ["return_reason"], where: "document_id = ?1" },
  {
    table: "village_answers",
    columns: ["reason"],
    where: "submission_id IN (SELECT id FROM submissions WHERE document_id = ?1)",
  },
  { table: "redactions", columns: ["reason", "rejection"], where: "document_id = ?1" },
];

interface Change {
  row: number;
  old: string;
  new: string;
}

/** How many texts beside the document have one of these words. */
export async function countHolding(
  d1: D1Database,
  documentId: string,
  words: readonly string[],
): Promise<number> {
  const changes = await changesIn(d1, documentId, words);
  return changes.reduce((sum, { rows }) => sum + rows.length, 0);
}

/**
 * Overwrites these words in every row that belongs to the document. The same again changes nothing;
 * a text that somebody changed meanwhile stays as it is, so it is to be called until none is left.
 * @returns how many texts had them
 */
export async function overwriteRows(
  d1: D1Database,
  documentId: string,
  words: readonly string[],
): Promise<number> {
  const changes = await changesIn(d1, documentId, words);
  if (changes.length === 0) return 0;
  await d1.batch(
    changes.map(({ table, column, rows }) =>
      d1
        .prepare(
          `UPDATE ${table} SET ${column} = said.value ->> 'new' FROM json_each(?1) AS said
           WHERE ${table}.rowid = said.value ->> 'row' AND ${table}.${column} = said.value ->> 'old'`,
        )
        .bind(JSON.stringify(rows)),
    ),
  );
  return changes.reduce((sum, { rows }) => sum + rows.length, 0);
}

async function changesIn(d1: D1Database, documentId: string, words: readonly string[]) {
  const answers = await d1.batch<Record<string, number | string | null>>(
    keptWords.map(({ table, columns, where }) =>
      d1
        .prepare(`SELECT rowid AS row, ${columns.join(", ")} FROM ${table} WHERE ${where}`)
        .bind(documentId),
    ),
  );
  return keptWords.flatMap(({ table, columns }, at) => {
    const found = answers[at]?.results ?? [];
    return columns.flatMap((column) => {
      const rows = found.flatMap(({ row, [column]: old }): Change[] => {
        if (typeof old !== "string") return [];
        const text = overwritten(old, words);
        return text === old ? [] : [{ row: Number(row), old, new: text }];
      });
      return rows.length > 0 ? [{ table, column, rows }] : [];
    });
  });
}
