import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { encodeBatch, readBatch, type SealedBatch, sealBytes } from "./sealed-batch.ts";

export interface SealContext {
  key: Uint8Array;
  document: string;
  epoch: number;
}

/**
 * A room's seal under what it passes on: HMAC-SHA-256, cut to 16 bytes, with the room's own key
 * over document, epoch and batch. A seal of another document or from before a new epoch is worth
 * nothing. Synchronous, since a seal must be ready in the event that passes a change on.
 */
export class Seal {
  readonly #begun: ReturnType<typeof hmac.create>;

  constructor({ key, document, epoch }: SealContext) {
    const scope = new TextEncoder().encode(`${document}\n${epoch}\n`);
    this.#begun = hmac.create(sha256, key).update(scope);
  }

  /** The batch with its seal at the end. */
  put(batch: SealedBatch): Uint8Array {
    const body = encodeBatch(batch);
    const sealed = new Uint8Array(body.byteLength + sealBytes);
    sealed.set(body);
    sealed.set(this.#over(body), body.byteLength);
    return sealed;
  }

  /**
   * @returns null when the bytes do not bear this seal
   * @throws never for bytes from outside: what bears the seal was encoded here
   */
  open(sealed: Uint8Array): SealedBatch | null {
    if (sealed.byteLength <= sealBytes) return null;
    const expected = this.#over(sealed.subarray(0, -sealBytes));
    const isOurs = crypto.subtle.timingSafeEqual(expected, sealed.subarray(-sealBytes));
    return isOurs ? readBatch(sealed) : null;
  }

  #over(body: Uint8Array): Uint8Array {
    return this.#begun.clone().update(body).digest().subarray(0, sealBytes);
  }
}
