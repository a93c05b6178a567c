import { isAnnotationKey } from "../notes/annotation-key.ts";
import type { ReadingNode } from "../reading.ts";

/** A live reading without annotations, equal neighbours joined. */
export function plain(node: ReadingNode): ReadingNode {
  const marks = node.marks?.filter(({ type }) => !isAnnotationKey(type));
  return {
    ...node,
    ...(marks ? { marks } : {}),
    ...(node.content ? { content: joinRuns(node.content.map(plain)) } : {}),
  };
}

/** Neighbouring letters with the same marks are one text. */
export function joinRuns(nodes: readonly ReadingNode[]): ReadingNode[] {
  const runs: ReadingNode[] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    const isSame = last?.text !== undefined && node.text !== undefined;
    if (isSame && JSON.stringify(last.marks) === JSON.stringify(node.marks)) {
      last.text = `${last.text}${node.text}`;
    } else runs.push(node.content ? { ...node, content: joinRuns(node.content) } : { ...node });
  }
  return runs;
}
