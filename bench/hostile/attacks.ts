import * as encoding from "lib0/encoding";
import * as wire from "../../party/wire.ts";
import { firstClientId } from "../load/marked-frames.ts";

export interface Attack {
  name: string;
  frames: Uint8Array[];
}

/** A client id that nobody honest uses. */
const attackerId = firstClientId + 500;
const floodFrames = 3000;
/** A count that no frame of this size can hold. */
const absurdCount = 2 ** 31;
const mark = "HOSTILE";
export const hostileText = mark;

/** Well-formed changes far ahead of anything known: a naive server parks and re-reads them all. */
export function farFutureFlood(): Attack {
  return {
    name: `${floodFrames} far-future frames`,
    frames: Array.from({ length: floodFrames }, (_, place) =>
      wire.encodeUpdate(letter(attackerId, 1_000_000 + 10 * place)),
    ),
  };
}

/** The rest. @param victim a light client, and the clock of its next letter */
export function attacksOn(victim: { index: number; clock: number }): Attack[] {
  const client = firstClientId + victim.index;
  return [
    { name: "id theft", frames: [wire.encodeUpdate(letter(client, victim.clock))] },
    {
      name: "presence theft",
      frames: [wire.encodeAwareness([{ client, clock: 1000, state: { user: { name: mark } } }])],
    },
    ...[[absurdCount], [1, absurdCount, 5, 0], [0, absurdCount], [0, 1, 5, absurdCount]].map(
      (counts) => ({ name: "count bomb", frames: [wire.encodeUpdate(numbers(counts))] }),
    ),
    { name: "count bomb in a state vector", frames: [bombedMessage(wire.messageKinds.sync)] },
    { name: "count bomb in presence", frames: [bombedMessage(wire.messageKinds.awareness)] },
    { name: "oversize", frames: [wire.encodeUpdate(new Uint8Array(700_000))] },
    { name: "far oversize", frames: [wire.encodeUpdate(new Uint8Array(8_000_000))] },
    { name: "presence flood", frames: presenceFlood() },
  ];
}

function presenceFlood(): Uint8Array[] {
  const cursor = { anchor: "x".repeat(1500), head: null };
  return Array.from({ length: floodFrames }, (_, clock) =>
    wire.encodeAwareness([{ client: attackerId, clock: clock + 1, state: { cursor } }]),
  );
}

/** A Yjs update of one letter after `clock - 1` of the same client. */
function letter(client: number, clock: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  // A text (4) that stands to the right (0x80) of another.
  encoding.writeUint8(encoder, 0x84);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock - 1);
  encoding.writeVarString(encoder, mark);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function numbers(values: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of values) encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
}

function bombedMessage(kind: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  // For sync: step 1, whose payload is a state vector.
  if (kind === wire.messageKinds.sync) encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint8Array(encoder, numbers([absurdCount]));
  return encoding.toUint8Array(encoder);
}
