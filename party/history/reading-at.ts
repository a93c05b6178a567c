import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import type { ReadingNode } from "../reading.ts";
import { settingsAt, valuesOf } from "./attributes-at.ts";
import { childItems, rangeOf, typeOf } from "./kept-items.ts";
import type { Life, Replay } from "./replay.ts";
import { itemName, type RestorableNode } from "./restorable.ts";

/**
 * The document as it was after an entry, in the shape of `readingOf`; marks of annotations are left
 * out, and what stands side by side with the same marks is one text.
 */
export function readingAt(replay: Replay, place: number): ReadingNode {
  const fragment = replay.doc.getXmlFragment(fragmentName);
  return { type: "doc", content: childrenAt(replay, fragment, place) };
}

/** As `readingAt`, each node with the name of what brought it. */
export function restorableAt(replay: Replay, place: number): RestorableNode {
  const fragment = replay.doc.getXmlFragment(fragmentName);
  return { type: "doc", content: childrenAt(replay, fragment, place, itemName) };
}

export function isThereAt({ insertedAt, deletedAt }: Life, place: number): boolean {
  return insertedAt <= place && place < deletedAt;
}

function childrenAt(
  replay: Replay,
  parent: Y.XmlFragment | Y.XmlElement,
  place: number,
  nameOf?: (item: Y.Item) => string,
): RestorableNode[] {
  const content: RestorableNode[] = [];
  for (const item of childItems(parent)) {
    const type = typeOf(item);
    if (!type || !isThereAt(replay.life(item.id.client, item.id.clock), place)) continue;
    const name = nameOf ? { item: nameOf(item) } : {};
    if (type instanceof Y.XmlText) {
      content.push(...textsAt(replay, type, place).map((text) => ({ ...text, ...name })));
    } else {
      const attrs = valuesOf(settingsAt(replay, type, place));
      const children = childrenAt(replay, type, place, nameOf);
      content.push({ type: type.nodeName, attrs, content: children, ...name });
    }
  }
  return content;
}

function textsAt(replay: Replay, text: Y.XmlText, place: number): ReadingNode[] {
  const runs: { words: string; marks: string }[] = [];
  const open = new Map<string, unknown>();
  let marks = "[]";
  for (const item of childItems(text)) {
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (isAnnotationKey(content.key)) continue;
      if (!isThereAt(replay.life(item.id.client, item.id.clock), place)) continue;
      format(open, content);
      marks = JSON.stringify([...open]);
    }
    if (!(content instanceof Y.ContentString)) continue;
    replay.visitLives(rangeOf(item), (clock, end, insertedAt, deletedAt) => {
      if (insertedAt > place || deletedAt <= place) return;
      const words = content.str.slice(clock - item.id.clock, end - item.id.clock);
      const last = runs.at(-1);
      if (last?.marks === marks) last.words += words;
      else runs.push({ words, marks });
    });
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
