import * as decoding from "lib0/decoding";
import type { AwarenessEntry } from "../wire.ts";

/** A stock provider tells everybody about everybody: 250 people, some in several tabs. */
const maxEntries = 600;
const maxStateBytes = 8192;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** One client's entry as it came, its state unread. */
export interface RawEntry {
  client: number;
  clock: number;
  json: Uint8Array;
}

/** The entries of an awareness payload, without a look at their states. @throws when it is malformed */
export function rawEntries(payload: Uint8Array): RawEntry[] {
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  if (count > maxEntries) throw new Error("too many awareness entries");
  const entries: RawEntry[] = [];
  for (let at = 0; at < count; at++) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ client, clock, json: decoding.readVarUint8Array(decoder) });
  }
  if (decoding.hasContent(decoder)) throw new Error("bytes left over");
  return entries;
}

/** What a client says of itself; null when it leaves. @throws when it is malformed or too large */
export function readState({ json }: RawEntry): AwarenessEntry["state"] {
  if (json.byteLength > maxStateBytes) throw new Error("an awareness state is too large");
  const state: unknown = JSON.parse(utf8.decode(json));
  if (typeof state !== "object" || Array.isArray(state)) throw new Error("no awareness state");
  return state as Record<string, unknown> | null;
}

export function isLeaving({ json }: RawEntry): boolean {
  return json.byteLength === 4 && String.fromCharCode(...json) === "null";
}
