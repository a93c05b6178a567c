import * as Y from "yjs";

/**
 * What a transaction changed, and the elements that it brought: Yjs names a new element only when
 * something in it was changed too, not when it came empty.
 */
export function changedAndNew({ doc, changed, beforeState, afterState }: Y.Transaction) {
  const all = new Map<unknown, ReadonlySet<string | null>>(changed);
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (!structs || start >= end) continue;
    for (let at = Y.findIndexSS(structs, start); at < structs.length; at++) {
      const struct = structs[at];
      const content = struct instanceof Y.Item ? struct.content : null;
      if (!(content instanceof Y.ContentType) || all.has(content.type)) continue;
      all.set(content.type, new Set());
    }
  }
  return all;
}
