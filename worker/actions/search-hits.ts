import type { SearchedWords } from "../../domain/search/marked-passage.ts";
import { openDatabase } from "../db/open.ts";
import type { FoundRef } from "../db/search.ts";
import { selectWords } from "../db/search-hits.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { factsInDocuments, seeDocuments } from "./search-facts-of-documents.ts";
import { factsOfShared } from "./search-facts-of-shared.ts";
import type { SearchHit } from "./search-hit.ts";

/**
 * Of these things those that the person may see, in their order: what a search found is asked of
 * the table of permissions once more.
 */
export async function readHits(
  env: Env,
  me: SignedIn,
  refs: readonly FoundRef[],
  words: SearchedWords,
): Promise<SearchHit[]> {
  if (refs.length === 0) return [];
  const db = openDatabase(env);
  const indexed = await selectWords(db, refs);
  const idsOf = (kind: FoundRef["kind"]) =>
    refs.filter((ref) => ref.kind === kind).map(({ subjectId }) => subjectId);
  const seen = await seeDocuments(
    db,
    me,
    indexed.flatMap(({ documentId }) => documentId ?? []),
  );
  const facts = new Map([
    ...(await factsInDocuments(db, me, seen, idsOf)),
    ...(await factsOfShared(db, me, idsOf)),
  ]);
  return refs.flatMap(({ kind, subjectId }) => {
    const ref = `${kind}:${subjectId}`;
    const known = facts.get(ref);
    const said = indexed.find((each) => each.kind === kind && each.subjectId === subjectId);
    if (known === undefined || said === undefined) return [];
    return [{ ref, ...known, title: words.marked(said.title), passage: words.passage(said.text) }];
  });
}
