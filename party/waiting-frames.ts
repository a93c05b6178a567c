const maxBytes = 64 * 1024;
const maxWaitMs = 30_000;

/**
 * Frames whose foundations are missing: after a crash one person's words may build on another's
 * that were seen but not yet stored. They wait for that other person's browser, bounded in size
 * and time; `giveUp` is called for a socket that waits for too much or too long.
 */
export class WaitingFrames<Socket extends object> {
  readonly #lines = new Map<
    Socket,
    { updates: Uint8Array[]; bytes: number; timer: ReturnType<typeof setTimeout> }
  >();
  readonly #giveUp: (socket: Socket) => void;

  constructor(giveUp: (socket: Socket) => void) {
    this.#giveUp = giveUp;
  }

  has(socket: Socket): boolean {
    return this.#lines.has(socket);
  }

  add(socket: Socket, update: Uint8Array): void {
    const line = this.#lines.get(socket) ?? {
      updates: [],
      bytes: 0,
      timer: setTimeout(() => this.#giveUp(socket), maxWaitMs),
    };
    line.updates.push(update);
    line.bytes += update.byteLength;
    this.#lines.set(socket, line);
    if (line.bytes > maxBytes) this.#giveUp(socket);
  }

  /** The first frame of each socket that waits. */
  heads(): [Socket, Uint8Array][] {
    return [...this.#lines].flatMap(
      ([
        socket,
        {
          updates: [first],
        },
      ]) => (first ? [[socket, first]] : []),
    );
  }

  /** Everything of one socket, in order; it waits no longer. */
  take(socket: Socket): Uint8Array[] {
    const line = this.#lines.get(socket);
    if (line) clearTimeout(line.timer);
    this.#lines.delete(socket);
    return line?.updates ?? [];
  }
}
