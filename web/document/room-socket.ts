import { closeCodes } from "../../party/close-codes.ts";
import { ping } from "../../party/ping.ts";
import { pingEveryMs } from "../../party/presence/silence.ts";

interface SocketEvents {
  onOpen(): void;
  onFrame(frame: Uint8Array): void;
  /** Returns whether it shall come back; `code` is 0 where the network went, not the room. */
  onClose(code: number, wasOpen: boolean): boolean;
}

/** With the time between two pings less than 10 s: so long a dead link may pass for a living one. */
const answerWithinMs = 5000;
/** While the document is on its way over a slow line, and "connecting" is all that is claimed. */
const greetingWithinMs = 30_000;
const openWithinMs = 12_000;
const maxBackoffMs = 5000;
/** A whole hall may be sent away at once: it shall not come back at once. */
const rightsChangedSpreadMs = 1500;

/** A WebSocket that notices when the link is dead, and comes back by itself. */
export class RoomSocket {
  readonly #url: string;
  readonly #events: SocketEvents;
  #socket: WebSocket | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pings: ReturnType<typeof setInterval> | undefined;
  #verdict: ReturnType<typeof setTimeout> | undefined;
  #isGreeted = false;
  #isClosed = false;

  constructor(url: string, events: SocketEvents) {
    this.#url = url;
    this.#events = events;
    addEventListener("online", this.#reconnectNow);
    addEventListener("offline", this.#reconnectNow);
    this.#connect();
  }

  send(frame: Uint8Array): void {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      // lib0 types its bytes as possibly shared; they never are.
      this.#socket.send(frame as Uint8Array<ArrayBuffer>);
    }
  }

  sendText(text: string): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(text);
  }

  /** The other side works: the next loss is tried again quickly. */
  praise(): void {
    this.#failures = 0;
    this.#isGreeted = true;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#drop();
    removeEventListener("online", this.#reconnectNow);
    removeEventListener("offline", this.#reconnectNow);
  }

  #connect(): void {
    const socket = new WebSocket(this.#url);
    let wasOpen = false;
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    this.#isGreeted = false;
    this.#giveUpIn(openWithinMs);
    const isCurrent = () => socket === this.#socket;
    socket.addEventListener("open", () => {
      wasOpen = true;
      if (!isCurrent()) return;
      this.#hear();
      this.#events.onOpen();
    });
    socket.addEventListener("message", ({ data }) => {
      if (!isCurrent()) return;
      this.#hear();
      if (typeof data !== "string") this.#events.onFrame(new Uint8Array(data));
    });
    socket.addEventListener("close", ({ code }) => {
      if (isCurrent()) this.#onClose(code, wasOpen);
    });
    clearInterval(this.#pings);
    this.#pings = setInterval(() => this.#ping(socket), pingEveryMs);
  }

  /**
   * A half-open mobile link looks connected: ask for a sign of life, and give up without one. Only
   * an unanswered ping counts, never the time: in the background a browser pings once a minute.
   */
  #ping(socket: WebSocket): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.send(ping);
    this.#giveUpIn(this.#isGreeted ? answerWithinMs : greetingWithinMs);
  }

  #giveUpIn(waitMs: number): void {
    this.#verdict ??= setTimeout(() => this.#onClose(0, true), waitMs);
  }

  #hear(): void {
    clearTimeout(this.#verdict);
    this.#verdict = undefined;
  }

  #onClose(code: number, wasOpen: boolean): void {
    this.#drop();
    if (!this.#events.onClose(code, wasOpen)) return this.close();
    if (this.#isClosed) return;
    const backoffMs = Math.min(maxBackoffMs, 250 * 2 ** this.#failures++);
    const spreadMs = code === closeCodes.rightsChanged ? rightsChangedSpreadMs : 0;
    const waitMs = backoffMs * (0.5 + Math.random() / 2) + spreadMs * Math.random();
    this.#retry = setTimeout(() => this.#connect(), waitMs);
  }

  #reconnectNow = (): void => {
    clearTimeout(this.#retry);
    this.#drop();
    if (this.#events.onClose(0, true)) this.#connect();
    else this.close();
  };

  #drop(): void {
    clearInterval(this.#pings);
    this.#hear();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
