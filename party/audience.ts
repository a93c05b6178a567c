import type { Connection } from "partyserver";
import type { Presence } from "./presence/presence.ts";
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

  tell(frame: Uint8Array, except: Connection | null): void {
    for (const socket of this.#presence.sockets()) {
      if (socket !== except) this.send(socket, frame);
    }
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

  showCarets(entries: readonly wire.AwarenessEntry[], movers: ReadonlySet<Connection>): void {
    const isAlone = movers.size === 1;
    const frame = wire.encodeAwareness(entries);
    for (const socket of this.#presence.sockets()) {
      if (!isAlone || !movers.has(socket)) this.send(socket, frame);
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

  /** Whether the room's storage takes changes. */
  tellStorage(works: boolean): void {
    const frame = wire.encodeStorage(works);
    for (const socket of this.#presence.sockets()) {
      if (this.#presence.isOwn(socket)) this.send(socket, frame);
    }
  }
}
