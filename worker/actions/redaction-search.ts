import { can } from "../../domain/permissions.ts";
import { minRedactedLetters } from "../../domain/redacted-words.ts";
import { type RedactionOccurrence, redactionFiller } from "../../domain/redaction.ts";
import { redactionNothingThere } from "../../domain/refusals/redaction.ts";
import { invalidField, notAllowed } from "../../domain/refusals.ts";
import { openDatabase } from "../db/open.ts";
import { countHolding } from "../db/redacted-rows.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { finishLeft } from "./carry-out-redaction.ts";
import { enterDocument } from "./documents.ts";
import { type ShownAuthor, shownAuthor } from "./history-authors.ts";
import { ThreadNames } from "./thread-names.ts";

/** A place where the words stand or once stood, as its reader may know it. */
export interface ShownOccurrence
  extends Pick<
    RedactionOccurrence,
    "before" | "words" | "after" | "containerId" | "stands" | "at"
  > {
  /** By which it is chosen. */
  key: string;
  units: number;
  author: ShownAuthor;
}

export interface FoundOccurrences {
  occurrences: ShownOccurrence[];
  beside: PlacesBeside;
}

/** Where the words stand that no letters of the text are, by how many places. */
export interface PlacesBeside {
  /** Notes, replies, register rows and names. */
  rows: number;
  /** Targets of links in the text. */
  links: number;
}

type Entered = Awaited<ReturnType<typeof enterDocument>>;

/** @throws notFound, notAllowed, invalidField */
export async function searchOccurrences(
  env: Env,
  me: SignedIn,
  { documentId, words }: { documentId: string; words: string },
  now: number,
): Promise<FoundOccurrences> {
  const entered = await enterDocument(env, me, documentId);
  const { actor, document } = entered;
  const mayRedact = can(actor, "document.redact", document);
  if (!mayRedact && !can(actor, "document.proposeRedaction", document)) throw notAllowed();
  requireWords(words);
  await finishLeft(env, documentId, now);
  const found = (await env.REVIEW_ROOM.getByName(documentId).occurrencesOf(words)) ?? [];
  return {
    occurrences: await shownOccurrences(env, entered, found),
    beside: await placesBeside(env, documentId, words),
  };
}

export async function placesBeside(
  env: Env,
  documentId: string,
  words: string,
): Promise<PlacesBeside> {
  const [rows, links] = await Promise.all([
    countHolding(env.DB, documentId, [words]),
    env.REVIEW_ROOM.getByName(documentId).valuesHolding(words),
  ]);
  return { rows, links };
}

/**
 * The places that somebody chose from a list, as they are now.
 * @throws redactionNothingThere where one of them is not there any more
 */
export async function chosenOccurrences(
  env: Env,
  documentId: string,
  words: string,
  chosen: readonly string[],
): Promise<RedactionOccurrence[]> {
  requireWords(words);
  const found = (await env.REVIEW_ROOM.getByName(documentId).occurrencesOf(words)) ?? [];
  const byKey = Map.groupBy(found, keyOf);
  return [...new Set(chosen)].flatMap((key) => {
    const occurrences = byKey.get(key);
    if (!occurrences) throw redactionNothingThere();
    return occurrences;
  });
}

export async function shownOccurrences(
  env: Env,
  entered: Entered,
  found: readonly RedactionOccurrence[],
): Promise<ShownOccurrence[]> {
  const { actor, document, roomPerson } = entered;
  const people = [...new Set(found.map(({ author }) => author.personId))];
  const names = await ThreadNames.load(env, openDatabase(env), entered, people);
  const reader = {
    unmasks: roomPerson.unmasks,
    seesPeople: can(actor, "history.names", document),
  };
  return [...Map.groupBy(found, keyOf)].flatMap(([key, alike]) => {
    const [each] = alike;
    if (!each) return [];
    const { before, words, after, containerId, stands, at } = each;
    return {
      ...{ key, before, words, after, containerId, stands, at },
      units: unitsOf(alike),
      author: shownAuthor(names, reader, each.author),
    };
  });
}

/** Places may share letters. */
export function unitsOf(occurrences: readonly Pick<RedactionOccurrence, "pieces">[]): number {
  const letters = occurrences.flatMap(({ pieces }) =>
    pieces.flatMap(({ client, clock, length }) =>
      Array.from({ length }, (_, at) => `${client}:${clock + at}`),
    ),
  );
  return new Set(letters).size;
}

/** @throws invalidField */
function requireWords(words: string): void {
  const isBar = words.includes(redactionFiller);
  if (isBar || words.length < minRedactedLetters) throw invalidField("words");
}

/** Its first letter: the same words may have begun there twice, and go together. */
function keyOf({ pieces: [first] }: Pick<RedactionOccurrence, "pieces">): string {
  return first ? `${first.client}:${first.clock}` : "";
}
