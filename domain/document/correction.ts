import { Node } from "@tiptap/pm/model";
import { Annotation } from "./annotation.ts";
import { documentSchema } from "./schema.ts";

/** A document's words as they are read without an editor. */
export interface Words {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Words[];
  text?: string;
  marks?: { type: string; attrs?: unknown }[];
}

/**
 * The first words of a document that corrects a signed one: the signed words without the marks of
 * notes, every container with an id of its own from `nextId`.
 * @throws for words of a newer schema
 */
export function createCorrection(signed: Words, nextId: () => string): Node {
  return Node.fromJSON(documentSchema, copyOf(signed, nextId));
}

const mark = " (perbaikan)";

/** What it is listed as, beside the one that it corrects; a correction of a correction bears it once. */
export function titleOfCorrection(title: string, maxLength: number): string {
  if (title.endsWith(mark)) return title;
  return title.slice(0, maxLength - mark.length).trimEnd() + mark;
}

function copyOf(node: Words, nextId: () => string): Words {
  const { marks, content, attrs } = node;
  const hasId = "id" in (documentSchema.nodes[node.type]?.spec.attrs ?? {});
  const newAttrs = hasId ? { ...attrs, id: nextId() } : attrs;
  return {
    ...node,
    ...(newAttrs ? { attrs: newAttrs } : {}),
    ...(marks ? { marks: marks.filter(({ type }) => type !== Annotation.name) } : {}),
    ...(content ? { content: content.map((child) => copyOf(child, nextId)) } : {}),
  };
}
