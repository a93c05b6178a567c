import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { RedactionOccurrence, RedactionPiece } from "../../domain/redaction.ts";
import { isContainer, textAllowed } from "../checks/document-shape.ts";
import { childItems, typeOf } from "./kept-items.ts";
import type { Replay } from "./replay.ts";
import { elementsAround } from "./touched-places.ts";
import { lettersIn, type WordsMatch, wordsAround, wordsEver } from "./words-ever.ts";

const maxOccurrences = 500;

/** Where these words stand or once stood, in the document's order, for a redaction. */
export function occurrencesOf(replay: Replay, words: string): RedactionOccurrence[] {
  const found: RedactionOccurrence[] = [];
  if (words.trim() === "") return found;
  for (const block of blocksIn(replay.doc.getXmlFragment(fragmentName))) {
    for (const match of wordsEver(replay, block, words)) {
      found.push(occurrenceOf(replay, block, match));
      if (found.length === maxOccurrences) return found;
    }
  }
  return found;
}

/** What stands or once stood in these places, each the letters of one block; those that are none are left out. */
export function occurrencesAt(
  replay: Replay,
  places: readonly (readonly RedactionPiece[])[],
): RedactionOccurrence[] {
  const found = new Map<readonly RedactionPiece[], RedactionOccurrence>();
  for (const block of blocksIn(replay.doc.getXmlFragment(fragmentName))) {
    const matchOf = lettersIn(replay, block);
    for (const pieces of places) {
      const match = found.has(pieces) ? null : matchOf((...id) => isIn(pieces, ...id));
      if (match) found.set(pieces, occurrenceOf(replay, block, match));
    }
  }
  return places.flatMap((pieces) => found.get(pieces) ?? []);
}

function isIn(pieces: readonly RedactionPiece[], ofClient: number, at: number): boolean {
  return pieces.some(
    ({ client, clock, length }) => client === ofClient && clock <= at && at < clock + length,
  );
}

/** All blocks of text that there ever were. */
function* blocksIn(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (const item of childItems(parent)) {
    const element = typeOf(item);
    if (!(element instanceof Y.XmlElement)) continue;
    if (textAllowed(element.nodeName)) yield element;
    yield* blocksIn(element);
  }
}

function occurrenceOf(replay: Replay, block: Y.XmlElement, match: WordsMatch): RedactionOccurrence {
  const place = match.letters[0]?.insertedAt ?? 0;
  return {
    pieces: piecesOf(match),
    ...wordsAround(replay, block, match),
    containerId: containerIdOf(block),
    stands: match.lastAt === replay.last,
    author: replay.entries.writer(replay.entries.writerOf(place)).author,
    at: replay.entries.timeOf(place),
  };
}

function piecesOf({ letters }: WordsMatch): RedactionPiece[] {
  const pieces: RedactionPiece[] = [];
  for (const { client, clock } of letters) {
    const last = pieces.at(-1);
    if (last && last.client === client && last.clock + last.length === clock) last.length++;
    else pieces.push({ client, clock, length: 1 });
  }
  return pieces;
}

function containerIdOf(block: Y.XmlElement): string | null {
  for (const element of elementsAround(block)) {
    if (!isContainer(element.nodeName) || element.nodeName === "field") continue;
    // Also of what was deleted.
    const id: unknown = element._map.get("id")?.content.getContent().at(-1);
    if (typeof id === "string") return id;
  }
  return null;
}
