import { reviewableStatuses } from "../../domain/permissions.ts";
import { searchTooLong, searchWithoutWords } from "../../domain/refusals/search.ts";
import { SearchedWords } from "../../domain/search/marked-passage.ts";
import {
  anyOf,
  matchOf,
  maxQueryLength,
  readQuery,
  type SearchTerm,
  typedQuery,
} from "../../domain/search/search-query.ts";
import {
  type LibraryKind,
  libraryKinds,
  resultKinds,
  searchedKinds,
} from "../../domain/search/searched-kinds.ts";
import { openDatabase } from "../db/open.ts";
import { selectVillages } from "../db/people.ts";
import { type FoundRef, selectFound, selectNewest } from "../db/search.ts";
import type { SearchFilter, SearchScope } from "../db/search-conditions.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { districtsOf } from "./actor.ts";
import type { SearchHit } from "./search-hit.ts";
import { readHits } from "./search-hits.ts";
import { searchScope } from "./search-scope.ts";
import { corrected } from "./search-spelling.ts";

export interface SearchAnswer {
  hits: SearchHit[];
  /** The next ones, by which they are asked for; what comes later can be narrowed down to. */
  next: string[];
  /** The words that were looked for in place of mistyped ones. */
  corrected: string | null;
  /** Whether nothing has all of the words, and these have some. */
  isPartly: boolean;
}

export const hitsPerPage = 10;
const mostHits = 100;
const everything: SearchFilter = {
  ...{ kinds: resultKinds, theme: null, villageId: null, year: null, status: null },
};

/** @throws searchTooLong, searchWithoutWords */
export async function search(
  env: Env,
  me: SignedIn,
  { q, ...filter }: SearchFilter & { q: string },
): Promise<SearchAnswer> {
  const terms = termsOf(q);
  const db = openDatabase(env);
  const scope = await searchScope(db, me);
  const find = (match: string) => selectFound(db, match, { scope, filter, atMost: mostHits });
  let used = terms;
  let found = await find(matchOf(terms));
  if (found.length === 0) {
    const better = await corrected(db, terms, { scope, everything });
    if (better !== null) {
      found = await find(matchOf(better));
      used = better;
    }
  }
  const isPartly = found.length === 0 && used.length > 1;
  if (isPartly) found = await find(anyOf(used));
  return {
    ...(await firstPage(env, me, found, new SearchedWords(used))),
    corrected: used === terms || found.length === 0 ? null : typedQuery(used),
    isPartly: isPartly && found.length > 0,
  };
}

/** More of what a search found, in the order in which it found it. @throws as `search` */
export async function readMore(
  env: Env,
  me: SignedIn,
  { q, refs }: { q: string | null; refs: readonly string[] },
): Promise<{ hits: SearchHit[] }> {
  const words = new SearchedWords(q === null ? [] : termsOf(q));
  return { hits: await readHits(env, me, refs.flatMap(parseRef).slice(0, hitsPerPage), words) };
}

export type LibraryFilter = Pick<SearchFilter, "theme" | "villageId" | "year"> & {
  kind: LibraryKind | null;
};

/** What can be learnt from and stands, the newest first. */
export async function readLibrary(
  env: Env,
  me: SignedIn,
  { kind, ...filter }: LibraryFilter,
): Promise<Pick<SearchAnswer, "hits" | "next">> {
  const db = openDatabase(env);
  const found = await selectNewest(db, {
    scope: finishedIn(await searchScope(db, me)),
    filter: { ...filter, status: null, kinds: kind === null ? libraryKinds : [kind] },
    atMost: mostHits,
  });
  return firstPage(env, me, found, new SearchedWords([]));
}

/** By which a search can be narrowed down: those of the districts where the person is somebody. */
export async function readVillages(
  env: Env,
  me: SignedIn,
): Promise<{ villages: { id: string; name: string }[] }> {
  const db = openDatabase(env);
  const districtIds = [...new Set([me.district.id, ...districtsOf(me)])];
  const rows = await Promise.all(districtIds.map((id) => selectVillages(db, id)));
  const own = rows.flat().filter((village) => mayExist(village, env));
  return { villages: own.map(({ id, name }) => ({ id, name })) };
}

async function firstPage(
  env: Env,
  me: SignedIn,
  found: readonly FoundRef[],
  words: SearchedWords,
): Promise<Pick<SearchAnswer, "hits" | "next">> {
  return {
    hits: await readHits(env, me, found.slice(0, hitsPerPage), words),
    next: found.slice(hitsPerPage).map(({ kind, subjectId }) => `${kind}:${subjectId}`),
  };
}

/** @throws searchTooLong, searchWithoutWords */
function termsOf(q: string): SearchTerm[] {
  if (q.length > maxQueryLength) throw searchTooLong(maxQueryLength);
  const terms = readQuery(q);
  if (terms.length === 0) throw searchWithoutWords();
  return terms;
}

/** Without what is still being written, and what was withdrawn. */
function finishedIn(scope: SearchScope): SearchScope {
  return {
    ...scope,
    documents: scope.documents.map(({ forumIds, statuses }) => ({
      forumIds,
      statuses: statuses.filter((status) => reviewableStatuses.includes(status)),
    })),
  };
}

function parseRef(ref: string): FoundRef[] {
  const at = ref.indexOf(":");
  const kind = searchedKinds.find((each) => each === ref.slice(0, at));
  return kind === undefined ? [] : [{ kind, subjectId: ref.slice(at + 1) }];
}
