import { closeCodes, type RefusalName } from "../close-codes.ts";
import type { RoomPerson } from "../room-person.ts";
import { maxFrameBytes } from "../wire.ts";
import { FrameBudget } from "./frame-budget.ts";
import { RepeatedRefusals } from "./repeated-refusals.ts";

/** Who is heard, and how much of them (R4, R6), before anybody reads what they say. */
export class Gate {
  readonly #budget = new FrameBudget();
  readonly #refusals = new RepeatedRefusals();
  /** Closed by the room; what their senders had under way still arrives. */
  readonly #closed = new WeakSet<WebSocket>();

  hears(socket: WebSocket): boolean {
    return !this.#closed.has(socket);
  }

  /** Whether somebody who comes is to come back later. @param now ms since 1970 */
  shutsOut({ personId }: RoomPerson, now: number): boolean {
    return this.#refusals.shutOut(personId, now);
  }

  /** @returns why a frame is not read; null when it is */
  refusalOf(frame: Uint8Array, person: RoomPerson, now: number): RefusalName | null {
    if (now >= person.sessionEndsAt) return "notSignedIn";
    if (frame.byteLength > maxFrameBytes) return "tooLarge";
    return this.#budget.allows(person.personId, frame, now) ? null : "tooFast";
  }

  /** @param person whom it is counted against; null for somebody who is not in the room */
  close(socket: WebSocket, person: RoomPerson | null, name: RefusalName, now: number): void {
    if (person) this.#refusals.add(person.personId, name, now);
    this.#closed.add(socket);
    socket.close(closeCodes[name], name);
  }
}
