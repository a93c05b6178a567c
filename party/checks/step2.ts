import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { endOf, type Struct } from "./frame-structs.ts";
import { differenceLimits, isWorthDecoding } from "./update-scan.ts";

interface Range {
  clock: number;
  len: number;
}

/**
 * Of a state difference (y-protocols' step 2), the part that is the sender's own and new: structs
 * of own client ids, and deletions of own words. The rest is other people's, seen by the sender
 * before a crash; taken from here it would be recorded as the sender's (R5).
 * @returns null when nothing is left
 */
export function ownPart(
  doc: Y.Doc,
  update: Uint8Array,
  owns: (client: number) => boolean,
): Uint8Array | "malformed" | null {
  if (!isWorthDecoding(update, differenceLimits)) return "malformed";
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return "malformed";
  }
  const structs = new Map<number, Struct[]>();
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || !owns(client)) continue;
    if (endOf(struct) <= Y.getState(doc.store, client)) continue;
    const ofClient = structs.get(client);
    const last = ofClient?.at(-1);
    if (!ofClient) structs.set(client, [struct]);
    // Behind a gap nothing can be taken: written out, it would come under wrong clocks.
    else if (last && endOf(last) === clock) ofClient.push(struct);
  }
  const deletions = new Map<number, Range[]>();
  for (const [client, ranges] of decoded.ds.clients) {
    const fresh = ranges.filter((range) => owns(client) && !isDeleted(doc, client, range));
    if (fresh.length > 0) deletions.set(client, fresh);
  }
  if (structs.size === 0 && deletions.size === 0) return null;
  return encode(structs, deletions);
}

function isDeleted(doc: Y.Doc, client: number, { clock, len }: Range): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || clock + len > Y.getState(doc.store, client)) return false;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + len) break;
    if (!struct.deleted) return false;
  }
  return true;
}

/** Yjs' update format, version 1. */
function encode(structs: Map<number, (Y.Item | Y.GC)[]>, deletions: Map<number, Range[]>) {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  encoding.writeVarUint(rest, structs.size);
  for (const [client, ofClient] of structs) {
    encoding.writeVarUint(rest, ofClient.length);
    encoder.writeClient(client);
    encoding.writeVarUint(rest, ofClient[0]?.id.clock ?? 0);
    for (const struct of ofClient) struct.write(encoder, 0);
  }
  encoding.writeVarUint(rest, deletions.size);
  for (const [client, ranges] of deletions) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}
