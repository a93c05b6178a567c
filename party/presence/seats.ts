import type { Connection } from "partyserver";
import type { Audience } from "../audience.ts";
import * as wire from "../wire.ts";
import type { Presence } from "./presence.ts";
import { SilenceWatch } from "./silence.ts";

/** How many sockets a room holds. */
export const maxSeats = 250;
/** How many of them one person may have: a phone, a laptop, and tabs that were forgotten. */
export const maxSeatsPerPerson = 8;

interface Room {
  /** When the runtime last answered this socket's ping, ms since 1970; 0 for never. */
  pingedAt(socket: Connection): number;
  sendAway(socket: Connection, why: "silent"): void;
}

/** The seats of a room: who is silent is not shown (R13), and gives way to a newcomer. */
export class Seats {
  readonly #presence: Presence;
  readonly #audience: Audience;
  readonly #room: Room;
  readonly #silence: SilenceWatch<Connection>;

  constructor(presence: Presence, audience: Audience, room: Room) {
    this.#presence = presence;
    this.#audience = audience;
    this.#room = room;
    this.#silence = new SilenceWatch(
      () => presence.signsOfLife((socket) => room.pingedAt(socket)),
      {
        ask: (socket) => audience.send(socket, wire.encodeQueryAwareness()),
        takeLeave: (socket) => this.#hide(socket),
        close: (socket) => room.sendAway(socket, "silent"),
      },
    );
  }

  /** Call it with everything that wakes the room. @param from who said something, if anybody */
  onTraffic(from: Connection | null, now: number): void {
    if (from) this.#presence.hear(from, now);
    this.#silence.onTraffic(now);
  }

  /** Before somebody is told who is here. @param now ms since 1970 */
  hideSilent(now: number): void {
    this.#silence.hideSilent(now);
  }

  /** Whether this person may have one more. */
  hasSeatFor(personId: string): boolean {
    const count = () => this.#presence.countOf(personId);
    const silent = count() < maxSeatsPerPerson ? null : this.#presence.anyAway(personId);
    if (silent) this.#room.sendAway(silent, "silent");
    return count() < maxSeatsPerPerson;
  }

  /** Whether one more may come in. */
  hasSeat(): boolean {
    const silent = this.#presence.size < maxSeats ? null : this.#presence.anyAway();
    if (silent) this.#room.sendAway(silent, "silent");
    return this.#presence.size < maxSeats;
  }

  /** To the silent one too: stock providers contradict a farewell that is not true. */
  #hide(socket: Connection): void {
    const farewell = this.#presence.hide(socket);
    if (farewell) this.#audience.show([farewell], null);
  }
}
