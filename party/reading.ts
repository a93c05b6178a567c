import * as Y from "yjs";
import type { ReadingNode } from "../domain/document/reading-node.ts";

export type { ReadingNode };

/**
 * The document as it stands, taken from Yjs as it is: a schema in between would delete what it
 * does not know, in the live document.
 */
export function readingOf(fragment: Y.XmlFragment): ReadingNode {
  return { type: "doc", content: childrenOf(fragment) };
}

function childrenOf(parent: Y.XmlFragment): ReadingNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return textsOf(child);
    if (!(child instanceof Y.XmlElement)) return [];
    return [{ type: child.nodeName, attrs: child.getAttributes(), content: childrenOf(child) }];
  });
}

function textsOf(text: Y.XmlText): ReadingNode[] {
  const runs: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return runs.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== "string") return [];
    // Overlapping marks carry `--` and a hash behind their name.
    const marks = Object.entries(attributes).map(([key, attrs]) => ({
      type: key.replace(/--.*$/, ""),
      attrs,
    }));
    return [{ type: "text", text: insert, marks }];
  });
}
