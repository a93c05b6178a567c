import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { readBatch } from "../../party/seals/sealed-batch.ts";
import type { Seat } from "../servers/bench-server.ts";
import { type Received, readReceived } from "./dialect.ts";

/**
 * Yjs ids of light clients follow on from this one. An edit is known by its writer's id and clock,
 * a caret by its client and clock: so an edit can be one letter, as a keystroke is, and still be
 * told from every other, with no marker in the text.
 */
export const firstClientId = 0xa0000000;
export const maxClients = 512;

/** Letters `from` up to, not including, `to` by one writer; or one caret of theirs. */
export interface Run {
  writer: number;
  from: number;
  to: number;
}

export interface MarkedFrame {
  message: Received;
  runs: Run[];
}

const largestCachedBytes = 4096;
const cachedFrames = 2000;

/** Decodes frames; a server sends the same bytes to many clients, so each is decoded once. */
export class MarkedFrames {
  readonly #dialect: Pick<Seat, "dialect">;
  readonly #known = new Map<string, MarkedFrame>();

  constructor(dialect: Pick<Seat, "dialect">) {
    this.#dialect = dialect;
  }

  read(frame: Buffer): MarkedFrame {
    if (frame.length > largestCachedBytes) return this.#decode(frame);
    const key = frame.toString("latin1");
    const known = this.#known.get(key);
    if (known) return known;
    const decoded = this.#decode(Buffer.from(frame));
    if (this.#known.size >= cachedFrames) this.#known.clear();
    this.#known.set(key, decoded);
    return decoded;
  }

  #decode(frame: Buffer): MarkedFrame {
    const message = readReceived(this.#dialect, frame);
    switch (message.kind) {
      case "update":
        return { message, runs: lettersIn(message.payload) };
      case "sealed": {
        const { entries } = readBatch(message.payload);
        return { message, runs: entries.flatMap(({ update }) => lettersIn(update)) };
      }
      case "awareness":
        return { message, runs: caretsIn(message.payload) };
      default:
        return { message, runs: [] };
    }
  }
}

function lettersIn(update: Uint8Array): Run[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [];
    return run(struct.id.client, struct.id.clock, struct.length);
  });
}

function caretsIn(payload: Uint8Array): Run[] {
  const decoder = decoding.createDecoder(payload);
  const runs: Run[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    // The clock of presence may be the server's own: the caret's place carries ours.
    decoding.readVarUint(decoder);
    const state = JSON.parse(decoding.readVarString(decoder));
    const clock = state?.cursor?.anchor?.item?.clock;
    if (typeof clock === "number") runs.push(...run(client, clock, 1));
  }
  return runs;
}

function run(client: number, from: number, length: number): Run[] {
  const writer = client - firstClientId;
  return writer >= 0 && writer < maxClients ? [{ writer, from, to: from + length }] : [];
}
