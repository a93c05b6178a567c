import * as Y from "yjs";
import { itemName, type RestorableNode } from "./restorable.ts";

/** A child to be restored: a node, or the letters of one text. */
export type Part = { node: RestorableNode } | { runs: RestorableNode[] };
type Child = Y.XmlElement | Y.XmlText;

export interface Pair {
  child: number;
  part: number;
}

/** Nodes one by one, letters by the text that they stood in. */
export function partsOf(nodes: readonly RestorableNode[]): Part[] {
  const parts: Part[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (node.type !== "text") parts.push({ node });
    else if (last && "runs" in last && last.runs[0]?.item === node.item) last.runs.push(node);
    else parts.push({ runs: [node] });
  }
  return parts;
}

/**
 * Which child is which part, in the order of both: the same item, else the container with the same
 * id, else between two such pairs the next text.
 */
export function pairsOf(children: readonly Child[], parts: readonly Part[]): Pair[] {
  const byName = new Map<string, number>();
  for (const [at, child] of children.entries()) {
    for (const name of namesOfChild(child)) if (!byName.has(name)) byName.set(name, at);
  }
  const same = parts.flatMap((part, at) => {
    const found = namesOfPart(part).map((name) => byName.get(name));
    const child = found.find((each) => each !== undefined);
    return child === undefined ? [] : [{ child, part: at }];
  });
  return withTexts(rising(same), children, parts);
}

function namesOfChild(child: Child): string[] {
  const item = child._item ? [itemName(child._item)] : [];
  if (child instanceof Y.XmlText) return item;
  return [...item, ...nameOfContainer(child.nodeName, child.getAttribute("id"))];
}

function namesOfPart(part: Part): string[] {
  if ("runs" in part) return part.runs[0]?.item === undefined ? [] : [part.runs[0].item];
  const { item, type, attrs } = part.node;
  return [...(item === undefined ? [] : [item]), ...nameOfContainer(type, attrs?.id)];
}

function nameOfContainer(nodeName: string, id: unknown): string[] {
  return typeof id === "string" ? [`${nodeName} ${id}`] : [];
}

/** As many pairs as follow each other on both sides. */
function rising(pairs: readonly Pair[]): Pair[] {
  const before: number[] = [];
  /** For each length of a row of pairs the one that ends it lowest. */
  const ends: number[] = [];
  for (const [at, { child }] of pairs.entries()) {
    const found = ends.findIndex((end) => (pairs[end]?.child ?? 0) >= child);
    const length = found < 0 ? ends.length : found;
    before[at] = ends[length - 1] ?? -1;
    ends[length] = at;
  }
  const row: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) row.unshift(pair);
  }
  return row;
}

/** In each gap between pairs the texts of both sides belong together, in their order. */
function withTexts(
  pairs: readonly Pair[],
  children: readonly Child[],
  parts: readonly Part[],
): Pair[] {
  const all: Pair[] = [];
  let [child, part] = [0, 0];
  for (const pair of [...pairs, { child: children.length, part: parts.length }]) {
    while (child < pair.child && part < pair.part) {
      const found = parts[part];
      if (!found || !("runs" in found)) part++;
      else if (!(children[child] instanceof Y.XmlText)) child++;
      else all.push({ child: child++, part: part++ });
    }
    if (pair.child < children.length) all.push(pair);
    [child, part] = [pair.child + 1, pair.part + 1];
  }
  return all;
}
