import * as encoding from "lib0/encoding";
import * as wire from "../../party/wire.ts";
import { firstClientId } from "../load/marked-frames.ts";

export interface Attack {
  name: string;
  frames: Uint8Array[];
}

const floodFrames = 3000;
/** A count that no frame of this size can hold. */
const absurdCount = 2 ** 31;
const mark = "HOSTILE";
export const hostileText = mark;

/** Well-formed changes far ahead of anything known: a naive server parks and re-reads them all. */
export function farFutureFlood(attacker: number): Attack {
  return {
    name: `${floodFrames} far-future frames`,
    frames: Array.from({ length: floodFrames }, (_, place) =>
      wire.encodeUpdate(letter(firstClientId + attacker, 1_000_000 + 10 * place)),
    ),
  };
}

/**
 * The rest, each by another attacker: a room that keeps out who was refused before would otherwise
 * be spared most of them.
 * @param victim a light client, and the clock of its next letter
 * @param firstAttacker the person who makes the first of them; the next makes the second
 */
export function attacksOn(
  victim: { index: number; clock: number },
  firstAttacker: number,
): Attack[] {
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
    { name: "deep nesting", frames: [wire.encodeUpdate(deepNesting(victim, firstAttacker))] },
    { name: "overlapping deletions", frames: [wire.encodeUpdate(overlappingDeletions(victim))] },
    { name: "far oversize", frames: [wire.encodeUpdate(new Uint8Array(8_000_000))] },
    { name: "presence flood", frames: presenceFlood(firstAttacker) },
  ];
}

/** Its first frame settles whose client id it is, so that all the others are about the same caret. */
function presenceFlood(attacker: number): Uint8Array[] {
  const cursor = { anchor: "x".repeat(1500), head: null };
  return Array.from({ length: floodFrames }, (_, clock) =>
    wire.encodeAwareness([
      { client: firstClientId + attacker, clock: clock + 1, state: { cursor } },
    ]),
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

/** A letter's format whose value is an array in an array, 50,000 deep. */
function deepNesting(victim: { index: number; clock: number }, attacker: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, firstClientId + attacker, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 0x86);
  for (const number of [firstClientId + victim.index, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, "bold");
  encoding.writeVarString(encoder, `${"[".repeat(50_000)}${"]".repeat(50_000)}`);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** The whole document of the victim, deleted 50,000 times. */
function overlappingDeletions({ index, clock }: { index: number; clock: number }): Uint8Array {
  const count = 50_000;
  const ranges = Array.from({ length: count }, () => [0, Math.max(1, Math.min(clock, 100))]);
  return numbers([0, 1, firstClientId + index, count, ...ranges.flat()]);
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
