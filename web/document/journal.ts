import * as Y from "yjs";

/** A frame stays well below the room's limit, also when hours of work come at once. */
const maxFrameBytes = 128 * 1024;

/** One own change; the object itself is its identity, on the wire and on the device. */
export interface OwnChange {
  readonly update: Uint8Array;
}

/**
 * The person's own changes that the room has not called saved, oldest first. After a lost
 * connection exactly these are sent again, never a difference of states: that would hold other
 * people's words too.
 */
export class Journal {
  #changes: OwnChange[] = [];
  /** How many changes each frame sent on this socket carried, until it is acknowledged. */
  #inFlight: number[] = [];

  get size(): number {
    return this.#changes.length;
  }

  get updates(): Uint8Array[] {
    return this.#changes.map(({ update }) => update);
  }

  add(change: OwnChange): void {
    this.#changes.push(change);
  }

  /** Changes from before this page was opened; call it before anything was sent. */
  addOlder(changes: readonly OwnChange[]): void {
    this.#changes.unshift(...changes);
  }

  /** The newest change, on its way alone. */
  sendNewest(send: (update: Uint8Array) => void): void {
    const newest = this.#changes.at(-1);
    if (!newest) return;
    this.#inFlight.push(1);
    send(newest.update);
  }

  /** Everything, on a new socket: few frames, in order. */
  sendAll(send: (update: Uint8Array) => void): void {
    this.#inFlight = [];
    let batch: Uint8Array[] = [];
    let bytes = 0;
    const flush = () => {
      if (batch.length === 0) return;
      this.#inFlight.push(batch.length);
      send(Y.mergeUpdates(batch));
      batch = [];
      bytes = 0;
    };
    for (const { update } of this.#changes) {
      // Two people who wrote into each other's words would otherwise wait for each other for ever.
      if (refersToOthers(update)) flush();
      if (bytes + update.byteLength > maxFrameBytes || batch.length >= 100) flush();
      batch.push(update);
      bytes += update.byteLength;
    }
    flush();
  }

  /** The next `count` frames of this socket are durable. Returns the changes that they carried. */
  acknowledge(count: number): OwnChange[] {
    const frames = this.#inFlight.splice(0, count);
    return this.#changes.splice(
      0,
      frames.reduce((sum, changes) => sum + changes, 0),
    );
  }

  /** Empties it, because the room will not take what it holds. */
  takeAll(): OwnChange[] {
    this.#inFlight = [];
    return this.#changes.splice(0);
  }
}

/** Whether an update stands beside, or deletes, what another client id wrote. */
function refersToOthers(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const own = new Set(structs.map(({ id }) => id.client));
  const isForeign = (id: unknown) => id instanceof Y.ID && !own.has(id.client);
  return (
    [...ds.clients.keys()].some((client) => !own.has(client)) ||
    structs.some(
      (struct) =>
        struct instanceof Y.Item &&
        (isForeign(struct.origin) || isForeign(struct.rightOrigin) || isForeign(struct.parent)),
    )
  );
}
