import type { Action } from "../domain/permissions.ts";
import type { RefusalName } from "./close-codes.ts";
import type { RoomPerson } from "./room-person.ts";
import type { RoomMessage } from "./wire.ts";

/**
 * What somebody who is in a room must be allowed to send a message; `nobody`: the room alone sends
 * it. A new kind is a type error until it stands here.
 */
export const messageAccess = {
  step1: "document.see",
  hello: "document.see",
  /** Stock providers always answer; what it holds of the sender's own is asked for as an update. */
  step2: "document.see",
  update: "document.write",
  awareness: "document.see",
  queryAwareness: "document.see",
  /** Its author had the right to write it, which the seal proves. */
  handedBack: "document.see",
  sealed: "nobody",
  durable: "nobody",
  storage: "nobody",
  notes: "nobody",
  locks: "nobody",
  epoch: "nobody",
} as const satisfies Record<RoomMessage["kind"], Action | "nobody">;

/** Why this person may not send it; null when they may. */
export function refusalOfMessage(
  person: RoomPerson,
  kind: RoomMessage["kind"],
): RefusalName | null {
  const access = messageAccess[kind];
  switch (access) {
    case "document.see":
      // Whoever may not see the document is not in the room.
      return null;
    case "document.write":
      if (person.mayWrite) return null;
      return person.isFrozen ? "frozen" : "readOnly";
    case "nobody":
      return "malformed";
  }
}
