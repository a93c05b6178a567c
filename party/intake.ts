import type { Connection } from "partyserver";
import type { RefusalName } from "./close-codes.ts";
import type { Committer } from "./committer.ts";
import type { Change, DocumentState } from "./document-state.ts";
import { refusalOfMessage } from "./message-access.ts";
import type { Presence } from "./presence/presence.ts";
import type { Relay } from "./relay.ts";
import type { RoomPerson } from "./room-person.ts";
import { HandedBackChanges } from "./seals/handed-back-changes.ts";
import type { Sealer } from "./seals/sealer.ts";
import { WaitingFrames } from "./waiting-frames.ts";
import { encodeEpoch } from "./wire.ts";

interface Options {
  state: DocumentState;
  /** The generation of the room's storage; a redaction begins a new one. */
  epoch: number;
  sealer: Sealer;
  presence: Presence;
  committer: Committer;
  relay: Relay<Connection>;
  refuse: (socket: Connection, name: RefusalName) => void;
  /** As `refuse`, for want of a right. */
  deny: (socket: Connection, name: RefusalName) => void;
}

/** Takes changes into the document, whichever way they come, and hands them on. */
export class Intake {
  readonly #options: Options;
  readonly #waiting: WaitingFrames<Connection>;
  readonly #handedBack: HandedBackChanges<Connection>;

  constructor(options: Options) {
    this.#options = options;
    this.#waiting = new WaitingFrames((socket) => options.refuse(socket, "unfounded"));
    this.#handedBack = new HandedBackChanges((socket) => options.committer.owe(socket, "returned"));
  }

  /**
   * What a browser has must be of this epoch, or nothing: an undo in it, or a copy that it keeps,
   * would bring removed words back.
   */
  takeHello(socket: Connection, theirs: number, stateVector: Uint8Array): void {
    const { epoch, refuse } = this.#options;
    if (theirs !== 0 && theirs !== epoch) return refuse(socket, "redacted");
    socket.send(encodeEpoch(epoch));
    this.#answer(socket, stateVector);
  }

  /** Stock providers and older pages tell no epoch: once there was a redaction they begin from nothing. */
  takeStep1(socket: Connection, stateVector: Uint8Array): void {
    const { epoch, presence, refuse } = this.#options;
    if (epoch > 1 && !isEmpty(stateVector)) {
      // An older page knows nothing of redactions; it is loaded anew.
      return refuse(socket, presence.isOwn(socket) ? "schemaTooOld" : "redacted");
    }
    this.#answer(socket, stateVector);
  }

  /** What a newcomer sees is on disk: nobody holds a seal under it who could hand it back (R1). */
  #answer(socket: Connection, stateVector: Uint8Array): void {
    const { state, committer, refuse } = this.#options;
    if (state.log.hasOpenPage) committer.commit();
    if (!committer.works) return refuse(socket, "storageFailed");
    try {
      socket.send(state.step2For(stateVector));
    } catch {
      refuse(socket, "malformed");
    }
  }

  takeUpdate(socket: Connection, person: RoomPerson, update: Uint8Array): void {
    const { state, presence, committer, refuse, deny } = this.#options;
    // Asked again here: a state difference, which everybody may send, may hold an update.
    const refusal = refusalOfMessage(person, "update");
    if (refusal) return deny(socket, refusal);
    if (state.isHeld()) return deny(socket, "frozen");
    // Everybody was told; it stays in the journal of its browser, which sends it again.
    if (!committer.works) return;
    // Behind a frame that waits, everything of the same socket waits: its order is its meaning.
    const verdict = this.#waiting.has(socket)
      ? "waits"
      : state.take(update, person, presence.clientOf(socket), Date.now());
    switch (verdict) {
      case "waits":
        return this.#waiting.add(socket, update);
      case "taken":
        committer.owe(socket, "saved");
        this.#passOn(socket);
        this.#retryHandedBack();
        return this.#retryWaiting();
      case "known":
        // What is known may not be durable yet: it is acknowledged with the next commit, too.
        return committer.owe(socket, "saved");
      default:
        return refuse(socket, verdict);
    }
  }

  /** A stock provider's answer to step 1: of it, only what is the sender's own. */
  takeStep2(socket: Connection, person: RoomPerson, update: Uint8Array): void {
    const { state, refuse } = this.#options;
    const own = state.ownPart(update, person);
    if (own === "malformed") return refuse(socket, "malformed");
    if (own) this.takeUpdate(socket, person, own);
  }

  /** Whoever hands a batch back need not have the right to write: its author had it. */
  takeBack(socket: Connection, person: RoomPerson, batches: readonly Uint8Array[]): void {
    const { sealer, state } = this.#options;
    // In a frozen document (R9) no seal from before counts any more.
    const isClosed = person.isFrozen || state.isHeld();
    for (const batch of batches) {
      this.#handedBack.add(socket, isClosed ? [] : (sealer.open(batch) ?? []));
    }
    this.#retryHandedBack();
  }

  forget(socket: Connection): void {
    this.#waiting.take(socket);
  }

  /**
   * Usually in an earlier event than the commit: a frame sent after a write waits for the disk. The
   * first change under a client id does wait: after a crash nobody else may take an id that was seen.
   * So does what the room writes for a reason: a batch that is handed back does not tell it.
   */
  pass(change: Change, from: Connection | null): void {
    const { state, relay, committer } = this.#options;
    if (state.log.hasNewBindings || change.entry.cause) committer.commit();
    // While the storage fails, those who see it come back for all of it.
    if (committer.works) relay.pass({ ...change, from }, Date.now());
  }

  #passOn(from: Connection | null): void {
    const { state } = this.#options;
    if (state.lastChange) this.pass(state.lastChange, from);
    state.repair(Date.now());
  }

  #retryHandedBack(): void {
    const { state, committer } = this.#options;
    if (!committer.works) return;
    this.#handedBack.retry((change) => {
      const verdict = state.takeBack(change);
      if (verdict === "taken") {
        this.#passOn(null);
        committer.soon();
      }
      return verdict;
    });
  }

  #retryWaiting(): void {
    const { state, presence } = this.#options;
    for (const [socket, first] of this.#waiting.heads()) {
      const person = presence.personOf(socket);
      if (!person || state.waits(first, person)) continue;
      for (const update of this.#waiting.take(socket)) this.takeUpdate(socket, person, update);
    }
  }
}

/** As y-protocols writes it for a document without a word. */
function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0;
}
