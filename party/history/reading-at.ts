import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import type { ReadingNode } from "../reading.ts";
import { settingsAt, valuesOf } from "./attributes-at.ts";
import { childItems, rangeOf, typeOf } from "./kept-items.ts";
import type { Life, Replay } from "./replay.ts";

/**
 * The document as it was after an entry, in the shape of `readingOf`; marks of annotations are left
 * out, and what stands side by side with the same marks is one text.
 */
export function readingAt(replay: Replay, place: number): ReadingNode {
  const fragment = replay.doc.getXmlFragment(fragmentName);
  return { type: "doc", content: childrenAt(replay, fragment, place) };
}

export function isThereAt({ insertedAt, deletedAt }: Life, place: number): boolean {
  return insertedAt <= place && place < deletedAt;
}

function childrenAt(
  replay: Replay,
  parent: Y.XmlFragment | Y.XmlElement,
  place: number,
): ReadingNode[] {
  const content: ReadingNode[] = [];
  for (const item of childItems(parent)) {
    const type = typeOf(item);
    if (!type || !isThereAt(replay.life(item.id.client, item.id.clock), place)) continue;
    if (type instanceof Y.XmlText) {
      content.push(...textsAt(replay, type, place));
    } else {
      const attrs = valuesOf(settingsAt(replay, type, place));
      content.push({ type: type.nodeName, attrs, content: childrenAt(replay, type, place) });
    }
  }
  return content;
}

function textsAt(replay: Replay, text: Y.XmlText, place: number): ReadingNode[] {
  const runs: { words: string; marks: string }[] = [];
  const open = new Map<string, unknown>();
  for (const item of childItems(text)) {
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (isAnnotationKey(content.key)) continue;
      if (isThereAt(replay.life(item.id.client, item.id.clock), place)) format(open, content);
    }
    if (!(content instanceof Y.ContentString)) continue;
    for (const piece of replay.lives(rangeOf(item))) {
      if (!isThereAt(piece, place)) continue;
      const words = content.str.slice(piece.clock - item.id.clock, piece.end - item.id.clock);
      const marks = JSON.stringify([...open]);
      const last = runs.at(-1);
      if (last?.marks === marks) last.words += words;
      else runs.push({ words, marks });
    }
  }
  return runs.map(({ words, marks }) => ({
    type: "text",
    text: words,
    marks: JSON.parse(marks).map(([type, attrs]: [string, unknown]) => ({ type, attrs })),
  }));
}

/** Marks that a formatting opens or closes for what follows it. */
export function format(open: Map<string, unknown>, { key, value }: Y.ContentFormat): void {
  if (value === null) open.delete(key);
  else open.set(key, value);
}
