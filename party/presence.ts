import type { Connection } from "partyserver";
import { isLeaving, rawEntries, readState } from "./awareness-frame.ts";
import { type RoomPerson, roomPersonSchema } from "./room-person.ts";
import type { AwarenessEntry } from "./wire.ts";

/** What survives hibernation with a socket: whose it is, and its place in everybody's presence. */
interface SocketState {
  person: RoomPerson;
  /** Whether this browser asked for the product's extras: seals, acknowledgements. */
  isOwn: boolean;
  client: number | null;
}

/** Who stands in the presence of a document, as the server knows them (R5). */
export interface PresentUser {
  personId: string;
  name: string;
  village: RoomPerson["village"];
  office: string | null;
}

/** Where the clocks of presence begin, so that they stay short: 1 January 2026. */
const clockStart = Date.UTC(2026, 0, 1);

/** A caret's two relative positions stay far below this; nothing else is passed on. */
const maxCursorBytes = 2048;

/**
 * Who is here (R13). Each socket has one entry; its user comes from the Worker, only its cursor
 * from the browser, and after hibernation it is restored from the socket's attachment. Its clock
 * is the room's time: it rises across sleep and return without being kept anywhere.
 */
export class Presence {
  readonly #sockets = new Map<Connection, SocketState>();
  readonly #cursors = new Map<Connection, unknown>();
  readonly #clocks = new Map<Connection, number>();
  /** Who has shown themselves under which client id, also after they left. */
  readonly #shown = new Map<number, string>();

  join(socket: Connection, person: RoomPerson, isOwn: boolean): void {
    this.#keep(socket, { person, isOwn, client: null });
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

  /** Whether a socket is one of the product's own browsers, not a stock provider. */
  isOwn(socket: Connection): boolean {
    return this.#sockets.get(socket)?.isOwn ?? false;
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
    if (state.client === null) this.#keep(socket, { ...state, client: own.client });
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
    return { client: state.client, clock: this.#tick(socket), state: { user, cursor } };
  }

  /** Forgets a socket; returns the farewell for the others, if they knew of it. */
  leave(socket: Connection): AwarenessEntry | null {
    const state = this.#sockets.get(socket);
    const clock = this.#tick(socket);
    this.#sockets.delete(socket);
    this.#cursors.delete(socket);
    this.#clocks.delete(socket);
    if (!state || state.client === null) return null;
    return { client: state.client, clock, state: null };
  }

  #tick(socket: Connection): number {
    const clock = Math.max(Date.now() - clockStart, (this.#clocks.get(socket) ?? 0) + 1);
    this.#clocks.set(socket, clock);
    return clock;
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
