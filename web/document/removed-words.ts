import * as Y from "yjs";
import { minRedactedLetters, overwrittenPieces } from "../../domain/redacted-words.ts";
import { redactionFiller } from "../../domain/redaction.ts";

/** Shorter stretches of a deleted text stand in other texts by chance; a number of 12 digits does not. */
const minRepeatedLetters = 12;
/** The same for a deleted text as a whole. */
const minWholeLetters = 8;
/** The same for a number, whatever stands around it: few texts say six digits by chance. */
const minDigits = 6;

/**
 * What own unsent words must not bring back: what stood where the room has bars now, as far as this
 * device had it, and what they repeat of texts that the room has no more, where bars would not show.
 * @param outdated the document as it was here
 * @param ofRoom the room's document
 * @param unsent words that the room does not have yet
 */
export function removedWords(outdated: Uint8Array, ofRoom: Uint8Array, unsent: string): string[] {
  const [old, now] = [outdated, ofRoom].map((state) => {
    // What was deleted here, and is kept to be undone, counts too.
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, state);
    return doc;
  });
  if (!old || !now) return [];
  return [...new Set([...behindBars(old, now), ...repeatedOf(collected(old, now), unsent)])];
}

/** A text with bars in place of these words. Capital letters and small ones are the same. */
export function withoutWords(text: string, words: readonly string[]): string {
  return overwrittenPieces(text, words);
}

function behindBars(old: Y.Doc, now: Y.Doc): string[] {
  const runs = runsIn(now, ({ client, clock, letter }) =>
    letter === redactionFiller ? letterIn(old, client, clock) : "",
  );
  return [...runs].filter(({ length }) => length >= minRedactedLetters);
}

/** Stretches of the old text that the room had too, and has thrown away since. */
function collected(old: Y.Doc, now: Y.Doc): Iterable<string> {
  return runsIn(old, ({ client, clock, letter }) =>
    letter !== redactionFiller && isCollected(now, client, clock) ? letter : "",
  );
}

/** What a text repeats of these runs, in pieces that overlap. */
function* repeatedOf(runs: Iterable<string>, text: string): Generator<string> {
  const folded = text.toLowerCase();
  const pieces = new Set([...piecesOf(folded, minRepeatedLetters), ...digitsIn(folded)]);
  for (const run of runs) {
    const whole = run.trim().toLowerCase();
    if (whole.length >= minWholeLetters && folded.includes(whole)) yield whole;
    for (const piece of piecesOf(whole, minRepeatedLetters)) if (pieces.has(piece)) yield piece;
    for (const piece of digitsIn(whole)) if (pieces.has(piece)) yield piece;
  }
}

function* digitsIn(text: string): Generator<string> {
  for (const [digits] of text.matchAll(/\p{Nd}+/gu)) yield* piecesOf(digits, minDigits);
}

function* piecesOf(text: string, length: number): Generator<string> {
  for (let at = 0; at + length <= text.length; at++) yield text.slice(at, at + length);
}

/** Letters that follow each other in one text, for as long as `pick` gives one. */
function* runsIn(doc: Y.Doc, pick: (place: Letter) => string): Generator<string> {
  for (const text of textsIn(doc)) {
    let run = "";
    for (const place of lettersIn(text)) {
      const picked = pick(place);
      if (picked === "" && run !== "") yield run;
      run = picked === "" ? "" : run + picked;
    }
    if (run !== "") yield run;
  }
}

interface Letter {
  client: number;
  clock: number;
  letter: string;
}

function* textsIn(doc: Y.Doc): Generator<Y.XmlText> {
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue;
      if (struct.content.type instanceof Y.XmlText) yield struct.content.type;
    }
  }
}

/** In their order, whoever wrote them. */
function* lettersIn(text: Y.XmlText): Generator<Letter> {
  for (let item = text._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (let at = 0; at < item.length; at++) {
      yield { client, clock: clock + at, letter: item.content.str[at] ?? "" };
    }
  }
}

function isCollected(doc: Y.Doc, client: number, clock: number): boolean {
  const struct = structAt(doc, client, clock);
  return (
    struct !== null && !(struct instanceof Y.Item && struct.content instanceof Y.ContentString)
  );
}

function letterIn(doc: Y.Doc, client: number, clock: number): string {
  const struct = structAt(doc, client, clock);
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return "";
  const letter = struct.content.str[clock - struct.id.clock] ?? "";
  return letter === redactionFiller ? "" : letter;
}

/** Null where the document never had it. */
function structAt(doc: Y.Doc, client: number, clock: number): unknown {
  if (clock >= Y.getState(doc.store, client)) return null;
  return Y.getItem(doc.store, Y.createID(client, clock));
}
