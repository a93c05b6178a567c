import { overwrittenContent } from "../../domain/publication/redacted-content.ts";
import { overwritten, overwrittenQuote } from "../../domain/redacted-words.ts";

interface KeptWords {
  table: string;
  columns: readonly string[];
  /** Of them those that hold words as they stood in the document. */
  quotes?: readonly string[];
  /** Rises with it, so that nobody saves over it what their page still shows. */
  raises?: string;
  /** Of them those that hold what was published, as JSON. */
  contents?: readonly string[];
  where: string;
  /** It is no place that anybody looks for: swept all the same. */
  isUncounted?: true;
}

/** A room that was restored to an earlier place writes nothing in the register until it is past it. */
const isAhead = "(SELECT projected_place FROM documents WHERE id = ?1) > $place";

/**
 * Where the database keeps words of a document or about it; `?1` is the document's id, `$place` that
 * of its room. Of versions only those that bear typed words: the others bear codes. What stands in
 * the register follows the document's text, and is swept only where it follows no more.
 */
export const keptWords: readonly KeptWords[] = [
  { table: "documents", columns: ["title"], where: "id = ?1" },
  {
    ...{ table: "threads", columns: ["text", "suggestion", "quote"] },
    ...{ quotes: ["suggestion", "quote"], where: "document_id = ?1" },
  },
  {
    table: "replies",
    columns: ["text"],
    where: "thread_id IN (SELECT id FROM threads WHERE document_id = ?1)",
  },
  {
    table: "agreements",
    columns: ["text"],
    where: `document_id = ?1 AND (is_gone = 1 OR ${isAhead})`,
  },
  {
    table: "follow_ups",
    columns: ["activity", "responsible", "village_text", "due_text", "output"],
    where: `document_id = ?1 AND (is_gone = 1 OR ${isAhead})`,
  },
  {
    // One that was moved later keeps the due date of its own.
    table: "follow_ups",
    columns: ["due_text"],
    where: "document_id = ?1 AND is_gone = 0 AND replaces_id IS NOT NULL",
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
  {
    // Of another that is proposed, for what stands beside the text.
    ...{ table: "redactions", columns: ["words"], isUncounted: true },
    where: "document_id = ?1 AND status = 'proposed'",
  },
  { table: "outcomes", columns: ["learnt", "decision", "result"], where: "document_id = ?1" },
  { table: "outcome_villages", columns: ["result"], where: "document_id = ?1" },
  { table: "questions", columns: ["title", "text"], where: "document_id = ?1" },
  {
    table: "answers",
    columns: ["text"],
    where: "question_id IN (SELECT id FROM questions WHERE document_id = ?1)",
  },
  {
    // What was found in the document or became it, and what that was ever merged into.
    table: "problems",
    columns: ["title", "note"],
    raises: "revision",
    where: `id IN (
      WITH RECURSIVE about(id) AS (
        SELECT id FROM problems WHERE document_id = ?1 OR module_id = ?1
        UNION SELECT problem_id FROM problem_sources WHERE document_id = ?1
        UNION SELECT into_id FROM problem_merges JOIN about ON about.id = problem_id
      ) SELECT id FROM about)`,
  },
  { table: "module_writers", columns: ["request"], where: "document_id = ?1" },
  { table: "module_evaluations", columns: ["word"], where: "document_id = ?1" },
  {
    ...{ table: "publications", columns: ["content"], contents: ["content"] },
    where: "document_id = ?1 AND content IS NOT NULL",
  },
];

/** SQLite in the runtime takes so many parts of a UNION. */
const tablesAtOnce = 5;

/** One row's texts by their columns, before and after. */
interface Change {
  row: number;
  old: Record<string, string | null>;
  new: Record<string, string | null>;
}

/** How many rows beside the document have one of these words. */
export async function countHolding(
  d1: D1Database,
  documentId: string,
  words: readonly string[],
): Promise<number> {
  const counted = await changesIn(d1, { documentId, place: Number.MAX_SAFE_INTEGER }, words);
  return rowsOf(counted.filter(({ isUncounted }) => !isUncounted));
}

/**
 * Overwrites these words in every row that belongs to the document. The same again changes nothing;
 * a row that somebody changed meanwhile stays as it is, so it is to be called until none is left.
 * @param place up to where the register follows the room
 * @returns how many rows had them
 */
export async function overwriteRows(
  d1: D1Database,
  { documentId, place }: { documentId: string; place: number },
  words: readonly string[],
): Promise<number> {
  const changes = await changesIn(d1, { documentId, place }, words);
  if (changes.length > 0) {
    await d1.batch(
      changes.map(({ table, columns, raises, rows }) => {
        const set = columns.map((each) => `${each} = said.value ->> '$.new.${each}'`);
        if (raises !== undefined) set.push(`${raises} = ${table}.${raises} + 1`);
        const isAsRead = columns.map(
          (each) => `${table}.${each} IS said.value ->> '$.old.${each}'`,
        );
        return d1
          .prepare(
            `UPDATE ${table} SET ${set.join(", ")} FROM json_each(?1) AS said
             WHERE ${table}.rowid = said.value ->> 'row' AND ${isAsRead.join(" AND ")}`,
          )
          .bind(JSON.stringify(rows));
      }),
    );
  }
  return rowsOf(changes);
}

function rowsOf(changes: readonly { rows: readonly Change[] }[]): number {
  return changes.reduce((sum, { rows }) => sum + rows.length, 0);
}

async function changesIn(
  d1: D1Database,
  { documentId, place }: { documentId: string; place: number },
  words: readonly string[],
) {
  const parts = keptWords.map(({ table, columns, where }, kind) => {
    const said = columns.map((column) => `'${column}', ${column}`).join(", ");
    return `SELECT ${kind} AS kind, rowid AS row, json_object(${said}) AS said FROM ${table} WHERE ${where.replace("$place", () => String(place))}`;
  });
  const statements = Array.from({ length: Math.ceil(parts.length / tablesAtOnce) }, (_, at) => {
    const some = parts.slice(at * tablesAtOnce, (at + 1) * tablesAtOnce);
    return d1.prepare(some.join(" UNION ALL ")).bind(documentId);
  });
  const answers = await d1.batch<{ kind: number; row: number; said: string }>(statements);
  const found = Map.groupBy(
    answers.flatMap(({ results }) => results),
    ({ kind }) => kind,
  );
  return keptWords.flatMap((kept, kind) => {
    const { table, columns, quotes, raises, contents, isUncounted = false } = kept;
    const rows = (found.get(kind) ?? []).flatMap(({ row, said }): Change[] => {
      // Made by the statement above.
      const old = JSON.parse(said) as Change["old"];
      const next = Object.fromEntries(
        Object.entries(old).map(([name, text]) => {
          const without = contents?.includes(name)
            ? overwrittenContent
            : quotes?.includes(name)
              ? overwrittenQuote
              : overwritten;
          return [name, text && without(text, words)];
        }),
      );
      return columns.some((name) => next[name] !== old[name]) ? [{ row, old, new: next }] : [];
    });
    return rows.length > 0 ? [{ table, columns, raises, rows, isUncounted }] : [];
  });
}
