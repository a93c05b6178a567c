import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { LockView } from "./locks/lock-view.ts";
import type { NoteNews } from "./notes/thread-view.ts";

/** Kinds of binary messages: y-protocols' own, then the extras of this product. */
export const messageKinds = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** From the room: a sealed batch of changes, in place of a plain update. */
  sealed: 100,
  /** From a browser after a crash: sealed batches that it was never told to be durable. */
  handedBack: 101,
  /** From the room, with a commit: what is on disk now. */
  durable: 102,
  /** From the room: whether its storage takes changes. */
  storage: 103,
  /** From the room: what was noted beside the text, JSON of `NoteNews`. */
  notes: 104,
  /** From the room: everything that is locked now, JSON of `LockView[]`. */
  locks: 105,
  /** From a browser, in place of step 1: also the epoch of what it has. */
  hello: 106,
  /** From the room, the answer to that before step 2: its epoch. */
  epoch: 107,
} as const;

/** The parameter `protocol` with which a browser asks for the extras of this product. */
export const ownProtocol = "1";

/** Kinds of sync messages, as y-protocols numbers them. */
const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

/** Largest frame that a room reads, in bytes; a pasted table of 500 rows stays well below. */
export const maxFrameBytes = 512 * 1024;

/** From this size of the encoded state on, in bytes, a document only shrinks; Yjs needs 13 times it. */
export const maxStateBytes = 2_000_000;

/**
 * Said to each browser with a commit, in the same event as the durable write, and once as the
 * first word on a new socket. Batches of this `life` up to `place` need not be kept any longer;
 * those of another life are handed back.
 */
export interface Durable {
  life: number;
  place: number;
  /** How many more of this socket's update frames are on disk, since it was last told. */
  saved: number;
  /** How many more of the frames of batches that it handed back are settled. */
  returned: number;
  /** When it was written, ms since 1970 by the room's clock. */
  at: number;
}

export type RoomMessage =
  | { kind: "step1"; stateVector: Uint8Array }
  | { kind: "step2"; update: Uint8Array }
  | { kind: "update"; update: Uint8Array }
  | { kind: "awareness"; payload: Uint8Array }
  | { kind: "queryAwareness" }
  /** `epoch` is 0 where the browser has nothing of the room's. */
  | { kind: "hello"; epoch: number; stateVector: Uint8Array }
  | { kind: "epoch"; epoch: number }
  | { kind: "sealed"; batch: Uint8Array }
  | { kind: "handedBack"; batches: Uint8Array[] }
  | { kind: "durable"; notice: Durable }
  | { kind: "storage"; works: boolean }
  | { kind: "notes"; news: NoteNews }
  | { kind: "locks"; locks: LockView[] };

/** One client's presence as it travels; `state` is null for somebody who left. */
export interface AwarenessEntry {
  client: number;
  clock: number;
  state: Record<string, unknown> | null;
}

/** A binary WebSocket message as bytes, not copied. */
export function bytesOf(message: ArrayBuffer | ArrayBufferView): Uint8Array {
  if (!ArrayBuffer.isView(message)) return new Uint8Array(message);
  return new Uint8Array(message.buffer, message.byteOffset, message.byteLength);
}

/** @throws when the frame is not one of y-protocols' messages, or has bytes left over */
export function decodeMessage(frame: Uint8Array): RoomMessage {
  const decoder = decoding.createDecoder(frame);
  const message = readMessage(decoder);
  if (decoding.hasContent(decoder)) throw new Error("bytes left over");
  return message;
}

/** @returns null for what `decodeMessage` throws at */
export function readFrame(frame: Uint8Array): RoomMessage | null {
  try {
    return decodeMessage(frame);
  } catch {
    return null;
  }
}

function readMessage(decoder: decoding.Decoder): RoomMessage {
  switch (decoding.readVarUint(decoder)) {
    case messageKinds.sync:
      return readSync(decoder);
    case messageKinds.awareness:
      return { kind: "awareness", payload: decoding.readVarUint8Array(decoder) };
    case messageKinds.queryAwareness:
      return { kind: "queryAwareness" };
    case messageKinds.hello:
      return {
        kind: "hello",
        epoch: decoding.readVarUint(decoder),
        stateVector: decoding.readVarUint8Array(decoder),
      };
    case messageKinds.epoch:
      return { kind: "epoch", epoch: decoding.readVarUint(decoder) };
    case messageKinds.sealed:
      return { kind: "sealed", batch: decoding.readVarUint8Array(decoder) };
    case messageKinds.handedBack:
      return { kind: "handedBack", batches: readBatches(decoder) };
    case messageKinds.durable:
      return { kind: "durable", notice: readDurable(decoder) };
    case messageKinds.storage:
      return { kind: "storage", works: decoding.readUint8(decoder) === 1 };
    case messageKinds.notes:
      return { kind: "notes", news: JSON.parse(decoding.readVarString(decoder)) };
    case messageKinds.locks:
      return { kind: "locks", locks: JSON.parse(decoding.readVarString(decoder)) };
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

function readBatches(decoder: decoding.Decoder): Uint8Array[] {
  const batches: Uint8Array[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    batches.push(decoding.readVarUint8Array(decoder));
  }
  return batches;
}

function readDurable(decoder: decoding.Decoder): Durable {
  return {
    life: decoding.readVarUint(decoder),
    place: decoding.readVarUint(decoder),
    saved: decoding.readVarUint(decoder),
    returned: decoding.readVarUint(decoder),
    at: decoding.readVarUint(decoder),
  };
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

export function encodeHello(epoch: number, doc: Y.Doc): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.hello);
  encoding.writeVarUint(encoder, epoch);
  encoding.writeVarUint8Array(encoder, Y.encodeStateVector(doc));
  return encoding.toUint8Array(encoder);
}

export function encodeEpoch(epoch: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.epoch);
  encoding.writeVarUint(encoder, epoch);
  return encoding.toUint8Array(encoder);
}

export function encodeStep2(update: Uint8Array): Uint8Array {
  return encodeSync(syncKinds.step2, update);
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encodeSync(syncKinds.update, update);
}

export function encodeSealed(batch: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.sealed);
  encoding.writeVarUint8Array(encoder, batch);
  return encoding.toUint8Array(encoder);
}

export function encodeHandedBack(batches: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.handedBack);
  encoding.writeVarUint(encoder, batches.length);
  for (const batch of batches) encoding.writeVarUint8Array(encoder, batch);
  return encoding.toUint8Array(encoder);
}

export function encodeDurable({ life, place, saved, returned, at }: Durable): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.durable);
  for (const number of [life, place, saved, returned, at]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

export function encodeStorage(works: boolean): Uint8Array {
  return new Uint8Array([messageKinds.storage, works ? 1 : 0]);
}

export function encodeNotes(news: NoteNews): Uint8Array {
  return encodeJson(messageKinds.notes, news);
}

export function encodeLocks(locks: readonly LockView[]): Uint8Array {
  return encodeJson(messageKinds.locks, locks);
}

/** y-protocols' "permission denied", which stock providers understand. */
export function encodeDenied(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.auth);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

function encodeJson(kind: number, value: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarString(encoder, JSON.stringify(value));
  return encoding.toUint8Array(encoder);
}

function encodeSync(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageKinds.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
