import { canonicalJson } from "./canonical-json.ts";
import type { AttendanceStatus } from "./statuses.ts";

/** Who came or did not; `from` is the name of the village or office. */
export interface Attended {
  name: string;
  position: string;
  from: string;
  status: AttendanceStatus;
}

/**
 * A document as it was submitted, which is also the file that anybody can check. Each part has a salt
 * of its own, so that words can be taken out of it later and what was signed stays verifiable.
 */
export interface Fingerprinted {
  schemaVersion: number;
  head: Block<Record<string, string>>;
  attendance: Block<Attended>[];
  /** `sha256` in hex. */
  attachments: Block<{ name: string; sha256: string }>[];
  /** What `canonicalBlocks` gives, in its order. */
  blocks: Block[];
}

export type Block<Node = unknown> = SaltedBlock<Node> | RedactedBlock;

/** `salt`: 32 random bytes in hex, which keep the words from being guessed. */
export interface SaltedBlock<Node = unknown> {
  salt: string;
  node: Node;
}

/** From which words were removed: its leaf, 64 hex digits, as it was when it was signed. */
export interface RedactedBlock {
  leaf: string;
}

/** Everything that has a leaf of its own, in the order of the leaves. */
export function partsOf({ head, attendance, attachments, blocks }: Fingerprinted): Block[] {
  return [head, ...attendance, ...attachments, ...blocks];
}

/** A block's leaf, 64 hex digits. @throws TypeError as `fingerprintOf` */
export async function leafOfBlock(block: Block): Promise<string> {
  return toHex(await leafOf(block));
}

/**
 * The root of the Merkle tree over a document, and its leaves, all as 64 hex digits (SHA-256).
 * `leaves[0]` says how many parts there are, `leaves[n + 1]` belongs to `partsOf(document)[n]`. The tree is that of
 * RFC 6962 with a salt in each leaf; docs/fingerprint.md says how to build it by hand.
 *
 * @param onProgress told the share that is done, 0 to 1, from time to time, and waited for; what it
 *   throws ends the work
 * @throws TypeError for a salt or leaf that is not 64 hex digits, for a block with a leaf and words,
 *   for what JSON cannot hold
 */
export async function fingerprintOf(
  document: Fingerprinted,
  onProgress?: (share: number) => Promise<void> | void,
): Promise<{ root: string; leaves: string[] }> {
  const parts = partsOf(document);
  let done = 0;
  const count = async (hashes: number) => {
    done += hashes;
    // As many leaves as inner nodes.
    await onProgress?.(Math.min(1, done / (2 * parts.length)));
  };
  const first = await hashOf(leafMark, new Uint8Array(), encoded(firstOf(document)));
  const leaves = [first, ...(await inBatches(parts, leafOf, count))];
  let level = leaves;
  while (level.length > 1) level = await inBatches(pairsIn(level), nodeOver, count);
  return { root: toHex(level[0] ?? first), leaves: leaves.map(toHex) };
}

const formVersion = 2;
const leafMark = 0;
const innerMark = 1;

/** So many hashes are under way together: a browser has each computed elsewhere. */
const atOnce = 256;

/** How many parts there are, so that no inner hash passes as the leaf of one redacted part. */
function firstOf({ schemaVersion, attendance, attachments, blocks }: Fingerprinted): unknown {
  return {
    version: formVersion,
    schemaVersion,
    attendance: attendance.length,
    attachments: attachments.length,
    blocks: blocks.length,
  };
}

function leafOf(block: Block): Promise<Uint8Array> | Uint8Array {
  if (!("leaf" in block)) return hashOf(leafMark, fromHex(block.salt), encoded(block.node));
  // Words beside a leaf would seem to be what was signed, and nothing would prove it.
  if ("node" in block || "salt" in block) throw new TypeError("a redacted block with words");
  return fromHex(block.leaf);
}

function pairsIn(level: readonly Uint8Array[]): Uint8Array[][] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, at) =>
    level.slice(2 * at, 2 * at + 2),
  );
}

/** An odd last one goes up as it is. */
function nodeOver(pair: Uint8Array[]): Promise<Uint8Array> | Uint8Array {
  const [only = new Uint8Array()] = pair;
  return pair.length === 1 ? only : hashOf(innerMark, ...pair);
}

async function inBatches<Part>(
  parts: readonly Part[],
  hash: (part: Part) => Promise<Uint8Array> | Uint8Array,
  onBatch: (hashes: number) => Promise<void>,
): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < parts.length; at += atOnce) {
    const batch = await Promise.all(parts.slice(at, at + atOnce).map(hash));
    hashes.push(...batch);
    await onBatch(batch.length);
  }
  return hashes;
}

async function hashOf(mark: number, ...parts: Uint8Array[]): Promise<Uint8Array> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 1));
  bytes[0] = mark;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function encoded(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

function fromHex(text: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new TypeError("not 64 hex digits");
  return Uint8Array.from({ length: 32 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
