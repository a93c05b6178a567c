import { type Connection, type ConnectionContext, Server, type WSMessage } from "partyserver";
import { fragmentName, schemaVersion } from "../domain/document/schema.ts";
import { findDocumentSource } from "../worker/db/document-source.ts";
import { logBug } from "../worker/log-bug.ts";
import { Audience } from "./audience.ts";
import { CaretRelay } from "./caret-relay.ts";
import { closeCodes, type RefusalName } from "./close-codes.ts";
import { CommitClock, startOfDay } from "./commit-clock.ts";
import { DocumentState } from "./document-state.ts";
import { FrameBudget } from "./frame-budget.ts";
import { HandedBackChanges } from "./handed-back-changes.ts";
import { Presence } from "./presence.ts";
import { readingOf } from "./reading.ts";
import { Relay } from "./relay.ts";
import { decodeRoomPerson, type RoomPerson, roomPersonHeader } from "./room-person.ts";
import { Sealer } from "./sealer.ts";
import { Seats } from "./seats.ts";
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
  #sealer: Sealer | null = null;
  #presence = new Presence();
  #audience = new Audience(this.#presence, (socket) => this.#leave(socket));
  #waiting = new WaitingFrames<Connection>((socket) => this.#refuse(socket, "unfounded"));
  #budget = new FrameBudget();
  #commits = new CommitClock(
    { windowMs: Number(this.env.COMMIT_WINDOW_MS), rowsPerDay: Number(this.env.ROOM_ROWS_PER_DAY) },
    () => this.#commit(),
  );
  /** How many update frames were taken from each socket since the last commit. */
  #owed = new Map<Connection, number>();
  #relay = new Relay<Connection>(
    () => this.#presence.sockets(),
    (changes, to) => this.#audience.pass(changes, to, this.#sealer),
  );
  #carets = new CaretRelay<Connection, wire.AwarenessEntry>((entries, movers) =>
    this.#audience.showCarets(entries, movers),
  );
  #handedBack = new HandedBackChanges();
  #seats = new Seats(this.#presence, this.#audience, {
    pingedAt: (socket) => this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0,
    sendAway: (socket, why) => this.#refuse(socket, why),
  });

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
    if (!state) return this.#refuse(socket, "storageFailed");
    // A stock provider names no version: it shows nothing by itself, so it deletes nothing either.
    const { searchParams } = new URL(request.url);
    const schema = searchParams.get("schema");
    if (schema !== null && Number(schema) < schemaVersion) {
      return this.#refuse(socket, "schemaTooOld");
    }
    const now = Date.now();
    this.#seats.hideSilent(now);
    if (!this.#seats.hasSeat()) return this.#refuse(socket, "roomFull");
    this.#presence.join(socket, person, searchParams.get("protocol") === wire.sealedProtocol, now);
    this.#seats.onTraffic(null, now);
    socket.send(wire.encodeStep1(state.doc));
    socket.send(wire.encodeAwareness(this.#presence.entries()));
  }

  override onMessage(socket: Connection, message: WSMessage): void {
    const person = this.#presence.personOf(socket);
    if (!person) return socket.close(1012, "restart");
    const now = Date.now();
    this.#seats.onTraffic(socket, now);
    if (typeof message === "string") return;
    if (now >= person.sessionEndsAt) return this.#refuse(socket, "notSignedIn");
    if (!this.#budget.allows(socket, now)) return this.#refuse(socket, "tooFast");
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
    this.#seats.onTraffic(null, Date.now());
  }

  override onError(socket: Connection): void {
    this.#leave(socket);
  }

  /** Who is in the document and when it was last written in, for lists elsewhere. */
  async glance(): Promise<{ present: RoomPerson[]; lastEditedAt: number | null }> {
    await this.__unsafe_ensureInitialized();
    this.#seats.hideSilent(Date.now());
    return {
      present: this.#presence.people(),
      lastEditedAt: this.#state?.log.lastEditedAt ?? null,
    };
  }

  /** The document as it is now, as JSON of a `ReadingNode`. @throws when it cannot be read */
  async reading(): Promise<string> {
    await this.__unsafe_ensureInitialized();
    const state = this.#state ?? (await this.#open());
    if (!state) throw new Error("the document cannot be read");
    return JSON.stringify(readingOf(state.doc.getXmlFragment(fragmentName)));
  }

  /** Opens the document from its log; the first opening ever writes the template. */
  async #open(): Promise<DocumentState | null> {
    try {
      const store = new SqliteLogStore(this.ctx.storage);
      const source = store.lastPage() ? null : await findDocumentSource(this.env.DB, this.name);
      const state = DocumentState.open(store, source, Date.now());
      state.onRoomEdit = (change) => this.#relay.pass({ ...change, from: null }, Date.now());
      this.#sealer = new Sealer(state.log, { document: this.name, ...store.seal() });
      this.#state = state;
      this.#commits.resume(Date.now(), store.commitsSince(startOfDay(Date.now())));
      if (state.log.hasOpenPage) this.#commits.soon(Date.now());
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
        try {
          socket.send(wire.encodeStep2(state.doc, message.stateVector));
        } catch {
          this.#refuse(socket, "malformed");
        }
        return;
      case "step2":
        return this.#takeStep2(state, socket, person, message.update);
      case "update":
        return this.#takeUpdate(state, socket, person, message.update);
      case "awareness":
        return this.#takeAwareness(state, socket, message.states);
      case "queryAwareness":
        return socket.send(wire.encodeAwareness(this.#presence.entries()));
      case "handedBack":
        this.#handedBack.add(this.#sealer?.open(message.batch) ?? []);
        return this.#takeBack(state);
      case "sealed":
        return this.#refuse(socket, "malformed");
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
      return this.#refuse(socket, person.isFrozen ? "frozen" : "readOnly");
    }
    // Behind a frame that waits, everything of the same socket waits: its order is its meaning.
    const verdict = this.#waiting.has(socket)
      ? "waits"
      : state.take(update, person, this.#presence.clientOf(socket), Date.now());
    switch (verdict) {
      case "waits":
        return this.#waiting.add(socket, update);
      case "taken":
        this.#owe(socket);
        this.#passOn(state, socket);
        this.#takeBack(state);
        return this.#retryWaiting(state);
      case "known":
        // What is known may not be durable yet: it is acknowledged with the next commit, too.
        return this.#owe(socket);
      default:
        return this.#refuse(socket, verdict);
    }
  }

  #owe(socket: Connection): void {
    this.#owed.set(socket, (this.#owed.get(socket) ?? 0) + 1);
    if (this.#state?.log.isPageFull) this.#commit();
    else this.#commits.soon(Date.now());
  }

  /** In an earlier event than the commit: a frame sent after a write would wait for the disk. */
  #passOn(state: DocumentState, from: Connection | null): void {
    if (state.lastChange) this.#relay.pass({ ...state.lastChange, from }, Date.now());
    state.repair(Date.now());
  }

  #takeBack(state: DocumentState): void {
    this.#handedBack.retry((change) => {
      const verdict = state.takeBack(change);
      if (verdict === "taken") {
        this.#passOn(state, null);
        this.#commits.soon(Date.now());
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
    const isNew = this.#presence.entryOf(socket) === null;
    const entry = this.#presence.update(socket, entries, (client, person) =>
      state.owns(client, person),
    );
    if (!entry) return;
    if (isNew) this.#audience.tell(wire.encodeAwareness([entry]), socket);
    else this.#carets.move(socket, entry);
  }

  /** Makes the open page durable, then acknowledges: these frames leave when the write is on disk. */
  #commit(): void {
    const state = this.#state;
    if (!state) return;
    const at = Date.now();
    try {
      state.log.commit(at);
    } catch (error) {
      return this.#failStorage(error);
    }
    this.#commits.done(at, state.log.rowsOfLastCommit);
    for (const [socket, frames] of this.#owed) {
      const count = this.#presence.acknowledged(socket) + frames;
      this.#presence.keepAcknowledged(socket, count);
      this.#audience.send(
        socket,
        JSON.stringify({ type: "saved", count, at } satisfies wire.Saved),
      );
    }
    this.#owed.clear();
    if (this.#sealer) this.#audience.tellDurable(this.#sealer.life, state.log.place);
    state.log.checkpointIfDue(state.doc);
  }

  /** Nothing that could not be written is called saved: everybody sends again what is theirs. */
  #failStorage(error: unknown): void {
    logBug(error);
    this.#state = null;
    for (const socket of this.#presence.sockets()) this.#refuse(socket, "storageFailed");
  }

  #refuse(socket: Connection, name: RefusalName): void {
    this.#leave(socket);
    socket.close(closeCodes[name], name);
  }

  #leave(socket: Connection): void {
    this.#waiting.take(socket);
    this.#owed.delete(socket);
    this.#carets.forget(socket);
    const farewell = this.#presence.leave(socket);
    if (farewell) this.#audience.tell(wire.encodeAwareness([farewell]), socket);
  }
}
