import type { Connection } from "partyserver";
import { type RoomPerson, roomPersonSchema } from "./room-person.ts";
import type { SignOfLife } from "./silence.ts";
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
  joinedAt: number;
  /** Silent: its place is kept, but nobody is shown there. */
  isAway: boolean;
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
  readonly #heardAt = new WeakMap<Connection, number>();

  /** @param joinedAt ms since 1970 */
  join(socket: Connection, person: RoomPerson, keepsBatches: boolean, joinedAt: number): void {
    const fresh = { acknowledged: 0, client: null, clock: 0, isAway: false };
    this.#keep(socket, { person, keepsBatches, joinedAt, ...fresh });
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
    return [...this.#sockets].map(([socket, { joinedAt, keepsBatches }]) => {
      const at = Math.max(joinedAt, this.#heardAt.get(socket) ?? 0, pingedAt(socket));
      return [socket, { at, pings: keepsBatches }];
    });
  }

  /** Somebody who has gone silent and whose place a newcomer may have. */
  anyAway(): Connection | null {
    for (const [socket, { isAway }] of this.#sockets) if (isAway) return socket;
    return null;
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
    const clock = Math.max(own.clock, state.clock);
    this.#keep(socket, { ...state, client: own.client, clock, isAway: false });
    this.#cursors.set(socket, own.state === null ? null : allowedCursor(own.state.cursor));
    // Said again to show that one is there: the others have it.
    const isNews = own.clock > state.clock || state.client === null || state.isAway;
    return isNews ? this.entryOf(socket) : null;
  }

  entries(): AwarenessEntry[] {
    return [...this.#sockets.keys()].flatMap((socket) => this.entryOf(socket) ?? []);
  }

  entryOf(socket: Connection): AwarenessEntry | null {
    const state = this.#sockets.get(socket);
    if (!state || state.client === null || state.isAway) return null;
    const { personId, name, village, office } = state.person;
    const user: PresentUser = { personId, name, village, office };
    const cursor = this.#cursors.get(socket) ?? null;
    return { client: state.client, clock: state.clock, state: { user, cursor } };
  }

  /** Shows nobody at a silent socket; returns the farewell for the others, if they knew of it. */
  hide(socket: Connection): AwarenessEntry | null {
    const state = this.#sockets.get(socket);
    if (!state || state.isAway) return null;
    this.#keep(socket, { ...state, isAway: true });
    return farewellOf(state);
  }

  /** Forgets a socket; returns the farewell for the others, if they knew of it. */
  leave(socket: Connection): AwarenessEntry | null {
    // Closing woke the room: such a socket is not among the open ones that it took back.
    const state = this.#sockets.get(socket) ?? (socket.state as SocketState | null);
    this.#sockets.delete(socket);
    this.#cursors.delete(socket);
    socket.setState(null);
    return state && !state.isAway ? farewellOf(state) : null;
  }

  #keep(socket: Connection, state: SocketState): void {
    this.#sockets.set(socket, state);
    socket.setState(state);
  }
}

/** Under the same clock, which y-protocols takes: with a later one, who returns stays unseen. */
function farewellOf({ client, clock }: SocketState): AwarenessEntry | null {
  return client === null ? null : { client, clock, state: null };
}

function allowedCursor(cursor: unknown): unknown {
  if (typeof cursor !== "object" || cursor === null) return null;
  return JSON.stringify(cursor).length <= maxCursorBytes ? cursor : null;
}
