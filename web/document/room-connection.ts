import { Awareness, applyAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import { mayReturn, type RefusalName, refusalOf } from "../../party/close-codes.ts";
import { withoutFormattingCleanup } from "../../party/formatting-cleanup.ts";
import * as wire from "../../party/wire.ts";
import { Journal } from "./journal.ts";

/** What the screen says about the connection. */
export interface ConnectionView {
  link: "connecting" | "open" | "lost";
  /** Whether the document was received once, so that it can be shown. */
  hasDocument: boolean;
  /** Own changes that the room has not called saved. */
  unsaved: number;
  /** When the room last called a change of ours saved, ms since 1970 by its clock. */
  savedAt: number | null;
  /** Why the room sent us away; null while it did not. */
  refusal: RefusalName | null;
}

const pingEveryMs = 4000;
const answerWithinMs = 5000;
const maxBackoffMs = 5000;

/**
 * The browser's end of a document's room: y-protocols on a WebSocket that comes back by itself,
 * a journal of own changes, and a light that says "saved" only when the room did.
 */
export class RoomConnection {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  /** Called before another person's change or caret is shown. */
  onBeforeRemoteChange: () => void = () => {};
  readonly #url: string;
  readonly #journal = new Journal();
  readonly #listeners = new Set<() => void>();
  #socket: WebSocket | null = null;
  #isReceived = false;
  #failures = 0;
  #isClosed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #liveness: ReturnType<typeof setInterval> | undefined;
  #heardAt = 0;
  #view: ConnectionView = {
    link: "connecting",
    hasDocument: false,
    unsaved: 0,
    savedAt: null,
    refusal: null,
  };

  constructor(url: string) {
    this.#url = url;
    withoutFormattingCleanup(this.doc);
    // The room tells who is here; the protocol's own time-out would remove the quiet ones.
    clearInterval(this.awareness._checkInterval);
    this.awareness.setLocalState({ cursor: null });
    this.awareness.on("update", this.#onPresence);
    this.doc.on("update", this.#onUpdate);
    addEventListener("online", this.#reconnectNow);
    addEventListener("offline", this.#reconnectNow);
    addEventListener("beforeunload", this.#askBeforeLeaving);
    this.#connect();
  }

  get view(): ConnectionView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Own changes that the room has not called saved, oldest first. */
  unsentUpdates(): readonly Uint8Array[] {
    return this.#journal.updates;
  }

  /** Ends it for good; what is unsaved is lost with it. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#dropSocket();
    removeEventListener("online", this.#reconnectNow);
    removeEventListener("offline", this.#reconnectNow);
    removeEventListener("beforeunload", this.#askBeforeLeaving);
    this.awareness.destroy();
    this.doc.destroy();
  }

  #connect(): void {
    const socket = new WebSocket(this.#url);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    this.#isReceived = false;
    this.#heardAt = Date.now();
    socket.addEventListener("open", () => this.#send(wire.encodeStep1(this.doc)));
    socket.addEventListener("message", ({ data }) => {
      this.#heardAt = Date.now();
      if (typeof data === "string") this.#onText(data);
      else this.#onFrame(new Uint8Array(data));
    });
    socket.addEventListener("close", ({ code }) => {
      if (socket === this.#socket) this.#onClose(code);
    });
    clearInterval(this.#liveness);
    this.#liveness = setInterval(() => this.#checkLiveness(socket), pingEveryMs);
  }

  /** A half-open mobile link looks connected: ask for a sign of life, and give up without one. */
  #checkLiveness(socket: WebSocket): void {
    if (Date.now() - this.#heardAt > pingEveryMs + answerWithinMs) return this.#onClose(0);
    if (socket.readyState === WebSocket.OPEN) socket.send(wire.ping);
  }

  #onText(text: string): void {
    if (text === wire.pong) return;
    const saved = wire.savedSchema.safeParse(JSON.parse(text)).data;
    if (!saved) return;
    this.#journal.acknowledge(saved.count);
    this.#show({ unsaved: this.#journal.size, savedAt: saved.at });
  }

  #onFrame(frame: Uint8Array): void {
    if (frame[0] === wire.messageKinds.auth) return;
    const message = wire.decodeMessage(frame);
    switch (message.kind) {
      case "step1":
      case "queryAwareness":
        return;
      case "awareness":
        this.onBeforeRemoteChange();
        return applyAwarenessUpdate(this.awareness, message.payload, this);
      case "update":
        return this.#take(message.update);
      case "step2":
        this.#take(message.update);
        return this.#onReceived();
    }
  }

  #take(update: Uint8Array): void {
    this.onBeforeRemoteChange();
    Y.applyUpdate(this.doc, update, this);
  }

  /** The document is here as the room has it: now our own unsaved changes go out, in order. */
  #onReceived(): void {
    this.#isReceived = true;
    this.#failures = 0;
    this.#journal.sendAll((update) => this.#send(wire.encodeUpdate(update)));
    this.#sendPresence();
    this.#show({ link: "open", hasDocument: true });
  }

  #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    this.#journal.add(update);
    this.#show({ unsaved: this.#journal.size });
    if (this.#isReceived) {
      this.#journal.sendNewest((newest) => this.#send(wire.encodeUpdate(newest)));
    }
  };

  #onPresence = (_change: unknown, origin: unknown): void => {
    if (origin === "local" && this.#isReceived) this.#sendPresence();
  };

  #sendPresence(): void {
    const client = this.doc.clientID;
    const clock = this.awareness.meta.get(client)?.clock ?? 0;
    const state = this.awareness.getLocalState();
    this.#send(wire.encodeAwareness([{ client, clock, state }]));
  }

  #send(frame: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      // lib0 types its bytes as possibly shared; they never are.
      this.#socket.send(frame as Uint8Array<ArrayBuffer>);
    }
  }

  #onClose(code: number): void {
    this.#dropSocket();
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    const refusal = refusalOf(code);
    if (refusal && !mayReturn(refusal)) return this.#show({ link: "lost", refusal });
    this.#show({ link: "lost" });
    if (this.#isClosed) return;
    const backoffMs = Math.min(maxBackoffMs, 250 * 2 ** this.#failures++);
    this.#retry = setTimeout(() => this.#connect(), backoffMs * (0.5 + Math.random() / 2));
  }

  #reconnectNow = (): void => {
    if (this.#view.refusal || this.#isClosed) return;
    clearTimeout(this.#retry);
    this.#dropSocket();
    this.#show({ link: "lost" });
    this.#connect();
  };

  #dropSocket(): void {
    clearInterval(this.#liveness);
    const socket = this.#socket;
    this.#socket = null;
    this.#isReceived = false;
    socket?.close();
  }

  #askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    if (this.#view.unsaved > 0) event.preventDefault();
  };

  #show(change: Partial<ConnectionView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
