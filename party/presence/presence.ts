import type { Connection } from "partyserver";
import { type RoomPerson, roomPersonSchema } from "../room-person.ts";
import { isLeaving, rawEntries, readState } from "./awareness-frame.ts";
import type { SignOfLife } from "./silence.ts";

/** One socket's place in everybody's presence; what of the person is shown, `Audience` says. */
export interface PresentEntry {
  client: number;
  clock: number;
  /** Null for somebody who left. */
  state: { person: RoomPerson; cursor: unknown } | null;
}

/** What survives hibernation with a socket: whose it is, and its place in everybody's presence. */
interface SocketState {
  person: RoomPerson;
  /** Whether this browser asked for the product's extras: seals, acknowledgements. */
  isOwn: boolean;
  client: number | null;
  joinedAt: number;
  /** Silent: its place is kept, but nobody is shown there. */
  isAway: boolean;
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
  /** The browser's own clock, to tell news from what is said again. */
  readonly #saidClocks = new WeakMap<Connection, number>();
  readonly #heardAt = new WeakMap<Connection, number>();
  /** Who has shown themselves under which client id, also after they left. */
  readonly #shown = new Map<number, string>();

  /** @param joinedAt ms since 1970 */
  join(socket: Connection, person: RoomPerson, isOwn: boolean, joinedAt: number): void {
    this.#keep(socket, { person, isOwn, joinedAt, client: null, isAway: false });
  }

  /** Takes back a socket that slept through a hibernation. */
  restore(socket: Connection): void {
    const state = socket.state as SocketState | null;
    // Nobody's, or written by another version: its browser comes back.
    const isReadable = state !== null && roomPersonSchema.safeParse(state.person).success;
    if (!isReadable) return socket.close(1012, "restart");
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

  /** Whether the others see somebody at this socket. */
  isShown(socket: Connection): boolean {
    const state = this.#sockets.get(socket);
    return state !== undefined && state.client !== null && !state.isAway;
  }

  people(): RoomPerson[] {
    return [...this.#sockets.values()].filter((state) => !state.isAway).map(({ person }) => person);
  }

  sockets(): Connection[] {
    return [...this.#sockets.keys()];
  }

  get size(): number {
    return this.#sockets.size;
  }

  /** A message came from this socket; `now` in ms since 1970. */
  hear(socket: Connection, now: number): void {
    this.#heardAt.set(socket, now);
  }

  /**
   * The last sign of life of each socket.
   * @param pingedAt when the runtime last answered a socket's ping, ms since 1970
   */
  signsOfLife(pingedAt: (socket: Connection) => number): [Connection, SignOfLife][] {
    return [...this.#sockets].map(([socket, { joinedAt, isOwn }]) => {
      const at = Math.max(joinedAt, this.#heardAt.get(socket) ?? 0, pingedAt(socket));
      return [socket, { at, pings: isOwn }];
    });
  }

  /** Somebody, or this person, who has gone silent and whose place a newcomer may have. */
  anyAway(personId?: string): Connection | null {
    for (const [socket, { isAway, person }] of this.#sockets) {
      if (isAway && (personId === undefined || person.personId === personId)) return socket;
    }
    return null;
  }

  /** How many sockets this person has, silent ones too. */
  countOf(personId: string): number {
    return [...this.#sockets.values()].filter(({ person }) => person.personId === personId).length;
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
  ): PresentEntry | null {
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
    // Said again to show that one is there: the others have it.
    const isNews =
      state.client === null || state.isAway || own.clock !== this.#saidClocks.get(socket);
    if (state.client === null || state.isAway) {
      this.#keep(socket, { ...state, client: own.client, isAway: false });
    }
    this.#saidClocks.set(socket, own.clock);
    this.#cursors.set(socket, said === null ? null : allowedCursor(said.cursor));
    return isNews ? this.entryOf(socket) : null;
  }

  entries(): PresentEntry[] {
    return [...this.#sockets.keys()].flatMap((socket) => this.entryOf(socket) ?? []);
  }

  entryOf(socket: Connection): PresentEntry | null {
    const state = this.#sockets.get(socket);
    if (!state || state.client === null || state.isAway) return null;
    const { client, person } = state;
    const cursor = this.#cursors.get(socket) ?? null;
    return { client, clock: this.#tick(socket), state: { person, cursor } };
  }

  /** Shows nobody at a silent socket; returns the farewell for the others, if they knew of it. */
  hide(socket: Connection): PresentEntry | null {
    const state = this.#sockets.get(socket);
    if (!state || state.isAway) return null;
    this.#keep(socket, { ...state, isAway: true });
    return this.#farewell(socket, state);
  }

  /** Forgets a socket; returns the farewell for the others, if they knew of it. */
  leave(socket: Connection): PresentEntry | null {
    // Closing woke the room: such a socket is not among the open ones that it took back.
    const state = this.#sockets.get(socket) ?? (socket.state as SocketState | null);
    const farewell = state && !state.isAway ? this.#farewell(socket, state) : null;
    this.#sockets.delete(socket);
    this.#cursors.delete(socket);
    this.#clocks.delete(socket);
    socket.setState(null);
    return farewell;
  }

  #farewell(socket: Connection, { client }: SocketState): PresentEntry | null {
    return client === null ? null : { client, clock: this.#tick(socket), state: null };
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
