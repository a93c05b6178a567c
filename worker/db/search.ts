import { type SQL, sql } from "drizzle-orm";
import { inTitle } from "../../domain/search/search-query.ts";
import type { SearchedKind } from "../../domain/search/searched-kinds.ts";
import type { Database } from "./open.ts";
import { findable, type SearchFilter, type SearchScope } from "./search-conditions.ts";

/** A thing that was found, by its kind and id. */
export interface FoundRef {
  kind: SearchedKind;
  subjectId: string;
}

/** How much a word counts in a title and in a text, and as another form of it in each. */
const weights = sql.raw("8.0, 1.0, 6.0, 0.6");

/**
 * Where more has these words, they stand nearly everywhere and tell the better from the worse no more,
 * while to weigh each of ten thousand texts takes longer than anybody waits.
 */
const mostWeighed = 2000;

interface Wanted {
  scope: SearchScope;
  filter: SearchFilter;
  atMost: number;
}

/**
 * What of this may be seen and is looked for: first what says all of it in its title, then by weight,
 * or where the words stand nearly everywhere the newest. @param match an FTS5 expression
 */
export async function selectFound(
  db: Database,
  match: string,
  wanted: Wanted,
): Promise<FoundRef[]> {
  const titled = await selectWeighed(db, inTitle(match), wanted);
  if (titled.length === wanted.atMost) return titled;
  const others = (await isEverywhere(db, match))
    ? await selectLatest(db, match, wanted)
    : await selectWeighed(db, match, wanted);
  const known = new Set(titled.map(keyOf));
  return [...titled, ...others.filter((each) => !known.has(keyOf(each)))].slice(0, wanted.atMost);
}

async function isEverywhere(db: Database, match: string): Promise<boolean> {
  const [found] = await db.all<{ count: number }>(sql`
    select count(*) as count from (
      select 1 from search_index where search_index match ${match} limit ${mostWeighed + 1})`);
  return (found?.count ?? 0) > mostWeighed;
}

function selectWeighed(db: Database, match: string, wanted: Wanted): Promise<FoundRef[]> {
  return db.all(sql`
    select e.kind, e.subject_id as subjectId
    from (
      select rowid as id, bm25(search_index, ${weights}) as score
      from search_index where search_index match ${match}
    ) as hit
    join search_entries as e on e.id = hit.id
    left join documents as d on d.id = e.document_id
    where ${findable(wanted.scope, wanted.filter)}
    order by hit.score, e.id desc
    limit ${wanted.atMost}`);
}

/** The index is read backwards, and no further than it has to be. */
function selectLatest(db: Database, match: string, wanted: Wanted): Promise<FoundRef[]> {
  return db.all(sql`
    select e.kind, e.subject_id as subjectId
    from search_index cross join search_entries as e on e.id = search_index.rowid
    left join documents as d on d.id = e.document_id
    where search_index match ${match} and ${findable(wanted.scope, wanted.filter)}
    order by search_index.rowid desc
    limit ${wanted.atMost}`);
}

function keyOf({ kind, subjectId }: FoundRef): string {
  return `${kind} ${subjectId}`;
}

/** The same without words: the newest first. */
export function selectNewest(
  db: Database,
  { scope, filter, atMost }: { scope: SearchScope; filter: SearchFilter; atMost: number },
): Promise<FoundRef[]> {
  const at = sql`case e.kind
    when 'practice' then (select created_at from practices where id = e.subject_id)
    when 'outcome' then (select created_at from outcomes where document_id = e.subject_id)
    else d.created_at end`;
  return db.all(sql`
    select e.kind, e.subject_id as subjectId
    from search_entries as e left join documents as d on d.id = e.document_id
    where ${findable(scope, filter)}
    order by ${at} desc, e.id
    limit ${atMost}`);
}

/** Words that begin with one of these letters and are about as long. */
export async function selectSpelled(
  db: Database,
  {
    letters,
    length,
    atMostWrong,
  }: { letters: readonly string[]; length: number; atMostWrong: number },
): Promise<string[]> {
  const ranges: SQL[] = letters.map(
    (letter) => sql`(word >= ${letter} and word < ${afterLetter(letter)})`,
  );
  const rows = await db.all<{ word: string }>(sql`
    select word from search_words where (${sql.join(ranges, sql` or `)})
      and length(word) between ${length - atMostWrong} and ${length + atMostWrong}`);
  return rows.map(({ word }) => word);
}

/**
 * Those of these expressions that something matches which the person may see: a word that stands only
 * where they may not look is not told by a correction either.
 */
export async function selectMatching(
  db: Database,
  matches: readonly string[],
  scope: SearchScope,
  filter: SearchFilter,
): Promise<Set<string>> {
  const rows = await db.all<{ value: string }>(sql`
    select value from json_each(${JSON.stringify(matches)}) where exists (
      select 1 from search_index join search_entries as e on e.id = search_index.rowid
      left join documents as d on d.id = e.document_id
      where search_index match value and ${findable(scope, filter)})`);
  return new Set(rows.map(({ value }) => value));
}

function afterLetter(letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1);
}
