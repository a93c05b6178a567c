import { Node } from "@tiptap/pm/model";
import { Annotation } from "./annotation.ts";
import type { ReadingNode } from "./reading-node.ts";
import { documentSchema } from "./schema.ts";

/**
 * The first words of a document that corrects a signed one: the signed words without the marks of
 * notes, every container with an id of its own from `nextId`.
 * @throws for words of a newer schema
 */
export function createCorrection(signed: ReadingNode, nextId: () => string): Node {
  return Node.fromJSON(documentSchema, copyOf(signed, nextId));
}

const mark = " (perbaikan)";

/** What it is listed as, beside the one that it corrects; a correction of a correction bears it once. */
export function titleOfCorrection(title: string, maxLength: number): string {
  if (title.endsWith(mark)) return title;
  return title.slice(0, maxLength - mark.length).trimEnd() + mark;
}

function copyOf(node: ReadingNode, nextId: () => string): ReadingNode {
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
