import type { Connection } from "partyserver";
import { type RoomPerson, roomPersonSchema } from "./room-person.ts";
import type { AwarenessEntry } from "./wire.ts";

/** What survives hibernation with a socket: whose it is, and its place in everybody's presence. */
interface SocketState {
  person: RoomPerson;
  /** Whether this browser asked for sealed batches. */
  keepsBatches: boolean;
  /** How many update frames were acknowledged to it. */
  acknowledged: number;
  client: number | null;
  clock: number;
}

/** Who stands in the presence of a document, as the server knows them (R5). */
export interface PresentUser {
  personId: string;
  name: string;
  village: RoomPerson["village"];
  office: string | null;
}

/** A caret's two relative positions stay far below this; nothing else is passed on. */
const maxCursorBytes = 2048;

/**
 * Who is here (R13). Each socket has one entry; its user comes from the Worker, only its cursor
 * from the browser, and after hibernation it is restored from the socket's attachment.
 */
export class Presence {
  readonly #sockets = new Map<Connection, SocketState>();
  readonly #cursors = new Map<Connection, unknown>();

  join(socket: Connection, person: RoomPerson, keepsBatches: boolean): void {
    this.#keep(socket, { person, keepsBatches, acknowledged: 0, client: null, clock: 0 });
  }

  /** Takes back a socket that slept through a hibernation. */
  restore(socket: Connection): void {
    const state = socket.state as SocketState | null;
    if (!state) return socket.close(1012, "restart");
    roomPersonSchema.parse(state.person);
    this.#sockets.set(socket, state);
  }

  personOf(socket: Connection): RoomPerson | null {
    return this.#sockets.get(socket)?.person ?? null;
  }

  keepsBatches(socket: Connection): boolean {
    return this.#sockets.get(socket)?.keepsBatches ?? false;
  }

  acknowledged(socket: Connection): number {
    return this.#sockets.get(socket)?.acknowledged ?? 0;
  }

  keepAcknowledged(socket: Connection, acknowledged: number): void {
    const state = this.#sockets.get(socket);
    if (state) this.#keep(socket, { ...state, acknowledged });
  }

  /** The Yjs client id that this socket shows itself under. */
  clientOf(socket: Connection): number | null {
    return this.#sockets.get(socket)?.client ?? null;
  }

  people(): RoomPerson[] {
    return [...this.#sockets.values()].map((state) => state.person);
  }

  sockets(): Connection[] {
    return [...this.#sockets.keys()];
  }

  /**
   * Takes what a browser says of itself and returns what the others may be told, or null. Entries
   * about other clients are left out: stock providers echo everybody's.
   */
  update(
    socket: Connection,
    entries: readonly AwarenessEntry[],
    mayBe: (client: number, person: RoomPerson) => boolean,
  ): AwarenessEntry | null {
    const state = this.#sockets.get(socket);
    if (!state) return null;
    const taken = new Set([...this.#sockets.values()].map(({ client }) => client));
    const own = entries.find(({ client, state: said }) =>
      state.client === null
        ? said !== null && !taken.has(client) && mayBe(client, state.person)
        : client === state.client,
    );
    if (!own) return null;
    this.#keep(socket, { ...state, client: own.client, clock: Math.max(own.clock, state.clock) });
    this.#cursors.set(socket, own.state === null ? null : allowedCursor(own.state.cursor));
    return this.entryOf(socket);
  }

  entries(): AwarenessEntry[] {
    return [...this.#sockets.keys()].flatMap((socket) => this.entryOf(socket) ?? []);
  }

  entryOf(socket: Connection): AwarenessEntry | null {
    const state = this.#sockets.get(socket);
    if (!state || state.client === null) return null;
    const { personId, name, village, office } = state.person;
    const user: PresentUser = { personId, name, village, office };
    const cursor = this.#cursors.get(socket) ?? null;
    return { client: state.client, clock: state.clock, state: { user, cursor } };
  }

  /** Forgets a socket; returns the farewell for the others, if they knew of it. */
  leave(socket: Connection): AwarenessEntry | null {
    const state = this.#sockets.get(socket);
    this.#sockets.delete(socket);
    this.#cursors.delete(socket);
    if (!state || state.client === null) return null;
    return { client: state.client, clock: state.clock + 1, state: null };
  }

  #keep(socket: Connection, state: SocketState): void {
    this.#sockets.set(socket, state);
    socket.setState(state);
  }
}

function allowedCursor(cursor: unknown): unknown {
  if (typeof cursor !== "object" || cursor === null) return null;
  return JSON.stringify(cursor).length <= maxCursorBytes ? cursor : null;
}
