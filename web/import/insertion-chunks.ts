import type { ReadingNode } from "../../domain/document/reading-node.ts";

/** What is put in at once: blocks, or further rows of the table that came last. */
export interface Chunk {
  kind: "blocks" | "rows";
  nodes: ReadingNode[];
  /** Of the blocks, how many are complete once this is in. */
  doneBlocks: number;
}

/** Nodes that a page puts in between two of its pictures, on a small phone too. */
const nodesAtOnce = 150;

/**
 * Blocks in portions that no page stops for. A long table comes with its first rows and grows, never
 * between two rows that a cell spans.
 */
export function chunksOf(blocks: readonly ReadingNode[]): Chunk[] {
  const chunks: Chunk[] = [];
  let nodes: ReadingNode[] = [];
  let size = 0;
  const close = (doneBlocks: number) => {
    if (nodes.length > 0) chunks.push({ kind: "blocks", nodes, doneBlocks });
    nodes = [];
    size = 0;
  };
  blocks.forEach((block, at) => {
    const own = countNodes(block);
    if (own > nodesAtOnce && block.type === "table") {
      close(at);
      chunks.push(...tableChunks(block, at));
      return;
    }
    if (size + own > nodesAtOnce) close(at);
    nodes.push(block);
    size += own;
  });
  close(blocks.length);
  return chunks;
}

function tableChunks(table: ReadingNode, at: number): Chunk[] {
  const groups: ReadingNode[][] = [];
  let group: ReadingNode[] = [];
  let size = 0;
  let reachedUntil = 0;
  (table.content ?? []).forEach((row, place) => {
    const isFree = place >= reachedUntil;
    if (isFree && size > 0 && size + countNodes(row) > nodesAtOnce) {
      groups.push(group);
      group = [];
      size = 0;
    }
    group.push(row);
    size += countNodes(row);
    for (const cell of row.content ?? []) {
      reachedUntil = Math.max(reachedUntil, place + Number(cell.attrs?.rowspan ?? 1));
    }
  });
  groups.push(group);
  return groups.map((rows, place): Chunk => {
    const doneBlocks = place === groups.length - 1 ? at + 1 : at;
    if (place > 0) return { kind: "rows", nodes: rows, doneBlocks };
    return { kind: "blocks", nodes: [{ ...table, content: rows }], doneBlocks };
  });
}

export function countNodes(node: ReadingNode): number {
  return (node.content ?? []).reduce((sum, child) => sum + countNodes(child), 1);
}

/** Bytes that the blocks take in the room's document, rather too many than too few. */
export function sizeInRoom(blocks: readonly ReadingNode[]): number {
  return blocks.reduce((sum, block) => sum + sizeOf(block), 0);
}

/** Of an element's place, name and attributes, and of a text's own. */
const elementBytes = 40;
const textBytes = 24;

function sizeOf({ type, text = "", marks = [], content = [] }: ReadingNode): number {
  if (type === "text") {
    return textBytes * (1 + 2 * marks.length) + new TextEncoder().encode(text).byteLength;
  }
  return elementBytes + textBytes + sizeInRoom(content);
}
