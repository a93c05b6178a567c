import type { Connection } from "partyserver";
import { isLeaving, rawEntries, readState } from "./awareness-frame.ts";
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
const maxClock = 2 ** 31;

/**
 * Who is here (R13). Each socket has one entry; its user comes from the Worker, only its cursor
 * from the browser, and after hibernation it is restored from the socket's attachment.
 */
export class Presence {
  readonly #sockets = new Map<Connection, SocketState>();
  readonly #cursors = new Map<Connection, unknown>();
  /** Who has shown themselves under which client id, also after they left. */
  readonly #shown = new Map<number, string>();

  join(socket: Connection, person: RoomPerson, keepsBatches: boolean): void {
    this.#keep(socket, { person, keepsBatches, acknowledged: 0, client: null, clock: 0 });
  }

  /** Takes back a socket that slept through a hibernation. */
  restore(socket: Connection): void {
    const state = socket.state as SocketState | null;
    if (!state) return socket.close(1012, "restart");
    roomPersonSchema.parse(state.person);
    this.#sockets.set(socket, state);
    this.#show(state);
  }

  has(socket: WebSocket): socket is Connection {
    return this.#sockets.has(socket as Connection);
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
   * Who showed themselves first under this client id: nobody else may write under it, though its
   * owner has not written yet and it is bound to nobody (R5).
   */
  shownBy(client: number): string | null {
    return this.#shown.get(client) ?? null;
  }

  /** Whether an awareness payload says anything of its sender. @throws when it is malformed */
  concerns(socket: Connection, payload: Uint8Array): boolean {
    const client = this.clientOf(socket);
    return rawEntries(payload).some((entry) => client === null || entry.client === client);
  }

  /**
   * Takes what a browser says of itself and returns what the others may be told, or null. Entries
   * about other clients are left out unread: stock providers echo everybody's.
   * @throws when the payload is malformed
   */
  update(
    socket: Connection,
    payload: Uint8Array,
    mayBe: (client: number, person: RoomPerson) => boolean,
  ): AwarenessEntry | null {
    const state = this.#sockets.get(socket);
    if (!state) return null;
    const taken = new Set([...this.#sockets.values()].map(({ client }) => client));
    const own = rawEntries(payload).find((entry) =>
      state.client === null
        ? !isLeaving(entry) && !taken.has(entry.client) && mayBe(entry.client, state.person)
        : entry.client === state.client,
    );
    if (!own) return null;
    const said = readState(own);
    // A clock at the end of the safe integers could never be followed by a farewell's.
    const clock = Math.max(Math.min(own.clock, maxClock), state.clock);
    this.#keep(socket, { ...state, client: own.client, clock });
    this.#cursors.set(socket, said === null ? null : allowedCursor(said.cursor));
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
    this.#show(state);
    socket.setState(state);
  }

  #show({ client, person }: SocketState): void {
    if (client !== null && !this.#shown.has(client)) this.#shown.set(client, person.personId);
  }
}

function allowedCursor(cursor: unknown): unknown {
  if (typeof cursor !== "object" || cursor === null) return null;
  return JSON.stringify(cursor).length <= maxCursorBytes ? cursor : null;
}
