import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { keptWords } from "./redacted-rows.ts";

/** Columns that hold no words, or words that are not swept, by why. */
const spared: Readonly<Record<string, readonly string[]>> = {
  "a code of the product": [
    ...["documents.kind", "documents.theme", "documents.status", "document_masks.kind"],
    ...["threads.kind", "threads.placement", "follow_ups.status", "follow_up_reports.status"],
    ...["versions.kind", "village_answers.answer", "redactions.status", "redactions.reason_kind"],
    ...["modules.status", "module_evaluations.given_as", "questions.theme"],
    ...["problems.theme", "problem_sources.kind", "publications.kind"],
    "search_entries.kind",
  ],
  "ids, hashes or places of letters": [
    ...[
      "threads.mentions",
      "replies.mentions",
      "submissions.fingerprint",
      "submissions.salts",
      "redactions.pieces",
    ],
    ...["redactions.leaves", "sign_offs.fingerprint"],
    "publications.digest",
  ],
  "a day": ["follow_ups.due_date"],
  "settled block by block with the fingerprint": [
    ...["submissions.head", "submissions.attendance", "submissions.attachments"],
  ],
  "forgotten by the last step": ["redactions.words"],
  "whose office it was, of the person and not of the document": [
    ...["sign_offs.position", "sign_offs.office", "reviews.position", "reviews.office"],
  ],
};

interface Column {
  name: string;
  type: string;
}
interface ForeignKey {
  table: string;
  from: string;
}

async function everyTable() {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%'",
  ).all<{ name: string }>();
  return Promise.all(
    results.map(async ({ name }) => {
      const columns = await env.DB.prepare(`PRAGMA table_info(${name})`).all<Column>();
      const keys = await env.DB.prepare(`PRAGMA foreign_key_list(${name})`).all<ForeignKey>();
      return { name, columns: columns.results, keys: keys.results };
    }),
  );
}

it("every text of a row that leads to a document is swept, or there is a reason why not", async () => {
  const tables = await everyTable();
  const reached = new Set(["documents"]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { name, columns, keys } of tables) {
      const namesOne = columns.some((column) => /(^|_)document_id$/.test(column.name));
      if (namesOne || keys.some(({ table }) => reached.has(table))) reached.add(name);
    }
  }
  expect([...reached]).toEqual(expect.arrayContaining(["replies", "answers", "module_writers"]));
  const texts = tables
    .filter(({ name }) => reached.has(name))
    .flatMap(({ name, columns }) =>
      columns
        .filter((each) => /text/i.test(each.type) && !/(^|_)id$/.test(each.name))
        .map((each) => `${name}.${each.name}`),
    );
  const swept = keptWords.flatMap(({ table, columns }) =>
    columns.map((each) => `${table}.${each}`),
  );
  const known = new Set([...swept, ...Object.values(spared).flat()]);
  expect(texts.filter((each) => !known.has(each))).toEqual([]);
  expect([...known].filter((each) => !texts.includes(each))).toEqual([]);
});
