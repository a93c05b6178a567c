import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import * as wire from "../../party/wire.ts";
import type { Seat } from "../servers/bench-server.ts";

/** Hocuspocus names the document before each message of y-protocols, and wants a token first. */
const hocuspocusAuth = 2;
const hocuspocusSyncReply = 4;

/** The first frames of a client that has nothing yet. */
export function opening(seat: Seat): Uint8Array[] {
  const step1 = address(seat, wire.encodeStep1(new Y.Doc()));
  return seat.dialect === "hocuspocus" ? [hocuspocusToken(seat), step1] : [step1];
}

/** Puts a message of y-protocols into the seat's dialect. */
export function address(seat: Seat, message: Uint8Array): Uint8Array {
  if (seat.dialect === "plain") return message;
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, seat.document);
  encoding.writeUint8Array(encoder, message);
  return encoding.toUint8Array(encoder);
}

export type Received =
  | { kind: "step1" | "step2" | "update" | "sealed" | "awareness"; payload: Uint8Array }
  | { kind: "durable"; notice: wire.Durable }
  | { kind: "other" };

export function readReceived(seat: Pick<Seat, "dialect">, frame: Uint8Array): Received {
  const decoder = decoding.createDecoder(frame);
  if (seat.dialect === "hocuspocus") decoding.readVarString(decoder);
  const kind = decoding.readVarUint(decoder);
  if (kind === wire.messageKinds.awareness) {
    return { kind: "awareness", payload: decoding.readVarUint8Array(decoder) };
  }
  if (seat.dialect === "plain" && kind === wire.messageKinds.sealed) {
    return { kind: "sealed", payload: decoding.readVarUint8Array(decoder) };
  }
  if (seat.dialect === "plain" && kind === wire.messageKinds.durable) {
    const message = wire.decodeMessage(frame);
    return message.kind === "durable" ? message : { kind: "other" };
  }
  const isReply = seat.dialect === "hocuspocus" && kind === hocuspocusSyncReply;
  if (kind !== wire.messageKinds.sync && !isReply) return { kind: "other" };
  const sync = (["step1", "step2", "update"] as const)[decoding.readVarUint(decoder)];
  if (!sync) return { kind: "other" };
  return { kind: sync, payload: decoding.readVarUint8Array(decoder) };
}

function hocuspocusToken(seat: Seat): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, hocuspocusAuth);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, "");
  return address(seat, encoding.toUint8Array(encoder));
}
