import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** One passed-on change; `client` is a Yjs client id that is bound to its author. */
export interface SealedEntry {
  client: number;
  at: number;
  update: Uint8Array;
}

/**
 * What the room passes on in one frame. Browsers keep it until the room says that `lastPlace` is
 * durable, and hand it back after a crash; the seal lets the room believe what it reads there.
 */
export interface SealedBatch {
  /** The life of the room in which it was passed on: when it began, ms since 1970. */
  life: number;
  lastPlace: number;
  entries: SealedEntry[];
}

export const sealBytes = 16;

/** The batch without its seal. */
export function encodeBatch({ life, lastPlace, entries }: SealedBatch): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, life);
  encoding.writeVarUint(encoder, lastPlace);
  encoding.writeVarUint(encoder, entries.length);
  let before = life;
  for (const { client, at, update } of entries) {
    encoding.writeVarInt(encoder, at - before);
    encoding.writeVarUint8Array(encoder, update);
    if (firstClientIn(update) === null) encoding.writeVarUint(encoder, client);
    before = at;
  }
  return encoding.toUint8Array(encoder);
}

/** Reads a sealed batch without looking at the seal, as a browser does: it came from the room. */
export function readBatch(sealed: Uint8Array): SealedBatch {
  const decoder = decoding.createDecoder(sealed.subarray(0, -sealBytes));
  const batch: SealedBatch = {
    life: decoding.readVarUint(decoder),
    lastPlace: decoding.readVarUint(decoder),
    entries: [],
  };
  let at = batch.life;
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    at += decoding.readVarInt(decoder);
    const update = decoding.readVarUint8Array(decoder);
    const client = firstClientIn(update) ?? decoding.readVarUint(decoder);
    batch.entries.push({ client, at, update });
  }
  return batch;
}

/** The client id that a Yjs V1 update names first; null when it holds deletions alone. */
export function firstClientIn(update: Uint8Array): number | null {
  const decoder = decoding.createDecoder(update);
  if (decoding.readVarUint(decoder) === 0) return null;
  decoding.readVarUint(decoder);
  return decoding.readVarUint(decoder);
}
