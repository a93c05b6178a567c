import { ping } from "../../party/wire.ts";

interface SocketEvents {
  onOpen(): void;
  onFrame(frame: Uint8Array): void;
  /** Returns whether it shall come back; `code` is 0 where the network went, not the room. */
  onClose(code: number, wasOpen: boolean): boolean;
}

const pingEveryMs = 4000;
const answerWithinMs = 5000;
const maxBackoffMs = 5000;

/** A WebSocket that notices when the link is dead, and comes back by itself. */
export class RoomSocket {
  readonly #url: string;
  readonly #events: SocketEvents;
  #socket: WebSocket | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #liveness: ReturnType<typeof setInterval> | undefined;
  #heardAt = 0;
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

  /** The other side works: the next loss is tried again quickly. */
  praise(): void {
    this.#failures = 0;
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
    this.#heardAt = Date.now();
    const isCurrent = () => socket === this.#socket;
    socket.addEventListener("open", () => {
      wasOpen = true;
      if (isCurrent()) this.#events.onOpen();
    });
    socket.addEventListener("message", ({ data }) => {
      if (!isCurrent()) return;
      this.#heardAt = Date.now();
      // The only text that a room says is its sign of life.
      if (typeof data !== "string") this.#events.onFrame(new Uint8Array(data));
    });
    socket.addEventListener("close", ({ code }) => {
      if (isCurrent()) this.#onClose(code, wasOpen);
    });
    clearInterval(this.#liveness);
    this.#liveness = setInterval(() => this.#checkLiveness(socket), pingEveryMs);
  }

  /** A half-open mobile link looks connected: ask for a sign of life, and give up without one. */
  #checkLiveness(socket: WebSocket): void {
    if (Date.now() - this.#heardAt > pingEveryMs + answerWithinMs) return this.#onClose(0, true);
    if (socket.readyState === WebSocket.OPEN) socket.send(ping);
  }

  #onClose(code: number, wasOpen: boolean): void {
    this.#drop();
    if (!this.#events.onClose(code, wasOpen)) return this.close();
    if (this.#isClosed) return;
    const backoffMs = Math.min(maxBackoffMs, 250 * 2 ** this.#failures++);
    this.#retry = setTimeout(() => this.#connect(), backoffMs * (0.5 + Math.random() / 2));
  }

  #reconnectNow = (): void => {
    clearTimeout(this.#retry);
    this.#drop();
    if (this.#events.onClose(0, true)) this.#connect();
    else this.close();
  };

  #drop(): void {
    clearInterval(this.#liveness);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}
