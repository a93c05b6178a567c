// An author that keeps what the product's browsers keep, on a plain socket that returns at once.
import * as Y from "yjs";
import { withoutFormattingCleanup } from "../../party/formatting-cleanup.ts";
import { readBatch } from "../../party/sealed-batch.ts";
import * as wire from "../../party/wire.ts";
import { opening, readReceived } from "../load/dialect.ts";
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
  /** Own frames of this socket that were sent and not acknowledged are the journal's first ones. */
  #acknowledged = 0;
  /** Others' changes that the room has not called durable in the life that passed them on. */
  #batches: Uint8Array[] = [];
  #handedBack: Uint8Array[] = [];
  #inHandedBack = new Set<string>();
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
        this.#acknowledged = 0;
        socket.onBinary = (frame) => this.#read(frame);
        socket.onText = (text) => this.#readNotice(text);
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
    const message = readReceived(this.#seat, frame);
    if (message.kind === "sealed") {
      const batch = message.payload.slice();
      const { entries } = readBatch(batch);
      // The room passes what is handed back on to all, also to us: kept once more in each life
      // whose storage fails, it would double each time.
      if (entries.some(({ update }) => !this.#inHandedBack.has(keyOf(update)))) {
        this.#batches.push(batch);
      }
      for (const { update } of entries) Y.applyUpdate(this.doc, update, this);
    }
    if (message.kind === "update" || message.kind === "step2") {
      Y.applyUpdate(this.doc, message.payload, this);
    }
    if (message.kind === "step2" && !this.isReady) this.#sendKept();
  }

  /** Batches first: own changes may build on them. */
  #sendKept(): void {
    this.isReady = true;
    this.#handedBack.push(...this.#batches);
    this.#batches = [];
    for (const batch of this.#handedBack) {
      for (const { update } of readBatch(batch).entries) this.#inHandedBack.add(keyOf(update));
      this.#socket?.send(wire.encodeSealed("handedBack", batch));
    }
    for (const update of this.#journal) this.#socket?.send(wire.encodeUpdate(update));
  }

  #readNotice(text: string): void {
    if (!text.startsWith("{")) return;
    const notice: unknown = JSON.parse(text);
    const saved = wire.savedSchema.safeParse(notice).data;
    if (saved) {
      this.#journal.splice(0, saved.count - this.#acknowledged);
      this.#acknowledged = saved.count;
      // Own frames follow what was handed back: when they are durable, so is that.
      this.#handedBack = [];
      this.#inHandedBack.clear();
    }
    const durable = wire.durableSchema.safeParse(notice).data;
    if (!durable) return;
    this.#batches = this.#batches.filter((batch) => {
      const { life, lastPlace } = readBatch(batch);
      return life !== durable.life || lastPlace > durable.place;
    });
  }
}

function keyOf(update: Uint8Array): string {
  return Buffer.from(update).toString("latin1");
}
