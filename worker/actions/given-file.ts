import { claims, fileTypeOf, maxFileBytes, safeFileName } from "../../domain/file-type.ts";
import {
  fileEmpty,
  fileNotWhatItSays,
  filesUnavailable,
  fileTooLarge,
  fileTypeRefused,
} from "../../domain/refusals/files.ts";
import { notFound } from "../../domain/refusals.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { isKnownId } from "./make-once.ts";

/** Beside one thing: a signed list of 150 people is at most eight sheets. */
export const filesAtOnce = 20;

export interface GivenFile {
  /** Made up by its browser, so that what is sent twice is there once. */
  id: string;
  /** As the browser named it; never trusted. */
  name: string;
  statedType: string;
  bytes: () => Promise<ArrayBuffer>;
}

/** Its bytes and what its row says of them. @throws file… */
export async function checkGivenFile(given: GivenFile) {
  const bytes = await given.bytes();
  const contentType = requireTrueType(bytes, given.statedType);
  return {
    bytes,
    row: {
      name: safeFileName(given.name, contentType),
      contentType,
      sizeBytes: bytes.byteLength,
      sha256: hex(await crypto.subtle.digest("SHA-256", bytes)),
    },
  };
}

/** @throws filesUnavailable for a deployment without a store */
export function requireStore(env: Env): R2Bucket {
  if (env.FILES === undefined) throw filesUnavailable();
  return env.FILES;
}

/**
 * The object first, then the row that makes it exist. What is left of a Worker that ended in between
 * is an object without a row, which nobody can reach (docs/decisions/0020).
 */
export async function keepFile(
  store: R2Bucket,
  { id, sha256, bytes }: { id: string; sha256: string; bytes: ArrayBuffer },
  writeRow: () => Promise<unknown>,
): Promise<void> {
  await store.put(id, bytes, { sha256 });
  try {
    await writeRow();
  } catch (error) {
    // Of a file that is sent twice at once the other's row says that this very object is there.
    if (!isKnownId(error)) await store.delete(id).catch(logBug);
    throw error;
  }
}

/** Its bytes. @throws filesUnavailable, notFound */
export async function readFile(env: Env, id: string): Promise<ReadableStream> {
  const object = await requireStore(env).get(id);
  if (object === null) throw notFound();
  return object.body;
}

function requireTrueType(bytes: ArrayBuffer, statedType: string) {
  if (bytes.byteLength === 0) throw fileEmpty();
  if (bytes.byteLength > maxFileBytes) throw fileTooLarge();
  const type = fileTypeOf(new Uint8Array(bytes));
  if (type === null) throw fileTypeRefused();
  if (!claims(statedType, type)) throw fileNotWhatItSays();
  return type;
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
