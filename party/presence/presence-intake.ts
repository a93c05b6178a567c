import type { Connection } from "partyserver";
import type { Audience } from "../audience.ts";
import type { RoomPerson } from "../room-person.ts";
import { CaretRelay } from "./caret-relay.ts";
import type { Presence, PresentEntry } from "./presence.ts";

interface Room {
  presence: Presence;
  audience: Audience;
  /** Whether a client id may be this person's. */
  mayBe: (client: number, person: RoomPerson) => boolean;
  onMalformed: (socket: Connection) => void;
}

/** Takes what browsers say of themselves: who appears at once, carets at their own pace. */
export class PresenceIntake {
  readonly #room: Room;
  readonly #carets: CaretRelay<Connection, PresentEntry>;

  constructor(room: Room) {
    this.#room = room;
    this.#carets = new CaretRelay(
      (socket, payload) => this.#read(socket, payload),
      (entries, movers) => room.audience.showCarets(entries, movers),
    );
  }

  take(socket: Connection, payload: Uint8Array): void {
    const { presence, audience, onMalformed } = this.#room;
    if (!presence.isShown(socket)) {
      const entry = this.#read(socket, payload);
      return entry ? audience.show([entry], socket) : undefined;
    }
    try {
      if (presence.concerns(socket, payload)) this.#carets.move(socket, payload);
    } catch {
      onMalformed(socket);
    }
  }

  forget(socket: Connection): void {
    this.#carets.forget(socket);
  }

  #read(socket: Connection, payload: Uint8Array): PresentEntry | null {
    try {
      return this.#room.presence.update(socket, payload, this.#room.mayBe);
    } catch {
      this.#room.onMalformed(socket);
      return null;
    }
  }
}
