import type { ComparedNode } from "../../party/history/history-view.ts";
import { isText } from "./find-changes.ts";

/** The section, or the item of the agenda, of this id: alone, or nothing where it is not there. */
export function findPart(content: readonly ComparedNode[], id: string): ComparedNode[] {
  for (const node of content) {
    if (node.attrs.id === id) return [node];
    const blocks = node.content.flatMap((child) => (isText(child) ? [] : [child]));
    const [inside] = findPart(blocks, id);
    if (inside) return [inside];
  }
  return [];
}
