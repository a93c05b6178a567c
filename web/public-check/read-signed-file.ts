import type { Fingerprinted } from "../../domain/fingerprint.ts";

/** Why a file cannot be checked. */
export type Fault = "tooLarge" | "unreadable" | "cutOff" | "notOurs" | "altered";

export class FileFault extends Error {
  override name = "FileFault";
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** More than any document has; what a phone's memory holds several times. */
export const maxCheckedBytes = 50_000_000;

/**
 * The document in a file that was saved from the product. Strict: what the fingerprint does not
 * cover may not be in it, or a reader could take it for signed.
 *
 * @throws FileFault
 */
export async function readSignedFile(file: Blob): Promise<Fingerprinted> {
  if (file.size > maxCheckedBytes) throw new FileFault("tooLarge");
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new FileFault("unreadable", { cause });
  });
  const text = decode(bytes);
  const document = parse(text);
  if (!isFingerprinted(document)) throw new FileFault("notOurs");
  if (writtenKeys(text) !== keysIn(document)) throw new FileFault("altered");
  return document;
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FileFault("notOurs", { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FileFault(text.trimStart().startsWith("{") ? "cutOff" : "notOurs", { cause });
  }
}

function isFingerprinted(value: unknown): value is Fingerprinted {
  if (!hasOnly(value, ["attachments", "attendance", "blocks", "head", "schemaVersion"]))
    return false;
  const { schemaVersion, head, attendance, attachments, blocks } = value;
  return (
    Number.isInteger(schemaVersion) &&
    isBlock(head, isWords) &&
    areBlocks(attendance, isObject) &&
    areBlocks(attachments, isObject) &&
    areBlocks(blocks, () => true)
  );
}

function areBlocks(blocks: unknown, isNode: (node: unknown) => boolean): boolean {
  return Array.isArray(blocks) && blocks.every((block) => isBlock(block, isNode));
}

function isBlock(block: unknown, isNode: (node: unknown) => boolean): boolean {
  if (hasOnly(block, ["leaf"])) return isHash(block.leaf);
  return hasOnly(block, ["node", "salt"]) && isHash(block.salt) && isNode(block.node);
}

function isWords(node: unknown): boolean {
  return isObject(node) && Object.values(node).every((words) => typeof words === "string");
}

function hasOnly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return isObject(value) && Object.keys(value).sort().join() === keys.join();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHash(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** Of two keys with one name JSON keeps the last, so that a reader could be shown the first. */
function writtenKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    if (colon !== undefined) count++;
  }
  return count;
}

function keysIn(document: unknown): number {
  let count = 0;
  const left: unknown[] = [document];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) count += Object.keys(value).length;
    for (const part of Object.values(value)) left.push(part);
  }
  return count;
}
