import type { RefusalName } from "../party/close-codes.ts";
import type { RoomMessage } from "../party/wire.ts";

/** The documents whose rooms are tried, and who is let in: for the others they do not exist. */
export const expectedDoors = {
  "case-draft": "P W N O F C",
  "case-open": "P W N O F C",
  "case-drafted": "P W N O F C R J",
  "case-submitted": "P W N O F C R J",
} as const;

export interface MessageRow {
  /** Who is heard, of those whom the door lets in. */
  may: string;
  /** Why the others are sent away. */
  refused?: RefusalName;
}

const whoeverIsIn = { may: "P W N O F C R J" } as const;
const roomAlone = { may: "", refused: "malformed" } as const;

/** For each kind of message, by document; P and W did not propose the draft. */
export const expectedMessages: Record<
  RoomMessage["kind"],
  Record<keyof typeof expectedDoors, MessageRow>
> = {
  step1: inEach(whoeverIsIn),
  hello: inEach(whoeverIsIn),
  step2: inEach(whoeverIsIn),
  update: {
    "case-draft": { may: "N F", refused: "readOnly" },
    "case-open": { may: "P W N F", refused: "readOnly" },
    "case-drafted": { may: "N F", refused: "readOnly" },
    "case-submitted": { may: "", refused: "frozen" },
  },
  awareness: inEach(whoeverIsIn),
  queryAwareness: inEach(whoeverIsIn),
  handedBack: inEach(whoeverIsIn),
  sealed: inEach(roomAlone),
  durable: inEach(roomAlone),
  storage: inEach(roomAlone),
  notes: inEach(roomAlone),
  locks: inEach(roomAlone),
  epoch: inEach(roomAlone),
};

function inEach(row: MessageRow): Record<keyof typeof expectedDoors, MessageRow> {
  return { "case-draft": row, "case-open": row, "case-drafted": row, "case-submitted": row };
}
