import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { z } from "zod/mini";

/** Kinds of binary messages: y-protocols' own, then the extras of this product. */
export const messageKinds = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** From the room: a sealed batch of changes, in place of a plain update. */
  sealed: 100,
  /** From a browser after a crash: a sealed batch that it was never told to be durable. */
  handedBack: 101,
} as const;

/** The parameter `protocol` with which a browser asks for sealed batches. */
export const sealedProtocol = "1";

/** Kinds of sync messages, as y-protocols numbers them. */
const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

/** The browser's sign of life; the runtime answers `pong` without waking the room. */
export const ping = "ping";
export const pong = "pong";

/** Largest frame that a room reads, in bytes; a pasted table of 500 rows stays well below. */
export const maxFrameBytes = 512 * 1024;

/**
 * Said to one author, as text, in the same event as the durable write: the first `count` update
 * frames of this socket are stored, the last of them at `at` (ms since 1970, the room's clock).
 */
export const savedSchema = z.object({
  type: z.literal("saved"),
  count: z.number(),
  at: z.number(),
});
export type Saved = z.infer<typeof savedSchema>;

/**
 * Said to everybody who keeps sealed batches: all entries up to `place` are durable, in this life
 * of the room. Batches of it need not be kept; those of an earlier life are handed back.
 */
export const durableSchema = z.object({
  type: z.literal("durable"),
  life: z.number(),
  place: z.number(),
});
export type Durable = z.infer<typeof durableSchema>;

export type RoomMessage =
  | { kind: "step1"; stateVector: Uint8Array }
  | { kind: "step2"; update: Uint8Array }
  | { kind: "update"; update: Uint8Array }
  | { kind: "awareness"; payload: Uint8Array; states: AwarenessEntry[] }
  | { kind: "queryAwareness" }
  | { kind: "sealed" | "handedBack"; batch: Uint8Array };

/** One client's presence as it travels; `state` is null for somebody who left. */
export interface AwarenessEntry {
  client: number;
  clock: number;
  state: Record<string, unknown> | null;
}

/** @throws when the frame is not one of y-protocols' messages, or has bytes left over */
export function decodeMessage(frame: Uint8Array): RoomMessage {
  const decoder = decoding.createDecoder(frame);
  const message = readMessage(decoder);
  if (decoding.hasContent(decoder)) throw new Error("bytes left over");
  return message;
}

function readMessage(decoder: decoding.Decoder): RoomMessage {
  switch (decoding.readVarUint(decoder)) {
    case messageKinds.sync:
      return readSync(decoder);
    case messageKinds.awareness: {
      const payload = decoding.readVarUint8Array(decoder);
      return { kind: "awareness", payload, states: decodeAwareness(payload) };
    }
    case messageKinds.queryAwareness:
      return { kind: "queryAwareness" };
    case messageKinds.sealed:
      return { kind: "sealed", batch: decoding.readVarUint8Array(decoder) };
    case messageKinds.handedBack:
      return { kind: "handedBack", batch: decoding.readVarUint8Array(decoder) };
    default:
      throw new Error("unknown kind of message");
  }
}

function readSync(decoder: decoding.Decoder): RoomMessage {
  const kind = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  switch (kind) {
    case syncKinds.step1:
      return { kind: "step1", stateVector: payload };
    case syncKinds.step2:
      return { kind: "step2", update: payload };
    case syncKinds.update:
      return { kind: "update", update: payload };
    default:
      throw new Error("unknown kind of sync message");
  }
}

function decodeAwareness(payload: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(payload);
  const entries: AwarenessEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (typeof state !== "object" || Array.isArray(state)) throw new Error("no awareness state");
    entries.push({ client, clock, state: state as Record<string, unknown> | null });
  }
  return entries;
}

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(payload, client);
    encoding.writeVarUint(payload, clock);
    encoding.writeVarString(payload, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload));
  return encoding.toUint8Array(encoder);
}

/** Asks a client what it shows of itself; every y-protocols client answers. */
export function encodeQueryAwareness(): Uint8Array {
  return Uint8Array.of(messageKinds.queryAwareness);
}

export function encodeStep1(doc: Y.Doc): Uint8Array {
  return encodeSync(syncKinds.step1, Y.encodeStateVector(doc));
}

/** Everything in `doc` that a client with this state vector lacks. */
export function encodeStep2(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return encodeSync(syncKinds.step2, Y.encodeStateAsUpdate(doc, stateVector));
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(syncKinds.update, update);
}

export function encodeSealed(kind: "sealed" | "handedBack", batch: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds[kind]);
  encoding.writeVarUint8Array(encoder, batch);
  return encoding.toUint8Array(encoder);
}

/** y-protocols' "permission denied", which stock providers understand. */
export function encodeDenied(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.auth);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

function encodeSync(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
