import * as Y from "yjs";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import { isFreeKey } from "../redaction/attribute-keys.ts";
import { maskedValue, wordsFrom } from "../redaction/word-masks.ts";
import type { Replay } from "./replay.ts";

/** In how many links and other values, standing or not, a redaction of these words finds them. */
export function valuesHolding(replay: Replay, words: string): number {
  const wanted = wordsFrom([words]);
  let found = 0;
  for (const structs of replay.doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      found += valuesIn(struct).filter((value) => maskedValue(value, wanted) !== value).length;
    }
  }
  return found;
}

function valuesIn({ content, parentSub }: Y.Item): unknown[] {
  if (content instanceof Y.ContentFormat)
    return isAnnotationKey(content.key) ? [] : [content.value];
  return content instanceof Y.ContentAny && isFreeKey(parentSub) ? content.arr : [];
}
