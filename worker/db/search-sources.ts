import { shortName } from "../../domain/regulations.ts";
import { indexedWords } from "../../domain/search/indexed-words.ts";
import type { SearchedKind } from "../../domain/search/searched-kinds.ts";
import type { Due, EntryWords } from "./search-index.ts";

/** A row of one of the statements below. */
interface Source {
  subjectId: string;
  documentId: string | null;
  title: string;
  text: string;
}

const some = "(SELECT value FROM json_each(?1))";
/** One line for each of these that says something. */
const lines = (...columns: string[]) =>
  `concat_ws(char(10), ${columns.map((column) => `nullif(${column}, '')`).join(", ")})`;

/**
 * What each kind of thing is found by, as far as it stands. Never who said it: in some cases and
 * questions that is hidden, and an index knows no reader. Documents are read by their rooms.
 */
const statements: Record<Exclude<SearchedKind, "document">, string> = {
  thread: `
    SELECT threads.id AS subjectId, document_id AS documentId, '' AS title,
      ${lines("text", "suggestion", "quote", "(SELECT group_concat(text, char(10)) FROM replies WHERE thread_id = threads.id AND removed_at IS NULL)")} AS text
    FROM threads WHERE threads.id IN ${some} AND removed_at IS NULL AND placement <> 'placing'`,
  agreement: `
    SELECT document_id || ':' || node_id AS subjectId, document_id AS documentId, '' AS title, text
    FROM agreements WHERE is_gone = 0 AND (document_id, node_id) IN (
      SELECT substr(value, 1, instr(value, ':') - 1), substr(value, instr(value, ':') + 1)
      FROM json_each(?1))`,
  followUp: `
    SELECT id AS subjectId, document_id AS documentId, activity AS title,
      ${lines("responsible", "village_text", "output")} AS text
    FROM follow_ups WHERE id IN ${some} AND is_gone = 0 AND replaces_id IS NULL`,
  practice: `
    SELECT practices.id AS subjectId, NULL AS documentId, title,
      ${lines("situation", "deed", "result", "cost", "contact_office", "villages.name")} AS text
    FROM practices JOIN villages ON villages.id = practices.village_id
    WHERE practices.id IN ${some} AND withdrawn_at IS NULL`,
  regulation: `
    SELECT id AS subjectId, NULL AS documentId,
      json_object('kind', kind, 'number', number, 'year', year) AS title, about AS text
    FROM regulations WHERE id IN ${some}`,
  question: `
    SELECT questions.id AS subjectId, NULL AS documentId, title,
      ${lines("questions.text", "(SELECT group_concat(text, char(10)) FROM answers WHERE question_id = questions.id AND withdrawn_at IS NULL)")} AS text
    FROM questions WHERE questions.id IN ${some} AND withdrawn_at IS NULL`,
  outcome: `
    SELECT outcomes.document_id AS subjectId, outcomes.document_id AS documentId,
      documents.title, ${lines("learnt", "decision", "result")} AS text
    FROM outcomes JOIN documents ON documents.id = outcomes.document_id
    WHERE outcomes.document_id IN ${some}`,
};

/** The words of what is due, as far as it stands: a statement for each kind. */
export async function readSources(d1: D1Database, due: readonly Due[]): Promise<EntryWords[]> {
  const byKind = [...Map.groupBy(due, ({ kind }) => kind)].flatMap(([kind, each]) =>
    kind === "document" ? [] : [{ kind, ids: each.map(({ subjectId }) => subjectId) }],
  );
  if (byKind.length === 0) return [];
  const answers = await d1.batch<Source>(
    byKind.map(({ kind, ids }) => d1.prepare(statements[kind]).bind(JSON.stringify(ids))),
  );
  return byKind.flatMap(({ kind }, at) =>
    (answers[at]?.results ?? []).map(({ subjectId, documentId, title, text }) => ({
      ...{ kind, subjectId, documentId },
      ...indexedWords(kind === "regulation" ? regulationTitle(title) : title, text ?? ""),
    })),
  );
}

/** As people write it; `20/2018` is found by `20` and `2018`. */
function regulationTitle(json: string): string {
  // Made by the statement above.
  return shortName(JSON.parse(json));
}
