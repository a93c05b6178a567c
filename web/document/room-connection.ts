import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { mayReturn, type RefusalName, refusalOf } from "../../party/close-codes.ts";
import { withoutFormattingCleanup } from "../../party/formatting-cleanup.ts";
import type { NoteNews } from "../../party/notes/thread-view.ts";
import { readBatch } from "../../party/seals/sealed-batch.ts";
import * as wire from "../../party/wire.ts";
import {
  type ConnectionOptions,
  type ConnectionView,
  firstView,
  type Luggage,
} from "./connection-view.ts";
import { DocumentStore } from "./document-store.ts";
import { isAheadOfRoom, LocalCopy } from "./local-copy.ts";
import { OwnChanges } from "./own-changes.ts";
import { RecoveredList, type RecoveredWords } from "./recovered-words.ts";
import { fateOfUnsaved, goesOn, makesReader } from "./refused-changes.ts";
import { removedWords, withoutWords } from "./removed-words.ts";
import { RoomSocket } from "./room-socket.ts";
import { SeenBatches } from "./seen-batches.ts";
import { ShownPresence } from "./shown-presence.ts";
import { unsentWords } from "./unsent-words.ts";

/**
 * The browser's end of a document's room: y-protocols on a socket that comes back by itself, a
 * journal of own changes on the device, and a light that says "saved" only when the room did.
 */
export class RoomConnection {
  readonly doc = new Y.Doc();
  /** Called before another person's change or caret is shown. */
  onBeforeRemoteChange: () => void = () => {};
  /** Called with what was noted beside the text. */
  onNotes: (news: NoteNews) => void = () => {};
  readonly #presence = new ShownPresence(this.doc, (frame) => {
    if (this.#isReceived) this.#send(frame);
  });
  readonly #options: ConnectionOptions;
  readonly #store: DocumentStore;
  readonly #own: OwnChanges;
  readonly #copy: LocalCopy;
  readonly #recovered: RecoveredList;
  readonly #seen = new SeenBatches();
  readonly #socket: RoomSocket;
  readonly #deviceRead: Promise<void>;
  readonly #listeners = new Set<() => void>();
  #isReceived = false;
  /** Counts the sockets, so that a slow device never answers on a later one. */
  #openings = 0;
  /** How much of the document came from this device; null once it was compared with the room's. */
  #heldAtFirst: Uint8Array | null = null;
  /** What was removed from the document since this device had it. */
  #removed: readonly string[] = [];
  /** Whether letters were removed from the document that it does not know of. */
  #isOutdated = false;
  #view = firstView;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#view = { ...firstView, rightsChangedAt: options.luggage?.rightsChangedAt ?? null };
    this.#store = new DocumentStore(options.scope);
    this.#own = new OwnChanges(this.#store, () => this.#show(this.#own.view));
    this.#copy = new LocalCopy(this.doc, this.#seen, this.#store);
    this.#recovered = new RecoveredList(this.#store, (recovered) => this.#show({ recovered }));
    withoutFormattingCleanup(this.doc);
    this.doc.on("update", this.#onUpdate);
    addEventListener("beforeunload", this.#askBeforeLeaving);
    this.#deviceRead = this.#readDevice();
    this.#socket = new RoomSocket(options.url, {
      onOpen: () => void this.#greet(),
      onFrame: (frame) => this.#onFrame(frame),
      onClose: (code, wasOpen) => this.#onClose(code, wasOpen),
    });
  }

  get awareness(): Awareness {
    return this.#presence.awareness;
  }

  get view(): ConnectionView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The words of the changes that the room has not called saved. */
  unsentWords(): string {
    return unsentWords(this.#own.updates);
  }

  /** The person has seen recovered words and does not need them any more. */
  discardRecovered(words: RecoveredWords): void {
    void this.#recovered.discard(words);
  }

  /** The person has read that their rights changed. */
  dismissRightsChange(): void {
    this.#show({ rightsChangedAt: null });
  }

  /** What is on this page alone: give it to the next connection, or it is lost with this one. */
  get luggage(): Luggage {
    const { unkept: updates } = this.#own;
    const { rightsChangedAt } = this.#view;
    const outdated = this.#isOutdated ? Y.encodeStateAsUpdate(this.doc) : null;
    // Others' words of an epoch that is over are worth nothing in the next.
    const seen = outdated ? [] : this.#seen.all;
    return { updates, recovered: this.#recovered.unkept, seen, rightsChangedAt, outdated };
  }

  /** Ends it for good; what this device keeps stays kept. */
  close(): void {
    this.#copy.keepNow();
    this.#copy.close();
    this.#own.close();
    this.#socket.close();
    removeEventListener("beforeunload", this.#askBeforeLeaving);
    this.awareness.destroy();
    this.doc.destroy();
  }

  /** The document as this device knows it, with the words that it has not sent. */
  async #readDevice(): Promise<void> {
    const { luggage } = this.#options;
    let hasCopy = false;
    try {
      const { copy, journal, recovered } = await this.#store.read();
      if (copy && !luggage?.outdated) {
        hasCopy = true;
        this.#store.epoch = copy.epoch;
        Y.applyUpdate(this.doc, copy.state, this);
        for (const batch of copy.seen) this.#seen.keep(batch);
      }
      this.#own.restore(journal);
      this.#recovered.addKept(recovered);
    } catch (error) {
      this.#own.fail(error);
    }
    for (const batch of luggage?.seen ?? []) this.#seen.keep(batch);
    for (const update of luggage?.updates ?? []) this.#own.add(update);
    for (const update of this.#own.updates) Y.applyUpdate(this.doc, update, this);
    for (const { id: _, ...record } of luggage?.recovered ?? []) void this.#recovered.add(record);
    if (hasCopy) {
      this.#copy.begin();
      this.#heldAtFirst = Y.encodeStateVector(this.doc);
    }
    this.#show({ isDeviceRead: true, hasDocument: hasCopy });
  }

  async #greet(): Promise<void> {
    const opening = ++this.#openings;
    this.#seen.startAnew();
    await this.#deviceRead;
    if (opening === this.#openings) this.#send(wire.encodeHello(this.#store.epoch, this.doc));
  }

  #onDurable(notice: wire.Durable): void {
    this.#seen.hear(notice);
    if (notice.saved === 0) return;
    this.#own.acknowledge(notice.saved);
    this.#show({ savedAt: notice.at });
  }

  #onFrame(frame: Uint8Array): void {
    if (frame[0] === wire.messageKinds.auth) return;
    const message = wire.decodeMessage(frame);
    switch (message.kind) {
      case "step1":
        return void this.#deviceRead.then(() => this.#compare(message.stateVector));
      case "epoch":
        this.#store.epoch = message.epoch;
        return;
      case "queryAwareness":
        return this.#presence.showAgain();
      case "hello":
      case "handedBack":
        return;
      case "durable":
        return this.#onDurable(message.notice);
      case "storage":
        return this.#show({ isStorageFailing: !message.works });
      case "notes":
        return this.onNotes(message.news);
      case "locks":
        return this.#show({ locks: message.locks });
      case "sealed":
        this.#seen.keep(message.batch);
        for (const { update } of readBatch(message.batch).entries) this.#take(update);
        return;
      case "awareness":
        this.onBeforeRemoteChange();
        return this.#presence.take(message.payload);
      case "update":
        return this.#take(message.update);
      case "step2":
        if (this.#bringsBack(message.update)) return void this.#goOn("redacted");
        this.#take(message.update);
        return this.#onReceived();
    }
  }

  /** What the room holds, against what came from this device. */
  #compare(stateVector: Uint8Array): void {
    this.#recovered.settle(stateVector);
    this.#seen.handBack(stateVector, (batches) => this.#send(wire.encodeHandedBack(batches)));
    const held = this.#heldAtFirst;
    this.#heldAtFirst = null;
    const returning = [...this.#own.updates, ...this.#seen.updates];
    if (!held || !isAheadOfRoom(held, stateVector, returning)) return;
    void this.#copy.discard().then(this.#options.onBeginAnew);
  }

  #take(update: Uint8Array): void {
    this.onBeforeRemoteChange();
    Y.applyUpdate(this.doc, update, this);
  }

  /** The document is here as the room has it: now our own unsaved changes go out, in order. */
  #onReceived(): void {
    if (this.#isReceived) return;
    this.#isReceived = true;
    this.#socket.praise();
    this.#copy.begin();
    if (this.#options.luggage?.outdated) this.#forgetOutdated();
    this.#own.setAlone(false);
    this.#own.sendAll((update) => this.#send(wire.encodeUpdate(update)));
    this.#presence.showAgain();
    this.#show({ link: "open", hasDocument: true, isStorageFailing: false });
  }

  #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    this.#own.add(update);
    if (this.#isReceived) {
      this.#own.sendNewest((newest) => this.#send(wire.encodeUpdate(newest)));
    }
  };

  #send(frame: Uint8Array): void {
    this.#socket.send(frame);
  }

  #onClose(code: number, wasOpen: boolean): boolean {
    if (this.#view.refusal) return false;
    this.#isReceived = false;
    this.#own.setAlone(true);
    this.#copy.keepNow();
    this.#presence.forgetOthers();
    const refusal = refusalOf(code);
    this.#show({ link: "lost", isStorageFailing: refusal === "storageFailed" });
    if (refusal === "rightsChanged") this.#show({ rightsChangedAt: Date.now() });
    if (refusal === "redacted") {
      this.#isOutdated = true;
      this.#options.onBeginAnew();
      return false;
    }
    if (refusal && goesOn(refusal)) {
      void this.#goOn(refusal);
      return false;
    }
    if (refusal && !mayReturn(refusal)) {
      void this.#onRefused(refusal);
      return false;
    }
    if (!wasOpen && navigator.onLine) void this.#askWhyShut();
    return true;
  }

  /** A browser does not tell why a socket did not open. */
  async #askWhyShut(): Promise<void> {
    const refusal = await this.#options.askWhyShut();
    if (!refusal || this.#isReceived || this.#view.refusal) return;
    this.#socket.close();
    await this.#onRefused(refusal);
  }

  /** Sent again, refused words would be refused again: they leave the journal, not the device. */
  async #onRefused(refusal: RefusalName): Promise<void> {
    this.#show({ refusal });
    if (fateOfUnsaved(refusal) === "recover") await this.#setAside(refusal);
  }

  /** Their words are set aside and named; without them the person comes back. */
  async #goOn(refusal: RefusalName): Promise<void> {
    if (makesReader(refusal)) this.#show({ rightsChangedAt: Date.now() });
    await this.#setAside(refusal);
    this.#options.onBeginAnew();
  }

  async #setAside(refusal: RefusalName): Promise<void> {
    const { personId, documentId } = this.#options.scope;
    const refused = this.#own.takeAll();
    const all = refused.map(({ update }) => update);
    const words = withoutWords(unsentWords(all), this.#removed);
    // As they are they would keep what was removed.
    const updates = this.#removed.length > 0 ? [] : all;
    const added = this.#recovered.add({ personId, documentId, refusal, words, updates });
    // The copy holds them too.
    await Promise.all([added, this.#copy.discard()]);
    this.#own.forget(refused);
  }

  /** Whether own unsent changes repeat, moved or undone, what was removed from the document. */
  #bringsBack(ofRoom: Uint8Array): boolean {
    const { outdated } = this.#options.luggage ?? {};
    if (!outdated || this.#isReceived) return false;
    this.#removed = removedWords(outdated, ofRoom);
    const words = unsentWords(this.#own.updates);
    return withoutWords(words, this.#removed) !== words;
  }

  /** What this device keeps of the document as it was. */
  #forgetOutdated(): void {
    void this.#store.forgetDocument().catch(() => undefined);
    this.#copy.keepNow();
  }

  #askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    const isAtRisk = this.#view.unsaved > 0 && !this.#view.isKept;
    if (isAtRisk || this.#recovered.unkept.length > 0) event.preventDefault();
  };

  #show(change: Partial<ConnectionView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
