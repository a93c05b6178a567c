import * as Y from "yjs";
import type { ReadingNode } from "../reading.ts";
import { childItems, typeOf } from "./kept-items.ts";

/**
 * A node of the document as it was, with the name of the Yjs item that brought it; of letters, that
 * of their text. What is still there under that name is the same node, whatever it says by now.
 */
export interface RestorableNode extends Omit<ReadingNode, "content"> {
  item?: string;
  content?: RestorableNode[];
}

export function itemName({ id }: Y.Item): string {
  return `${id.client}:${id.clock}`;
}

/** The live document below this, to come back to. */
export function restorableOf(parent: Y.XmlFragment | Y.XmlElement): RestorableNode[] {
  return [...childItems(parent)].flatMap((child): RestorableNode[] => {
    const type = child.deleted ? null : typeOf(child);
    if (!type) return [];
    const item = itemName(child);
    if (type instanceof Y.XmlElement) {
      const attrs = type.getAttributes();
      return [{ type: type.nodeName, attrs, content: restorableOf(type), item }];
    }
    return runsOf(type).map(({ text, marks }) => ({
      ...{ type: "text", text, item },
      marks: Object.entries(marks).map(([key, attrs]) => ({ type: key, attrs })),
    }));
  });
}

/** A text's letters, cut where their formatting changes. */
export function runsOf(text: Y.XmlText): { text: string; marks: Record<string, unknown> }[] {
  const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.flatMap(({ insert, attributes = {} }) =>
    typeof insert === "string" ? [{ text: insert, marks: attributes }] : [],
  );
}
