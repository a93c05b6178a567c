import * as Y from "yjs";
import type { ClockRange } from "./update-ranges.ts";

/** The items of a document that lie in a range of ids, whole or in part. */
export function* itemsIn(doc: Y.Doc, { client, clock, end }: ClockRange): Generator<Y.Item> {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= end) return;
    if (struct instanceof Y.Item) yield struct;
  }
}

/** All that was ever put into a type, in its order, what was deleted too. */
export function* childItems(type: Y.XmlFragment | Y.XmlElement | Y.XmlText): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) yield item;
}

/** An item's ids. */
export function rangeOf({ id, length }: Y.Item): ClockRange {
  return { client: id.client, clock: id.clock, end: id.clock + length };
}

/** The element or text that an item brought; null for letters, marks and values. */
export function typeOf({ content }: Y.Item): Y.XmlElement | Y.XmlText | null {
  if (!(content instanceof Y.ContentType)) return null;
  const { type } = content;
  return type instanceof Y.XmlElement || type instanceof Y.XmlText ? type : null;
}
