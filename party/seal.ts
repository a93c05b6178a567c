import { createHmac, timingSafeEqual } from "node:crypto";
import { encodeBatch, readBatch, type SealedBatch, sealBytes } from "./sealed-batch.ts";

export interface SealContext {
  key: Uint8Array;
  document: string;
  epoch: number;
}

/**
 * A batch and its seal: HMAC-SHA-256, cut to 16 bytes, with the room's own key over document,
 * epoch and batch. A seal of another document or from before a new epoch is worth nothing.
 */
export function sealBatch(batch: SealedBatch, context: SealContext): Uint8Array {
  const body = encodeBatch(batch);
  const sealed = new Uint8Array(body.byteLength + sealBytes);
  sealed.set(body);
  sealed.set(seal(body, context), body.byteLength);
  return sealed;
}

/**
 * @returns null when the bytes do not bear this room's seal
 * @throws never for bytes from outside: what bears the seal was encoded here
 */
export function openBatch(sealed: Uint8Array, context: SealContext): SealedBatch | null {
  if (sealed.byteLength <= sealBytes) return null;
  const expected = seal(sealed.subarray(0, -sealBytes), context);
  return timingSafeEqual(expected, sealed.subarray(-sealBytes)) ? readBatch(sealed) : null;
}

function seal(body: Uint8Array, { key, document, epoch }: SealContext): Uint8Array {
  const hmac = createHmac("sha256", key).update(`${document}\n${epoch}\n`).update(body);
  return new Uint8Array(hmac.digest()).subarray(0, sealBytes);
}
