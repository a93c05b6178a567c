import * as Y from "yjs";
import { redactionFiller } from "../../domain/redaction.ts";

/** Shorter ones stand in every text. */
const shortest = 4;

/**
 * What stood in a document where the room has bars now, as far as this device had it.
 * @param outdated the document as it was here
 * @param ofRoom the room's document
 */
export function removedWords(outdated: Uint8Array, ofRoom: Uint8Array): string[] {
  const [old, now] = [outdated, ofRoom].map((state) => {
    // What was deleted here, and is kept to be undone, counts too.
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, state);
    return doc;
  });
  if (!old || !now) return [];
  const removed = new Map<string, string>();
  for (const text of textsIn(now)) {
    let run = "";
    const end = () => {
      if (run.length >= shortest) removed.set(run.toLowerCase(), run);
      run = "";
    };
    for (const { client, clock, letter } of lettersIn(text)) {
      const before = letter === redactionFiller ? letterIn(old, client, clock) : "";
      if (before === "") end();
      else run += before;
    }
    end();
  }
  return [...removed.values()];
}

/** A text with bars in place of these words. Capital letters and small ones are the same. */
export function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => {
    const pattern = new RegExp(word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
    return left.replaceAll(pattern, (found) => redactionFiller.repeat(found.length));
  }, text);
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
function* lettersIn(text: Y.XmlText) {
  for (let item = text._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    for (let at = 0; at < item.length; at++) {
      yield { client, clock: clock + at, letter: item.content.str[at] ?? "" };
    }
  }
}

function letterIn(doc: Y.Doc, client: number, clock: number): string {
  if (clock >= Y.getState(doc.store, client)) return "";
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock));
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return "";
  const letter = item.content.str[clock - item.id.clock] ?? "";
  return letter === redactionFiller ? "" : letter;
}
