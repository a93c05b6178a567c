import type { Connection } from "partyserver";
import { shownTo } from "./masks/shown-person.ts";
import type { ShownNews } from "./notes/note-orders.ts";
import type { Presence, PresentEntry } from "./presence/presence.ts";
import { mergeChanges, type Passing } from "./relay.ts";
import type { Sealer } from "./seals/sealer.ts";
import * as wire from "./wire.ts";

/** What one socket has not been told yet: its frames that were taken since the last commit. */
export interface Owed {
  saved: number;
  returned: number;
}

export const nothingOwed: Owed = { saved: 0, returned: 0 };

/** Everybody in the room, as those who are spoken to. */
export class Audience {
  readonly #presence: Presence;
  readonly #onGone: (socket: Connection) => void;

  /** @param onGone called for a socket that can no longer be spoken to */
  constructor(presence: Presence, onGone: (socket: Connection) => void) {
    this.#presence = presence;
    this.#onGone = onGone;
  }

  send(socket: Connection, frame: Uint8Array | string): void {
    try {
      socket.send(frame);
    } catch {
      // It closed while we were speaking; its close event may still be on its way.
      this.#onGone(socket);
    }
  }

  /** Who is here, to each as they may know it. */
  show(entries: readonly PresentEntry[], except: Connection | null): void {
    this.#showTo(
      this.#presence.sockets().filter((socket) => socket !== except),
      entries,
    );
  }

  showEverybodyTo(socket: Connection): void {
    this.#showTo([socket], this.#presence.entries());
  }

  /** Changes as one frame: sealed for the browsers that keep batches, plain for stock providers. */
  pass(
    changes: readonly Passing<Connection>[],
    to: readonly Connection[],
    sealer: Sealer | null,
  ): void {
    let plain: Uint8Array | undefined;
    let sealed: Uint8Array | undefined;
    for (const socket of to) {
      if (sealer && this.#presence.isOwn(socket)) {
        sealed ??= wire.encodeSealed(sealer.seal(changes));
        this.send(socket, sealed);
      } else {
        plain ??= wire.encodeUpdate(mergeChanges(changes));
        this.send(socket, plain);
      }
    }
  }

  showCarets(entries: readonly PresentEntry[], movers: ReadonlySet<Connection>): void {
    const [mover] = movers.size === 1 ? movers : [];
    this.show(entries, mover ?? null);
  }

  #showTo(sockets: readonly Connection[], entries: readonly PresentEntry[]): void {
    let plain: Uint8Array | undefined;
    let masked: Uint8Array | undefined;
    for (const socket of sockets) {
      if (this.#presence.personOf(socket)?.unmasks) {
        plain ??= encodePresence(entries, { unmasks: true });
        this.send(socket, plain);
      } else {
        masked ??= encodePresence(entries, { unmasks: false });
        this.send(socket, masked);
      }
    }
  }

  /** To every browser of the product: what is on disk now, each with what is its own of it. */
  tellDurable(
    notice: Pick<wire.Durable, "life" | "place" | "at">,
    owed: ReadonlyMap<Connection, Owed>,
    to: readonly Connection[] = this.#presence.sockets(),
  ): void {
    let toAll: Uint8Array | undefined;
    for (const socket of to) {
      if (!this.#presence.isOwn(socket)) continue;
      const own = owed.get(socket);
      if (own) this.send(socket, wire.encodeDurable({ ...notice, ...own }));
      else {
        toAll ??= wire.encodeDurable({ ...notice, ...nothingOwed });
        this.send(socket, toAll);
      }
    }
  }

  /** What was noted beside the text, to each as they may know who wrote it. */
  tellNotes(news: ShownNews): void {
    let named: Uint8Array | undefined;
    let masked: Uint8Array | undefined;
    for (const socket of this.#presence.sockets()) {
      if (!this.#presence.isOwn(socket)) continue;
      if (this.#presence.personOf(socket)?.unmasks) {
        named ??= wire.encodeNotes(news.named);
        this.send(socket, named);
      } else {
        masked ??= wire.encodeNotes(news.masked);
        this.send(socket, masked);
      }
    }
  }

  /** Whether the room's storage takes changes. */
  tellStorage(works: boolean): void {
    const frame = wire.encodeStorage(works);
    for (const socket of this.#presence.sockets()) {
      if (this.#presence.isOwn(socket)) this.send(socket, frame);
    }
  }
}

function encodePresence(
  entries: readonly PresentEntry[],
  viewer: { unmasks: boolean },
): Uint8Array {
  return wire.encodeAwareness(
    entries.map(({ client, clock, state }) => ({
      client,
      clock,
      state: state && { user: shownTo(viewer, state.person), cursor: state.cursor },
    })),
  );
}
