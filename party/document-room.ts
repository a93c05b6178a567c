import { type Connection, type ConnectionContext, Server, type WSMessage } from "partyserver";
import { schemaVersion } from "../domain/document/schema.ts";
import { findDocumentSource } from "../worker/db/document-source.ts";
import { logBug } from "../worker/log-bug.ts";
import { Audience } from "./audience.ts";
import { CaretRelay } from "./caret-relay.ts";
import { closeCodes, type RefusalName } from "./close-codes.ts";
import { Committer } from "./committer.ts";
import { DocumentState } from "./document-state.ts";
import { FrameBudget } from "./frame-budget.ts";
import { HandedBackChanges } from "./handed-back-changes.ts";
import { repackWhenCalm } from "./page-packing.ts";
import { Presence } from "./presence.ts";
import { Relay } from "./relay.ts";
import { type ImportResult, RoomArchive } from "./room-archive.ts";
import { decodeRoomPerson, type RoomPerson, roomPersonHeader } from "./room-person.ts";
import { Sealer } from "./sealer.ts";
import { SqliteLogStore } from "./sqlite-log-store.ts";
import { WaitingFrames } from "./waiting-frames.ts";
import * as wire from "./wire.ts";

/**
 * One document, live: takes changes in, passes them on, keeps its log. The rules that it keeps
 * are numbered in the tests.
 */
export class DocumentRoom extends Server<Cloudflare.Env> {
  static override options = { hibernate: true };

  #state: DocumentState | null = null;
  #opening: Promise<DocumentState | null> | null = null;
  readonly #archive = new RoomArchive(this.ctx.storage);
  #sealer: Sealer | null = null;
  #presence = new Presence();
  #audience = new Audience(this.#presence, (socket) => this.#leave(socket));
  #waiting = new WaitingFrames<Connection>((socket) => this.#refuse(socket, "unfounded"));
  #budget = new FrameBudget();
  #committer = new Committer({
    audience: this.#audience,
    windowMs: Number(this.env.COMMIT_WINDOW_MS),
    rowsPerDay: Number(this.env.ROOM_ROWS_PER_DAY),
    onCommitted: () => this.#state?.log.checkpointIfDue(this.#state.doc),
    onRecovered: () => this.#sendBack(),
  });
  #relay = new Relay<Connection>(
    () => this.#presence.sockets(),
    (changes, to) => this.#audience.pass(changes, to, this.#sealer),
  );
  #carets = new CaretRelay<Connection, wire.AwarenessEntry>((entries, movers) =>
    this.#audience.showCarets(entries, movers),
  );
  #handedBack = new HandedBackChanges<Connection>((socket) =>
    this.#committer.owe(socket, "returned"),
  );

  override async onStart(): Promise<void> {
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(wire.ping, wire.pong));
    for (const socket of this.getConnections()) {
      this.#presence.restore(socket);
    }
    // Looking in from a list must not make a document that nobody has entered.
    if (SqliteLogStore.isIn(this.ctx.storage)) await this.#open();
  }

  override async onConnect(socket: Connection, { request }: ConnectionContext): Promise<void> {
    const person = decodeRoomPerson(request.headers.get(roomPersonHeader));
    const state = this.#state ?? (await this.#open());
    if (!state || !this.#committer.works) return this.#refuse(socket, "storageFailed");
    // A stock provider names no version: it shows nothing by itself, so it deletes nothing either.
    const { searchParams } = new URL(request.url);
    const schema = searchParams.get("schema");
    if (schema !== null && Number(schema) < schemaVersion) {
      return this.#refuse(socket, "schemaTooOld");
    }
    this.#presence.join(socket, person, searchParams.get("protocol") === wire.ownProtocol);
    this.#committer.greet(socket);
    socket.send(wire.encodeStep1(state.doc));
    socket.send(wire.encodeAwareness(this.#presence.entries()));
  }

  /** partyserver would read the attachment of the socket with every message; ours are known. */
  override async webSocketMessage(socket: WebSocket, message: WSMessage): Promise<void> {
    const connection = socket as Connection;
    if (!this.#presence.personOf(connection)) return super.webSocketMessage(socket, message);
    this.onMessage(connection, message);
  }

  override onMessage(socket: Connection, message: WSMessage): void {
    const person = this.#presence.personOf(socket);
    if (!person) return socket.close(1012, "restart");
    if (typeof message === "string") return;
    if (Date.now() >= person.sessionEndsAt) return this.#refuse(socket, "notSignedIn");
    if (!this.#budget.allows(socket, Date.now())) return this.#refuse(socket, "tooFast");
    const frame = ArrayBuffer.isView(message)
      ? new Uint8Array(message.buffer, message.byteOffset, message.byteLength)
      : new Uint8Array(message);
    if (frame.byteLength > wire.maxFrameBytes) return this.#refuse(socket, "tooLarge");
    let decoded: wire.RoomMessage;
    try {
      decoded = wire.decodeMessage(frame);
    } catch {
      return this.#refuse(socket, "malformed");
    }
    this.#answer(socket, person, decoded);
  }

  override onClose(socket: Connection): void {
    this.#leave(socket);
  }

  override onError(socket: Connection): void {
    this.#leave(socket);
  }

  /** Who is in the document and when it was last written in, for lists elsewhere. */
  async glance(): Promise<{ present: RoomPerson[]; lastEditedAt: number | null }> {
    await this.__unsafe_ensureInitialized();
    return {
      present: this.#presence.people(),
      lastEditedAt: this.#state?.log.lastEditedAt ?? null,
    };
  }

  exportRoom(): ReadableStream<Uint8Array> | null {
    return this.#archive.export();
  }

  async importRoom(archive: ReadableStream<Uint8Array>): Promise<ImportResult> {
    return this.#state || this.#opening ? "notEmpty" : this.#archive.import(archive);
  }

  /** Opens the document from its log; the first opening ever writes the template. */
  #open(): Promise<DocumentState | null> {
    // Two who come at the same moment must not make two documents.
    this.#opening ??= this.#openNow().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #openNow(): Promise<DocumentState | null> {
    if (this.#archive.isImporting) return null;
    try {
      const store = new SqliteLogStore(this.ctx.storage);
      const source = store.lastPage() ? null : await findDocumentSource(this.env.DB, this.name);
      const state = DocumentState.open(store, source, Date.now());
      state.onRoomEdit = (change) => this.#relay.pass({ ...change, from: null }, Date.now());
      const now = Date.now();
      this.#sealer = new Sealer(state.log, { document: this.name, ...store.seal() }, now);
      this.#state = state;
      try {
        repackWhenCalm(store, now, Number(this.env.ROOM_ROWS_PER_DAY));
      } catch (error) {
        logBug(error);
      }
      this.#committer.begin(state.log, now, store.rowsWrittenOn(now));
    } catch (error) {
      logBug(error);
      this.#state = null;
    }
    return this.#state;
  }

  #answer(socket: Connection, person: RoomPerson, message: wire.RoomMessage): void {
    const state = this.#state;
    if (!state) return this.#refuse(socket, "storageFailed");
    switch (message.kind) {
      case "step1":
        return this.#takeStep1(state, socket, message.stateVector);
      case "step2":
        return this.#takeStep2(state, socket, person, message.update);
      case "update":
        return this.#takeUpdate(state, socket, person, message.update);
      case "awareness":
        return this.#takeAwareness(state, socket, message.states);
      case "queryAwareness":
        return socket.send(wire.encodeAwareness(this.#presence.entries()));
      case "handedBack":
        for (const batch of message.batches) {
          this.#handedBack.add(socket, this.#sealer?.open(batch) ?? []);
        }
        return this.#takeBack(state);
      case "sealed":
      case "durable":
      case "storage":
        return this.#refuse(socket, "malformed");
    }
  }

  /** What a newcomer sees is on disk: nobody holds a seal under it who could hand it back (R1). */
  #takeStep1(state: DocumentState, socket: Connection, stateVector: Uint8Array): void {
    if (state.log.hasOpenPage) this.#committer.commit();
    if (!this.#committer.works) return this.#refuse(socket, "storageFailed");
    try {
      socket.send(wire.encodeStep2(state.doc, stateVector));
    } catch {
      this.#refuse(socket, "malformed");
    }
  }

  /** A stock provider's answer to step 1: of it, only what is the sender's own. */
  #takeStep2(state: DocumentState, socket: Connection, person: RoomPerson, update: Uint8Array) {
    const own = state.ownPart(update, person);
    if (own === "malformed") return this.#refuse(socket, "malformed");
    if (own) this.#takeUpdate(state, socket, person, own);
  }

  #takeUpdate(state: DocumentState, socket: Connection, person: RoomPerson, update: Uint8Array) {
    if (!person.mayWrite) {
      socket.send(wire.encodeDenied("read-only"));
      return this.#refuse(socket, "readOnly");
    }
    // Everybody was told; it stays in the journal of its browser, which sends it again.
    if (!this.#committer.works) return;
    // Behind a frame that waits, everything of the same socket waits: its order is its meaning.
    const verdict = this.#waiting.has(socket)
      ? "waits"
      : state.take(update, person, this.#presence.clientOf(socket), Date.now());
    switch (verdict) {
      case "waits":
        return this.#waiting.add(socket, update);
      case "taken":
        this.#committer.owe(socket, "saved");
        this.#passOn(state, socket);
        this.#takeBack(state);
        return this.#retryWaiting(state);
      case "known":
        // What is known may not be durable yet: it is acknowledged with the next commit, too.
        return this.#committer.owe(socket, "saved");
      default:
        return this.#refuse(socket, verdict);
    }
  }

  /** In an earlier event than the commit: a frame sent after a write would wait for the disk. */
  #passOn(state: DocumentState, from: Connection | null): void {
    if (state.lastChange) this.#relay.pass({ ...state.lastChange, from }, Date.now());
    state.repair(Date.now());
  }

  #takeBack(state: DocumentState): void {
    if (!this.#committer.works) return;
    this.#handedBack.retry((change) => {
      const verdict = state.takeBack(change);
      if (verdict === "taken") {
        this.#passOn(state, null);
        this.#committer.soon();
      }
      return verdict;
    });
  }

  #retryWaiting(state: DocumentState): void {
    for (const [socket, first] of this.#waiting.heads()) {
      const person = this.#presence.personOf(socket);
      if (!person || state.waits(first, person)) continue;
      for (const update of this.#waiting.take(socket)) {
        this.#takeUpdate(state, socket, person, update);
      }
    }
  }

  #takeAwareness(state: DocumentState, socket: Connection, entries: wire.AwarenessEntry[]): void {
    const isNew = this.#presence.clientOf(socket) === null;
    const entry = this.#presence.update(socket, entries, (client, person) =>
      state.owns(client, person),
    );
    if (!entry) return;
    if (isNew) this.#audience.tell(wire.encodeAwareness([entry]), socket);
    else this.#carets.move(socket, entry);
  }

  /** The storage works again: everybody comes back and sends what was not taken meanwhile. */
  #sendBack(): void {
    this.#audience.tellStorage(true);
    for (const socket of this.#presence.sockets()) this.#refuse(socket, "storageFailed");
  }

  #refuse(socket: Connection, name: RefusalName): void {
    this.#leave(socket);
    socket.close(closeCodes[name], name);
  }

  #leave(socket: Connection): void {
    this.#waiting.take(socket);
    this.#committer.forget(socket);
    this.#carets.forget(socket);
    const farewell = this.#presence.leave(socket);
    if (farewell) this.#audience.tell(wire.encodeAwareness([farewell]), socket);
  }
}
