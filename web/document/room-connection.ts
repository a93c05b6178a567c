import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { mayReturn, type RefusalName, refusalOf } from "../../party/close-codes.ts";
import { withoutFormattingCleanup } from "../../party/formatting-cleanup.ts";
import type { NoteNews } from "../../party/notes/thread-view.ts";
import { readBatch } from "../../party/seals/sealed-batch.ts";
import * as wire from "../../party/wire.ts";
import type { ConnectionOptions, ConnectionView, Luggage } from "./connection-view.ts";
import { DocumentStore } from "./document-store.ts";
import type { Caret } from "./editor/resume-caret.ts";
import { FormerEpoch } from "./former-epoch.ts";
import { LocalCopy } from "./local-copy.ts";
import { OwnChanges } from "./own-changes.ts";
import { RecoveredList, type RecoveredWords } from "./recovered-words.ts";
import { fateOfUnsaved, goesOn, makesReader } from "./refused-changes.ts";
import { RoomSocket } from "./room-socket.ts";
import { SeenBatches } from "./seen-batches.ts";
import { ShownPresence } from "./shown-presence.ts";
import { ShownView } from "./shown-view.ts";
import { unsentWords } from "./unsent-words.ts";

/**
 * The browser's end of a document's room: y-protocols on a socket that comes back by itself, a
 * journal of own changes on the device, and a light that says "saved" only when the room did.
 */
export class RoomConnection {
  readonly doc = new Y.Doc();
  /** Where the person was writing when the document had to begin anew; they go on there. */
  readonly caretBefore: Caret | null;
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
  readonly #former: FormerEpoch;
  readonly #seen = new SeenBatches();
  readonly #socket: RoomSocket;
  readonly #deviceRead: Promise<void>;
  readonly #view: ShownView;
  #isReceived = false;
  /** Counts the sockets, so that a slow device never answers on a later one. */
  #openings = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { rightsChangedAt = null, outdated = null, caret = null } = options.luggage ?? {};
    this.#view = new ShownView({ rightsChangedAt });
    this.#former = new FormerEpoch(outdated);
    this.caretBefore = caret;
    this.#store = new DocumentStore(options.scope);
    this.#own = new OwnChanges(this.#store, () => this.#view.show(this.#own.view));
    this.#copy = new LocalCopy(this.doc, this.#seen, this.#store);
    this.#recovered = new RecoveredList(this.#store, (all) => this.#view.show({ recovered: all }));
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
    return this.#view.now;
  }

  subscribe = (listener: () => void) => this.#view.subscribe(listener);

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
    this.#view.show({ rightsChangedAt: null });
  }

  /** What is on this page alone: give it to the next connection, or it is lost with this one. */
  get luggage(): Luggage {
    const { rightsChangedAt } = this.view;
    const { unkept: updates } = this.#own;
    const { state: outdated } = this.#former;
    // Others' words of an epoch that is over are worth nothing in the next.
    const seen = outdated ? [] : this.#seen.all;
    const caret = outdated && this.#presence.ownCaret;
    return { updates, recovered: this.#recovered.unkept, seen, rightsChangedAt, outdated, caret };
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
      if (copy && !this.#former.state) {
        hasCopy = true;
        this.#store.enter(copy.epoch);
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
    if (hasCopy) this.#copy.beginFromDevice();
    this.#view.show({ isDeviceRead: true, hasDocument: hasCopy });
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
    this.#view.show({ savedAt: notice.at });
  }

  #onFrame(frame: Uint8Array): void {
    if (frame[0] === wire.messageKinds.auth) return;
    const message = wire.decodeMessage(frame);
    switch (message.kind) {
      case "step1":
        return void this.#deviceRead.then(() => this.#compare(message.stateVector));
      case "epoch":
        return this.#store.enter(message.epoch);
      case "queryAwareness":
        return this.#presence.showAgain();
      case "hello":
      case "handedBack":
        return;
      case "durable":
        return this.#onDurable(message.notice);
      case "storage":
        return this.#view.show({ isStorageFailing: !message.works });
      case "notes":
        return this.onNotes(message.news);
      case "locks":
        return this.#view.show({ locks: message.locks });
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
        return this.#receive(message.update);
    }
  }

  /** What the room holds, against what came from this device. */
  #compare(stateVector: Uint8Array): void {
    this.#recovered.settle(stateVector);
    this.#seen.handBack(stateVector, (batches) => this.#send(wire.encodeHandedBack(batches)));
    if (!this.#copy.isAhead(stateVector, [...this.#own.updates, ...this.#seen.updates])) return;
    void this.#copy.discard().then(this.#options.onBeginAnew);
  }

  #take(update: Uint8Array): void {
    this.onBeforeRemoteChange();
    Y.applyUpdate(this.doc, update, this);
  }

  /** The document is here as the room has it: now our own unsaved changes go out, in order. */
  #receive(document: Uint8Array): void {
    if (this.#former.state) {
      const words = this.unsentWords();
      this.#former.compare(document, words, this.#options.scope);
      this.#recovered.cover(this.#former);
      void this.#store.forgetDocument().catch(() => undefined);
      // Moved, pasted or undone, what was removed would come back.
      if (this.#former.cover(words) !== words) return void this.#goOn("redacted");
    }
    this.#take(document);
    if (this.#isReceived) return;
    this.#isReceived = true;
    this.#socket.praise();
    this.#copy.begin();
    this.#own.setAlone(false);
    this.#own.sendAll((update) => this.#send(wire.encodeUpdate(update)));
    this.#presence.showAgain();
    this.#view.show({ link: "open", hasDocument: true, isStorageFailing: false });
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
    if (this.view.refusal) return false;
    this.#isReceived = false;
    this.#own.setAlone(true);
    this.#copy.keepNow();
    this.#presence.forgetOthers();
    const refusal = refusalOf(code);
    this.#view.show({ link: "lost", isStorageFailing: refusal === "storageFailed" });
    if (refusal === "rightsChanged") this.#view.show({ rightsChangedAt: Date.now() });
    if (refusal === "redacted") {
      this.#former.begin(this.view.hasDocument ? this.doc : null);
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
    if (!refusal || this.#isReceived || this.view.refusal) return;
    this.#socket.close();
    await this.#onRefused(refusal);
  }

  /** Sent again, refused words would be refused again: they leave the journal, not the device. */
  async #onRefused(refusal: RefusalName): Promise<void> {
    this.#view.show({ refusal });
    if (fateOfUnsaved(refusal) === "recover") await this.#setAside(refusal);
  }

  /** Their words are set aside and named; without them the person comes back. */
  async #goOn(refusal: RefusalName): Promise<void> {
    if (makesReader(refusal)) this.#view.show({ rightsChangedAt: Date.now() });
    await this.#setAside(refusal);
    this.#options.onBeginAnew();
  }

  async #setAside(refusal: RefusalName): Promise<void> {
    const refused = this.#own.takeAll();
    const added = this.#recovered.addRefused(this.#options.scope, refusal, refused, this.#former);
    // The copy holds them too.
    await Promise.all([added, this.#copy.discard()]);
    this.#own.forget(refused);
  }

  #askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    const isAtRisk = this.view.unsaved > 0 && !this.view.isKept;
    if (isAtRisk || this.#recovered.unkept.length > 0) event.preventDefault();
  };
}
