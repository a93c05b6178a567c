// An author that keeps what the product's browsers keep, on a plain socket that returns at once.
import * as Y from "yjs";
import { withoutFormattingCleanup } from "../../party/formatting-cleanup.ts";
import { readBatch } from "../../party/seals/sealed-batch.ts";
import * as wire from "../../party/wire.ts";
import { SeenBatches } from "../../web/document/seen-batches.ts";
import { opening } from "../load/dialect.ts";
import { LeanSocket } from "../load/lean-socket.ts";
import type { Joined } from "../load/witness.ts";
import type { Seat } from "../servers/bench-server.ts";

const returnAfterMs = 50;

/** Joins with a journal of own changes and with the sealed batches of others' (R1, R2). */
export function join(seat: Seat): Joined & { doc: Y.Doc } {
  const author = new KeepingAuthor(seat);
  return {
    doc: author.doc,
    isReady: () => author.isReady,
    unsaved: () => author.unsaved,
    close: () => author.close(),
  };
}

class KeepingAuthor {
  readonly doc = new Y.Doc();
  isReady = false;
  readonly #seat: Seat;
  #journal: Uint8Array[] = [];
  readonly #seen = new SeenBatches();
  #socket: LeanSocket | null = null;
  #isClosed = false;

  constructor(seat: Seat) {
    this.#seat = seat;
    withoutFormattingCleanup(this.doc);
    this.doc.on("update", (update, origin) => {
      if (origin === this) return;
      this.#journal.push(update);
      if (this.isReady) this.#socket?.send(wire.encodeUpdate(update));
    });
    this.#connect();
  }

  get unsaved(): number {
    return this.#journal.length;
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.close();
  }

  #connect(): void {
    LeanSocket.open(this.#seat.url, this.#seat.headers).then(
      (socket) => {
        if (this.#isClosed) return socket.close();
        this.#socket = socket;
        this.#seen.startAnew();
        socket.onBinary = (frame) => this.#read(frame);
        socket.onClose = () => this.#return();
        for (const frame of opening(this.#seat)) socket.send(frame);
      },
      () => this.#return(),
    );
  }

  #return(): void {
    this.isReady = false;
    this.#socket = null;
    if (!this.#isClosed) setTimeout(() => this.#connect(), returnAfterMs);
  }

  #read(frame: Buffer): void {
    const message = wire.decodeMessage(frame.slice());
    switch (message.kind) {
      case "durable":
        this.#seen.hear(message.notice);
        this.#journal.splice(0, message.notice.saved);
        return;
      case "step1":
        // Batches first: own changes may build on them.
        return this.#seen.handBack(message.stateVector, (batches) =>
          this.#socket?.send(wire.encodeHandedBack(batches)),
        );
      case "sealed":
        this.#seen.keep(message.batch);
        for (const { update } of readBatch(message.batch).entries) this.#take(update);
        return;
      case "update":
        return this.#take(message.update);
      case "step2":
        this.#take(message.update);
        this.isReady = true;
        for (const update of this.#journal) this.#socket?.send(wire.encodeUpdate(update));
    }
  }

  #take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this);
  }
}
