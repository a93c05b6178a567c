import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { createCorrection } from "../domain/document/correction.ts";
import { fragmentName } from "../domain/document/schema.ts";
import type { DocumentSource } from "../domain/document/source.ts";
import { createTemplate } from "../domain/document/templates.ts";
import { ownPart } from "./checks/step2.ts";
import { type Accepted, checkUpdate, type Verdict, type Writer } from "./checks/update-check.ts";
import type { RefusalName } from "./close-codes.ts";
import { repair } from "./document-repair.ts";
import { DocumentSize } from "./document-size.ts";
import { withoutFormattingCleanup } from "./formatting-cleanup.ts";
import { DocumentLog } from "./log/document-log.ts";
import type { LogStore } from "./log/log-store.ts";
import { type Author, type Cause, type LogEntry, roomAuthor } from "./log/page-codec.ts";
import { changedAndNew } from "./new-elements.ts";
import type { RoomPerson } from "./room-person.ts";
import type { HandedBack } from "./seals/sealer.ts";
import { addTextPlaces } from "./text-places.ts";
import { encodeStep2 } from "./wire.ts";

/** Origin of the transactions in which a browser's frame is applied, and of the room's own. */
export const fromBrowser = Symbol("browser");
const fromRoom = Symbol("room");

/** A logged change; `client` is a Yjs client id that is bound to its author. */
export interface Change {
  client: number;
  place: number;
  entry: LogEntry;
}

/** `taken`: applied and logged. `known`: brought nothing new. `waits`: builds on what is missing. */
type Taken = "taken" | "known" | "waits" | RefusalName;

/** A document in memory together with its log: every change of the one is an entry of the other. */
export class DocumentState {
  readonly doc = new Y.Doc();
  readonly log: DocumentLog;
  /** What the last `take` or `takeBack` changed, to be passed on. */
  lastChange: Change | null = null;
  /** Called with each edit that the room makes by itself. */
  onRoomEdit: (change: Change) => void = () => {};
  /** Called when a browser's change was taken, before anything is mended. */
  onTaken: () => void = () => {};
  /** The person who shows themselves under a client id that may be bound to nobody yet. */
  shownBy: (client: number) => string | null = () => null;
  /** Whether nobody writes in a container now; the room itself goes on. */
  isLocked: (containerId: string) => boolean = () => false;
  /** Whether it is being submitted: nobody changes a word then, the room neither. */
  isHeld: () => boolean = () => false;
  /** Whether it was given up: nothing that still holds it changes or passes on anything. */
  isOver = false;
  /** What each waiting frame was found to lack first: until that comes, it is not checked again. */
  readonly #missing = new WeakMap<Uint8Array, Y.ID>();
  /** In whose name the room writes under which client id, in this life of it. */
  readonly #clientsHere = new Map<string, number>();
  readonly #size = new DocumentSize(() => Y.encodeStateAsUpdate(this.doc).byteLength);
  #changed: ReturnType<typeof changedAndNew> = new Map();
  #whole: Uint8Array | null = null;

  private constructor(store: LogStore) {
    this.log = new DocumentLog(store);
    withoutFormattingCleanup(this.doc);
    this.log.replayInto(this.doc);
    this.doc.on("afterTransaction", (transaction) => {
      if (transaction.origin === fromBrowser) this.#changed = changedAndNew(transaction);
    });
  }

  /**
   * @param source what a document without a first word is made from; null when it has one
   * @throws when the log cannot be read, when the document is of a newer schema than this code
   * knows, or has neither log nor source
   */
  static open(store: LogStore, source: DocumentSource | null, now: number): DocumentState {
    // Where a document of an older schema needs more than to be read, the room would edit it here;
    // its version rises with the next commit. No version so far does.
    const state = new DocumentState(store);
    if (state.log.place === 0) {
      if (!source) throw new Error("a document without a source cannot be made");
      state.mend(now, () => {
        const nextId = () => state.log.issueId();
        const { signedWords } = source;
        const first = signedWords
          ? createCorrection(signedWords, nextId)
          : createTemplate(source, nextId);
        const fragment = state.doc.getXmlFragment(fragmentName);
        prosemirrorToYXmlFragment(first, fragment);
        addTextPlaces(fragment);
      });
    }
    return state;
  }

  /**
   * Checks a person's frame and applies it, whole or not at all (R4–R6).
   * @param presentAs the client id that the person shows themselves under, if any
   */
  take(update: Uint8Array, person: RoomPerson, presentAs: number | null, now: number): Taken {
    const verdict = this.#check(update, person);
    if (verdict.kind === "refused") return verdict.reason;
    if (verdict.kind === "waits") return "waits";
    if (verdict.kind === "ignored") return "known";
    if (!this.#size.allows(verdict.growthBytes)) return "documentFull";
    const author: Author = { personId: person.personId, villageId: person.village?.id ?? null };
    return this.#apply(update, verdict, presentAs, { author, at: now });
  }

  /** Takes back what browsers saw before a crash, under its true author and time. */
  takeBack({ client, author, at, update }: HandedBack): "taken" | "known" | "waits" {
    const verdict = this.#checkOnce(update, {
      ownsClient: (id) => (this.log.authorOf(id)?.personId ?? author.personId) === author.personId,
      writesInLane: () => true,
      isLocked: () => false,
      writesForumData: true,
      isRoom: author.personId === roomAuthor.personId,
    });
    // What bears the seal was accepted once; refused now means that the document went on without it.
    if (verdict.kind === "waits") return "waits";
    if (verdict.kind !== "accepted") return "known";
    return this.#apply(update, verdict, client, { author, at });
  }

  #apply(
    update: Uint8Array,
    { clients, isNew }: Accepted,
    presentAs: number | null,
    { author, at }: { author: Author; at: number },
  ): "taken" | "known" {
    const applied = isNew ? this.#applyAll(update) : this.#applyRest(update);
    if (!applied) return "known";
    // Deletions alone bring no client id: they go under one that is bound to their author.
    const client = [...clients][0] ?? this.#clientFor(author, presentAs);
    for (const each of clients.add(client)) this.log.bind(each, author);
    const entry = { author, at, update: applied };
    this.#append(entry);
    this.lastChange = { client, place: this.log.place, entry };
    return "taken";
  }

  /** Nothing of it is known: what is logged is what came, and Yjs need not encode it again. */
  #applyAll(update: Uint8Array): Uint8Array {
    Y.applyUpdate(this.doc, update, fromBrowser);
    return update;
  }

  /** Logs what of it is new; null when nothing is. */
  #applyRest(update: Uint8Array): Uint8Array | null {
    let applied: Uint8Array | null = null;
    const keep = (changed: Uint8Array) => {
      applied = changed;
    };
    this.doc.on("update", keep);
    Y.applyUpdate(this.doc, update, fromBrowser);
    this.doc.off("update", keep);
    return applied;
  }

  #append(entry: LogEntry): void {
    this.#whole = null;
    this.#size.grow(entry.update.byteLength);
    this.log.append(entry);
  }

  #clientFor(author: Author, presentAs: number | null): number {
    const isFree = presentAs !== null && this.log.authorOf(presentAs) === null;
    const isOwn = presentAs !== null && this.log.authorOf(presentAs)?.personId === author.personId;
    if (presentAs !== null && (isFree || isOwn)) return presentAs;
    return this.log.clientOf(author) ?? new Y.Doc().clientID;
  }

  /**
   * The frame with what somebody with this state vector lacks. A hall opens a document together:
   * for those who have nothing it is made once.
   * @throws when the state vector cannot be read
   */
  step2For(stateVector: Uint8Array): Uint8Array {
    if (Y.decodeStateVector(stateVector).size > 0) {
      return encodeStep2(Y.encodeStateAsUpdate(this.doc, stateVector));
    }
    this.#whole ??= encodeStep2(Y.encodeStateAsUpdate(this.doc));
    return this.#whole;
  }

  /** Whether a frame still builds on what is missing. */
  waits(update: Uint8Array, person: RoomPerson): boolean {
    return this.#check(update, person).kind === "waits";
  }

  /** Mends what the last `take` left broken or without an id, as edits of the room. */
  repair(now: number): void {
    this.onTaken();
    const changed = this.#changed;
    this.#changed = new Map();
    // Typing changes a text alone, in which there is nothing to mend.
    if (![...changed.keys()].some((type) => type instanceof Y.XmlElement)) return;
    this.mend(now, () => repair(this.doc, changed, this.log, fromRoom));
  }

  /** Whether the document may grow by so many bytes. */
  hasRoomFor(growthBytes: number): boolean {
    return this.#size.allows(growthBytes);
  }

  /** Of a state difference, what is this person's own; null when that is nothing new. */
  ownPart(update: Uint8Array, person: RoomPerson): Uint8Array | "malformed" | null {
    return ownPart(this.doc, update, (client) => this.owns(client, person));
  }

  /** Whether a Yjs client id is this person's, or free to become it. */
  owns(client: number, person: RoomPerson): boolean {
    if (client === this.doc.clientID) return false;
    const owner = this.log.authorOf(client)?.personId ?? this.shownBy(client);
    return owner === null || owner === person.personId;
  }

  #check(update: Uint8Array, person: RoomPerson): Verdict {
    return this.#checkOnce(update, {
      ownsClient: (client) => this.owns(client, person),
      writesInLane: (villageId) => person.lanes === "all" || person.lanes.includes(villageId),
      isLocked: this.isLocked,
      writesForumData: false,
      isRoom: false,
    });
  }

  #checkOnce(update: Uint8Array, writer: Writer): Verdict {
    const missing = this.#missing.get(update);
    if (missing && Y.getState(this.doc.store, missing.client) <= missing.clock) {
      return { kind: "waits", missing };
    }
    const verdict = checkUpdate(this.doc, update, writer);
    if (verdict.kind === "waits") this.#missing.set(update, verdict.missing);
    return verdict;
  }

  /** An edit of the room's own that says why, such as the data of the forum in the minutes' head. */
  editBecause(cause: Cause, now: number, edit: () => void): void {
    this.#edit({ author: roomAuthor, cause, at: now }, this.doc.clientID, edit);
  }

  /**
   * An edit that the room makes for somebody, in their name (R5) and under a client id that none of
   * their browsers uses.
   */
  editFor(author: Author, cause: Cause, now: number, edit: () => void): void {
    let client = this.#clientsHere.get(author.personId);
    if (client === undefined) {
      client = new Y.Doc().clientID;
      this.#clientsHere.set(author.personId, client);
    }
    const own = this.doc.clientID;
    this.doc.clientID = client;
    try {
      this.#edit({ author, cause, at: now }, client, edit);
    } finally {
      this.doc.clientID = own;
    }
  }

  /** An edit of the room's own that keeps the document right. */
  mend(now: number, edit: () => void): void {
    this.#edit({ author: roomAuthor, at: now }, this.doc.clientID, edit);
  }

  #edit(written: Omit<LogEntry, "update">, client: number, edit: () => void): void {
    if (this.isOver) throw new Error("the document was given up meanwhile");
    const keep = (update: Uint8Array) => {
      const entry = { ...written, update };
      this.log.bind(client, written.author);
      this.#append(entry);
      this.onRoomEdit({ client, place: this.log.place, entry });
    };
    this.doc.on("update", keep);
    try {
      this.doc.transact(edit, fromRoom);
    } finally {
      this.doc.off("update", keep);
    }
  }
}
