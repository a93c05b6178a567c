import * as Y from "yjs";

/** A frame stays well below the room's limit, also when hours of work come at once. */
const maxFrameBytes = 128 * 1024;

/**
 * The person's own changes that the room has not called saved, oldest first. After a lost
 * connection exactly these are sent again, never a difference of states: that would hold other
 * people's words too.
 */
export class Journal {
  #updates: Uint8Array[] = [];
  /** How many updates each frame sent on this socket carried, until it is acknowledged. */
  #inFlight: number[] = [];
  #acknowledged = 0;

  get size(): number {
    return this.#updates.length;
  }

  get updates(): readonly Uint8Array[] {
    return this.#updates;
  }

  add(update: Uint8Array): void {
    this.#updates.push(update);
  }

  /** The newest change, on its way alone. */
  sendNewest(send: (update: Uint8Array) => void): void {
    const newest = this.#updates.at(-1);
    if (!newest) return;
    this.#inFlight.push(1);
    send(newest);
  }

  /** Everything, on a new socket: few frames, in order. */
  sendAll(send: (update: Uint8Array) => void): void {
    this.#inFlight = [];
    this.#acknowledged = 0;
    let batch: Uint8Array[] = [];
    let bytes = 0;
    const flush = () => {
      if (batch.length === 0) return;
      this.#inFlight.push(batch.length);
      send(Y.mergeUpdates(batch));
      batch = [];
      bytes = 0;
    };
    for (const update of this.#updates) {
      // Two people who wrote into each other's words would otherwise wait for each other for ever.
      if (refersToOthers(update)) flush();
      if (bytes + update.byteLength > maxFrameBytes || batch.length >= 100) flush();
      batch.push(update);
      bytes += update.byteLength;
    }
    flush();
  }

  /** The first `count` frames of this socket are durable. */
  acknowledge(count: number): void {
    const frames = this.#inFlight.splice(0, count - this.#acknowledged);
    this.#acknowledged = count;
    this.#updates.splice(
      0,
      frames.reduce((sum, updates) => sum + updates, 0),
    );
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
