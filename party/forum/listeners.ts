import type { Connection } from "partyserver";
import { type SessionPerson, sessionPersonSchema } from "./session-person.ts";

/** How many sockets a forum's room holds: everybody in the hall with a phone, some with a laptop. */
export const maxListeners = 300;
export const maxListenersPerPerson = 8;

/** Whoever is silent for longer is not shown: two pings missed. */
const silentAfterMs = 9000;
/** A tab in the background pings once a minute: so long nobody is sent away for silence. */
const closeAfterMs = 150_000;

/** What survives hibernation with a socket. */
interface ListenerState {
  person: SessionPerson;
  joinedAt: number;
}

/** The sockets of a forum's room, and whose they are; times in ms since 1970. */
export class Listeners {
  readonly #sockets = new Map<Connection, ListenerState>();
  readonly #heardAt = new WeakMap<Connection, number>();
  readonly #pingedAt: (socket: Connection) => number;

  /** @param pingedAt when the runtime last answered a socket's ping */
  constructor(pingedAt: (socket: Connection) => number) {
    this.#pingedAt = pingedAt;
  }

  join(socket: Connection, person: SessionPerson, joinedAt: number): void {
    const state = { person, joinedAt };
    this.#sockets.set(socket, state);
    socket.setState(state);
  }

  /** Takes back a socket that slept through a hibernation. */
  restore(socket: Connection): void {
    const state = socket.state as ListenerState | null;
    // Nobody's, or written by another version: its browser comes back.
    const isReadable = state !== null && sessionPersonSchema.safeParse(state.person).success;
    if (!isReadable) return socket.close(1012, "restart");
    this.#sockets.set(socket, state);
  }

  leave(socket: Connection): void {
    this.#sockets.delete(socket);
  }

  hear(socket: Connection, now: number): void {
    this.#heardAt.set(socket, now);
  }

  personOf(socket: Connection): SessionPerson | null {
    return this.#sockets.get(socket)?.person ?? null;
  }

  sockets(): Connection[] {
    return [...this.#sockets.keys()];
  }

  get size(): number {
    return this.#sockets.size;
  }

  /** Who is there: nobody behind a dead link. */
  people(now: number): SessionPerson[] {
    const silent = new Set(this.silent(now));
    return [...this.#sockets].flatMap(([socket, { person }]) =>
      silent.has(socket) ? [] : [person],
    );
  }

  silent(now: number): Connection[] {
    return this.#quietFor(silentAfterMs, now);
  }

  /** Who is silent for so long that they have to come in again. */
  lost(now: number): Connection[] {
    return this.#quietFor(closeAfterMs, now);
  }

  /** Whether one more of this person may come in; a silent one gives way. */
  seatFor(personId: string, now: number): "free" | "tooManyTabs" | "roomFull" | Connection {
    const own = this.sockets().filter((socket) => this.personOf(socket)?.personId === personId);
    const silent = this.silent(now);
    if (own.length >= maxListenersPerPerson) {
      return own.find((socket) => silent.includes(socket)) ?? "tooManyTabs";
    }
    return this.size < maxListeners ? "free" : (silent[0] ?? "roomFull");
  }

  #quietFor(ms: number, now: number): Connection[] {
    return [...this.#sockets].flatMap(([socket, { joinedAt }]) => {
      const at = Math.max(joinedAt, this.#heardAt.get(socket) ?? 0, this.#pingedAt(socket));
      return now - at > ms ? [socket] : [];
    });
  }
}
