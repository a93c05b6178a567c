import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { z } from "zod";
import type { Checkpoint, ClientBinding, Page } from "./log-store.ts";

/** What a room keeps beside log, checkpoint and bindings. The key of its seals stays with it. */
const archiveHeadSchema = z.strictObject({
  schemaVersion: z.int().positive().nullable(),
  epoch: z.int().positive(),
  lastIssuedId: z.int().nonnegative(),
  repackFrom: z.int().positive().nullable(),
  /** Archives of version 1 know of none. */
  redactions: z
    .array(
      z.strictObject({
        id: z.string(),
        epoch: z.int().positive(),
        place: z.int().positive(),
        units: z.int().nonnegative(),
      }),
    )
    .readonly()
    .default([]),
  /** The last entry of the log. */
  place: z.int().nonnegative(),
});
export type ArchiveHead = z.infer<typeof archiveHeadSchema>;

export function encodeHead(head: ArchiveHead): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(head));
}

/** @throws when the bytes are not a head; so do the other decoders here */
export function decodeHead(bytes: Uint8Array): ArchiveHead {
  return archiveHeadSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

export function encodeBindings(bindings: readonly ClientBinding[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, bindings.length);
    for (const { client, author } of bindings) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarString(encoder, author.personId);
      encoding.writeVarString(encoder, author.villageId ?? "");
    }
  });
}

export function decodeBindings(bytes: Uint8Array): ClientBinding[] {
  const decoder = decoding.createDecoder(bytes);
  const bindings: ClientBinding[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    const personId = decoding.readVarString(decoder);
    const villageId = decoding.readVarString(decoder);
    const author = { personId, villageId: villageId === "" ? null : villageId };
    bindings.push({ client, author });
  }
  return bindings;
}

export function encodeCheckpoint({ place, state }: Checkpoint): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, place);
    encoding.writeUint8Array(encoder, state);
  });
}

export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  const decoder = decoding.createDecoder(bytes);
  return { place: decoding.readVarUint(decoder), state: decoding.readTailAsUint8Array(decoder) };
}

export function encodePageRow({ first, last, at, entries }: Page): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [first, last, at]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8Array(encoder, entries);
  });
}

export function decodePageRow(bytes: Uint8Array): Page {
  const decoder = decoding.createDecoder(bytes);
  return {
    first: decoding.readVarUint(decoder),
    last: decoding.readVarUint(decoder),
    at: decoding.readVarUint(decoder),
    entries: decoding.readTailAsUint8Array(decoder),
  };
}
