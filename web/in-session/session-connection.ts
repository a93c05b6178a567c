import { mayReturn, type RefusalName, refusalOf } from "../../party/close-codes.ts";
import type { SessionMessage, SessionParts } from "../../party/forum/session-state.ts";
import { RoomSocket } from "../document/room-socket.ts";

export interface SessionView {
  /** "lost": what is shown may be older than the forum. */
  link: "connecting" | "open" | "lost";
  /** Null until the room has told of itself. */
  parts: SessionParts | null;
  refusal: RefusalName | null;
  /** Turns this browser's steady clock into the room's, ms since 1970. */
  clockOffsetMs: number;
}

/** One forum's session as its room tells it, whatever page shows it. */
export class SessionConnection {
  #view: SessionView = { link: "connecting", parts: null, refusal: null, clockOffsetMs: 0 };
  #seq = -1;
  readonly #socket: RoomSocket;
  readonly #listeners = new Set<() => void>();

  constructor(url: string) {
    this.#socket = new RoomSocket(url, {
      onOpen: () => {},
      onFrame: (frame) => this.#take(frame),
      onClose: (code) => this.#onClose(code),
    });
  }

  get view(): SessionView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows the room that somebody looks at who is here. */
  look(text: string): void {
    this.#socket.sendText(text);
  }

  close(): void {
    this.#socket.close();
  }

  #take(frame: Uint8Array): void {
    const message: SessionMessage = JSON.parse(new TextDecoder().decode(frame));
    this.#socket.praise();
    const { seq, now, ...parts } = message;
    // Nothing older overwrites what is shown.
    if (seq < this.#seq) return;
    this.#seq = seq;
    // A phone's own clock may be wrong or be set while we look: this one only goes on.
    const clockOffsetMs = now - performance.now();
    const known = this.#view.parts;
    // The first message of each socket has every part.
    const next = { ...known, ...parts } as SessionParts;
    this.#show({ link: "open", parts: next, refusal: null, clockOffsetMs });
  }

  #onClose(code: number): boolean {
    const refusal = refusalOf(code);
    const comesBack = refusal === null || mayReturn(refusal) || refusal === "tooFast";
    this.#show({ ...this.#view, link: "lost", refusal: comesBack ? null : refusal });
    return comesBack;
  }

  #show(view: SessionView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
