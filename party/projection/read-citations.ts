import * as Y from "yjs";
import { citedRegulation } from "../../domain/document/citations.ts";
import { textsIn } from "../notes/text-marks.ts";

/** The regulations that the document's words cite, each once. */
export function readCitations(fragment: Y.XmlFragment): string[] {
  const cited = new Set<string>();
  for (const text of textsIn(fragment)) {
    let open: string | null = null;
    for (let item = text._start; item; item = item.right) {
      if (item.deleted) continue;
      const { content } = item;
      if (content instanceof Y.ContentFormat && content.key === "link") open = citedBy(content);
      else if (open !== null && content instanceof Y.ContentString) cited.add(open);
    }
  }
  return [...cited];
}

/**
 * Whether words may cite something now that they did not before, or, where the document is known to
 * cite something, no longer do.
 */
export function touchesCitations(transaction: Y.Transaction, holdsSome: boolean): boolean {
  if (holdsSome && transaction.deleteSet.clients.size > 0) return true;
  const { store } = transaction.doc;
  for (const [client, end] of transaction.afterState) {
    const start = transaction.beforeState.get(client) ?? 0;
    const structs = end > start ? (store.clients.get(client) ?? []) : [];
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at];
      if (!struct || struct.id.clock + struct.length <= start) break;
      const content = struct instanceof Y.Item ? struct.content : null;
      if (content instanceof Y.ContentFormat && content.key === "link") {
        // The end of a citation is no word of it, but may cut one in two.
        if (holdsSome || citedBy(content) !== null) return true;
      }
    }
  }
  return false;
}

/** Attributes come from anybody's browser. */
function citedBy({ value }: Y.ContentFormat): string | null {
  const attributes: unknown = value;
  const isObject = typeof attributes === "object" && attributes !== null;
  return isObject && "href" in attributes ? citedRegulation(attributes.href) : null;
}
