import type { Connection, ConnectionContext, WSMessage } from "partyserver";
import { schemaVersion } from "../domain/document/schema.ts";
import { logBug } from "../worker/log-bug.ts";
import { Audience } from "./audience.ts";
import { Gate } from "./checks/gate.ts";
import type { RefusalName } from "./close-codes.ts";
import { Committer } from "./committer.ts";
import { DocumentQuestions } from "./document-questions.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import { refusalOfMessage } from "./message-access.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";
import { ping, pong } from "./ping.ts";
import { Presence, type PresentEntry } from "./presence/presence.ts";
import { PresenceIntake } from "./presence/presence-intake.ts";
import { Seats } from "./presence/seats.ts";
import { Relay } from "./relay.ts";
import { RoomRights } from "./rights/room-rights.ts";
import { decodeRoomPerson, type RoomPerson, roomPersonHeader } from "./room-person.ts";
import * as wire from "./wire.ts";

/**
 * One document, live: takes changes in, passes them on, keeps its log. The rules that it keeps
 * are numbered in the tests.
 */
export class DocumentRoom extends DocumentQuestions {
  static override options = { hibernate: true };

  #document: OpenDocument | null = null;
  #opening: Promise<OpenDocument | null> | null = null;
  #presence = new Presence();
  #audience = new Audience(this.#presence, (socket) => this.#leave(socket));
  #committer = new Committer({
    audience: this.#audience,
    windowMs: Number(this.env.COMMIT_WINDOW_MS),
    rowsPerDay: Number(this.env.ROOM_ROWS_PER_DAY),
    onCommitted: () => this.#document?.state.log.checkpointIfDue(this.#document.state.doc),
    onRecovered: () => this.#sendBack(),
  });
  #relay = new Relay<Connection>(
    () => this.#presence.sockets(),
    (changes, to) => this.#audience.pass(changes, to, this.#document?.sealer ?? null),
  );
  #presenceIntake = new PresenceIntake({
    presence: this.#presence,
    audience: this.#audience,
    mayBe: (client, person) => !!this.#document?.state.owns(client, person),
    onMalformed: (socket) => this.#refuse(socket, "malformed"),
  });
  #gate = new Gate();
  #rights = new RoomRights({
    env: this.env,
    documentId: () => this.name,
    presence: this.#presence,
    sendAway: (refused) => this.#refuseAll(refused),
    alsoOnNotice: async () => this.#document?.locks.refresh(),
  });
  #seats = new Seats(this.#presence, this.#audience, {
    pingedAt: (socket) => this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0,
    sendAway: (socket, why) => this.#refuse(socket, why),
  });

  override async onStart(): Promise<void> {
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(ping, pong));
    for (const socket of this.getConnections()) this.#presence.restore(socket);
    if (this.#presence.size > 0) this.#rights.watch.onWaking(Date.now());
    // Looking in from a list must not make a document that nobody has entered.
    if (SqliteLogStore.isIn(this.ctx.storage)) await this.#open();
  }

  override async onConnect(socket: Connection, { request }: ConnectionContext): Promise<void> {
    try {
      await this.#rights.registration.during(() => this.#welcome(socket, request));
    } catch (error) {
      // Thrown on, partyserver would send the stack to whoever comes.
      logBug(error);
      socket.close(1011, "bug");
    }
  }

  /** Who is in the room needs nothing of partyserver, which reads the attachment for each frame. */
  override async webSocketMessage(socket: WebSocket, message: WSMessage): Promise<void> {
    if (!this.#gate.hears(socket)) return;
    if (!this.#presence.has(socket)) return super.webSocketMessage(socket, message);
    try {
      this.onMessage(socket, message);
    } catch (error) {
      logBug(error);
      // Half of a change may be in the document, none of it in the log: it is opened anew.
      this.#giveUp();
    }
  }

  override onMessage(socket: Connection, message: WSMessage): void {
    const person = this.#presence.personOf(socket);
    if (!person) return socket.close(1012, "restart");
    const now = Date.now();
    this.#seats.onTraffic(socket, now);
    if (typeof message === "string") return;
    const frame = wire.bytesOf(message);
    const refusal = this.#gate.refusalOf(frame, person, now);
    if (refusal) return this.#refuse(socket, refusal);
    this.#rights.watch.onTraffic(now);
    this.#document?.projection.onTraffic(now);
    const decoded = wire.readFrame(frame);
    if (!decoded) return this.#refuse(socket, "malformed");
    this.#answer(socket, person, decoded);
  }

  override onClose(socket: Connection): void {
    this.#leave(socket);
    this.#seats.onTraffic(null, Date.now());
  }

  override onError(socket: Connection): void {
    this.#leave(socket);
  }

  /**
   * Rights of these people, or of everybody (null), have changed: decides anew whom it touches (R4).
   * @returns whether it has; otherwise the notice is to be kept
   */
  async rightsChanged(personIds: string[] | null): Promise<boolean> {
    await this.__unsafe_ensureInitialized();
    return this.#rights.onNotice(personIds, Date.now());
  }

  /** Who is in the document and when it was last written in, for lists elsewhere. */
  async glance(): Promise<{ present: RoomPerson[]; lastEditedAt: number | null }> {
    await this.__unsafe_ensureInitialized();
    this.#seats.hideSilent(Date.now());
    const lastEditedAt = this.#document?.state.log.lastEditedAt ?? null;
    return { present: this.#presence.people(), lastEditedAt };
  }

  async #welcome(socket: Connection, request: Request): Promise<void> {
    const person = decodeRoomPerson(request.headers.get(roomPersonHeader));
    // Before anything that would cost the others something.
    if (this.#gate.shutsOut(person, Date.now())) return this.#refuse(socket, "tooFast");
    const document = await this.#open();
    if (!document || !this.#committer.works) return this.#refuse(socket, "storageFailed");
    // A stock provider names no version: it shows nothing by itself, so it deletes nothing either.
    const { searchParams } = new URL(request.url);
    const schema = Number(searchParams.get("schema") ?? schemaVersion);
    if (schema < schemaVersion) return this.#refuse(socket, "schemaTooOld");
    const now = Date.now();
    this.#seats.hideSilent(now);
    if (!this.#seats.hasSeatFor(person.personId)) return this.#refuse(socket, "tooManyTabs");
    if (!this.#seats.hasSeat()) return this.#refuse(socket, "roomFull");
    this.#presence.join(socket, person, searchParams.get("protocol") === wire.ownProtocol, now);
    this.#seats.onTraffic(null, now);
    this.#committer.greet(socket);
    socket.send(wire.encodeStep1(document.state.doc));
    this.#audience.showEverybodyTo(socket);
    if (this.#presence.isOwn(socket)) document.locks.showTo(socket);
    this.#rights.watch.onJoin(socket, person, now);
  }

  protected override async opened(): Promise<OpenDocument> {
    await this.__unsafe_ensureInitialized();
    const document = await this.#open();
    if (!document) throw new Error("the document cannot be read");
    return document;
  }

  protected override get isOpen(): boolean {
    return this.#document !== null || this.#opening !== null;
  }

  protected override async settled(): Promise<void> {
    await this.#opening;
  }

  protected override whileClosed<T>(work: () => Promise<T>): Promise<T> {
    this.#refuseAll(this.#presence.sockets().map((socket) => [socket, "redacted"]));
    this.#relay.drop();
    this.#giveUp();
    const result = work();
    // A failure is told to whoever asked for the work; the document is read again in any case.
    const done = result.then(
      () => undefined,
      () => undefined,
    );
    this.#opening = done
      .then(() => this.#openNow())
      .finally(() => {
        this.#opening = null;
      });
    return result;
  }

  #giveUp(): void {
    this.#document?.stop();
    this.#document = null;
    this.#committer.end();
  }

  /** The document; null where it cannot be read. */
  async #open(): Promise<OpenDocument | null> {
    if (this.#document) return this.#document;
    // Two who come at the same moment must not make two documents.
    this.#opening ??= this.#openNow().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #openNow(): Promise<OpenDocument | null> {
    if (this.archive.isImporting) return null;
    try {
      await this.generations.finish();
      this.#document = await openDocument({
        env: this.env,
        storage: this.ctx.storage,
        documentId: this.name,
        presence: this.#presence,
        audience: this.#audience,
        committer: this.#committer,
        relay: this.#relay,
        refuse: (from, name) => this.#refuse(from, name),
        deny: (from, name) => this.#deny(from, name),
      });
    } catch (error) {
      logBug(error);
    }
    return this.#document;
  }

  #answer(socket: Connection, person: RoomPerson, message: wire.RoomMessage): void {
    if (!this.#document) return this.#refuse(socket, "storageFailed");
    const { intake } = this.#document;
    const refusal = refusalOfMessage(person, message.kind);
    if (refusal) return this.#deny(socket, refusal);
    switch (message.kind) {
      case "hello":
        return intake.takeHello(socket, message.epoch, message.stateVector);
      case "step1":
        return intake.takeStep1(socket, message.stateVector);
      case "step2":
        return intake.takeStep2(socket, person, message.update);
      case "update":
        return intake.takeUpdate(socket, person, message.update);
      case "awareness":
        return this.#presenceIntake.take(socket, message.payload);
      case "queryAwareness":
        return this.#audience.showEverybodyTo(socket);
      case "handedBack":
        return intake.takeBack(socket, person, message.batches);
      default:
        throw new Error(`${message.kind} is for the room alone to send`);
    }
  }

  /** Everybody comes back, and sends again what was not taken. */
  #sendBack(): void {
    this.#refuseAll(this.#presence.sockets().map((socket) => [socket, "storageFailed"]));
  }

  #deny(socket: Connection, name: RefusalName): void {
    // For stock providers, which know nothing of close codes.
    if (name !== "malformed") socket.send(wire.encodeDenied("read-only"));
    this.#refuse(socket, name);
  }

  #refuse(socket: Connection, name: RefusalName): void {
    this.#refuseAll([[socket, name]]);
  }

  /** One farewell for all of them: a hall that is sent away would be told of itself otherwise. */
  #refuseAll(refused: readonly (readonly [Connection, RefusalName])[]): void {
    const farewells = refused.flatMap(([socket, name]) => {
      const person = this.#presence.personOf(socket);
      const farewell = this.#forget(socket);
      this.#gate.close(socket, person, name, Date.now());
      return farewell ?? [];
    });
    if (farewells.length > 0) this.#audience.show(farewells, null);
  }

  #leave(socket: Connection): void {
    const farewell = this.#forget(socket);
    if (farewell) this.#audience.show([farewell], socket);
  }

  #forget(socket: Connection): PresentEntry | null {
    this.#document?.intake.forget(socket);
    this.#committer.forget(socket);
    this.#presenceIntake.forget(socket);
    const farewell = this.#presence.leave(socket);
    this.#rights.registration.removeIfEmpty();
    return farewell;
  }
}
