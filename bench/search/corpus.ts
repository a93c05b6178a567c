import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { indexedWords } from "../../domain/search/indexed-words.ts";
import { wordsIn } from "../../domain/search/words.ts";
import { otherFormQueries, type SearchQuery, sameFormQueries } from "./queries.ts";
import { writtenWords } from "./vocabulary.ts";

const wordsInDocument = 3000;
const sentenceWords = 12;
/** How often what a document is about is said in it. */
const saidTimes = 3;
const documentsInForum = 100;
const districtId = "99.01.01";

export const allQueries: readonly SearchQuery[] = [...otherFormQueries, ...sameFormQueries];

/** The document that a query means. */
export function expectedId(at: number): string {
  return `sought-${at}`;
}

/**
 * Writes documents into the database's own file while nothing serves it, indexed with the product's
 * own words: through the Worker it would take hours.
 */
export function writeCorpus(stateFolder: string, documents: number, memberId: string): void {
  const database = openFile(stateFolder);
  const random = seeded(20_261);
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN");
    writeForums(database, Math.ceil(documents / documentsInForum), memberId);
    const insert = {
      document: database.prepare(
        `INSERT INTO documents (id, forum_id, kind, title, theme, fiscal_year, status, created_at)
         VALUES (?, ?, 'case', ?, 'planning', 2027, 'open', ?)`,
      ),
      entry: database.prepare(
        `INSERT INTO search_entries (id, kind, subject_id, document_id, place)
         VALUES (?, 'document', ?, ?, 1)`,
      ),
      words: database.prepare(
        "INSERT INTO search_index (rowid, title, text, title_roots, text_roots) VALUES (?, ?, ?, ?, ?)",
      ),
      word: database.prepare("INSERT OR IGNORE INTO search_words (word) VALUES (?)"),
    };
    const spelled = new Set<string>();
    for (let at = 0; at < documents; at++) {
      const { id, title, text } = documentAt(at, documents, random);
      const said = indexedWords(title, text);
      insert.document.run(id, `searched-${Math.floor(at / documentsInForum)}`, title, at);
      insert.entry.run(at + 1, id, id);
      insert.words.run(at + 1, said.title, said.text, said.titleRoots, said.textRoots);
      for (const word of said.spelled) spelled.add(word);
      if (at % 500 === 499) database.exec("COMMIT; BEGIN");
    }
    for (const word of spelled) insert.word.run(word);
    database.exec("DELETE FROM search_due; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
}

/** Those that are sought stand scattered among the others. */
function documentAt(at: number, documents: number, random: () => number) {
  const every = Math.floor(documents / allQueries.length);
  const sought = at % every === 0 ? allQueries[at / every] : undefined;
  const id = sought ? expectedId(at / every) : `unsought-${at}`;
  const except = sought ? wordsIn(sought.query) : new Set<string>();
  const words = writtenWords(wordsInDocument, random, except);
  const sentences: string[] = [];
  for (let from = 0; from < words.length; from += sentenceWords) {
    sentences.push(`${words.slice(from, from + sentenceWords).join(" ")}.`);
  }
  if (sought === undefined)
    return { id, title: words.slice(7, 11).join(" "), text: sentences.join("\n") };
  for (let time = 0; time < saidTimes; time++) {
    sentences.splice(Math.floor(random() * sentences.length), 0, sought.sentences);
  }
  return { id, title: sought.title, text: sentences.join("\n") };
}

function writeForums(database: DatabaseSync, forums: number, memberId: string): void {
  const forum = database.prepare(
    `INSERT INTO forums (id, district_id, title, theme, stage, status, starts_at, ends_at, place, created_at)
     VALUES (?, ?, ?, 'planning', 'regular', 'ended', ?, ?, 'Balai', 0)`,
  );
  const member = database.prepare(
    "INSERT INTO forum_members (forum_id, person_id, role) VALUES (?, ?, 'participant')",
  );
  for (let at = 0; at < forums; at++) {
    forum.run(`searched-${at}`, districtId, `Forum ${at}`, at, at);
    member.run(`searched-${at}`, memberId);
  }
}

function openFile(stateFolder: string): DatabaseSync {
  for (const file of globSync(join(stateFolder, "**", "d1", "**", "*.sqlite"))) {
    const database = new DatabaseSync(file, { timeout: 5000 });
    const query = "SELECT 1 FROM sqlite_master WHERE name = 'search_index'";
    if (database.prepare(query).get()) return database;
    database.close();
  }
  throw new Error("the database's file was not found");
}

/** The same numbers each time, so that figures can be compared. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x80_00_00_00;
  };
}
