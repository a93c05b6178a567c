import { env } from "cloudflare:workers";
import type { SearchAnswer } from "../actions/search.ts";
import type { SearchHit } from "../actions/search-hit.ts";
import { documentEntry } from "../db/document-entry.ts";
import { writeDocumentWords } from "../db/search-index.ts";
import { ask, cookieOf } from "./requests.ts";

/** Indexes a document as its room would. */
export function indexText(documentId: string, title: string, text: string, place = 1) {
  const known = { title, place: 0, stamp: null };
  return writeDocumentWords(env.DB, documentEntry(documentId, title, { place, text }), known);
}

export async function searchAs(
  personId: string,
  q: string,
  filter: Record<string, string> = {},
): Promise<SearchAnswer> {
  const query = new URLSearchParams({ q, ...filter });
  const answer = await ask(`/api/search?${query}`, { cookie: await cookieOf(personId) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json<SearchAnswer>();
}

export async function refsAs(
  personId: string,
  q: string,
  filter: Record<string, string> = {},
): Promise<string[]> {
  const { hits, next } = await searchAs(personId, q, filter);
  return [...hits.map(({ ref }) => ref), ...next];
}

/** A hit's words with what is marked between brackets. */
export function markedIn(pieces: SearchHit["passage"]): string {
  return pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");
}
