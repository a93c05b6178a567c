/** Carets may lag a little behind the words: one frame for all of them, this often. */
const tickMs = 250;

/**
 * Passes carets on, on a slower tick of their own. Frames are looked at on the tick, and of each
 * person's only the newest: however many come, the rest cost nothing.
 */
export class CaretRelay<Socket, Entry> {
  readonly #read: (socket: Socket, frame: Uint8Array) => Entry | null;
  readonly #deliver: (entries: readonly Entry[], movers: ReadonlySet<Socket>) => void;
  readonly #moved = new Map<Socket, Uint8Array>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** @param read what a frame says that the others may be told, or null */
  constructor(
    read: (socket: Socket, frame: Uint8Array) => Entry | null,
    deliver: (entries: readonly Entry[], movers: ReadonlySet<Socket>) => void,
  ) {
    this.#read = read;
    this.#deliver = deliver;
  }

  move(socket: Socket, frame: Uint8Array): void {
    this.#moved.set(socket, frame);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#tick();
    }, tickMs);
  }

  forget(socket: Socket): void {
    this.#moved.delete(socket);
  }

  #tick(): void {
    const frames = [...this.#moved];
    this.#moved.clear();
    const entries: Entry[] = [];
    const movers = new Set<Socket>();
    for (const [socket, frame] of frames) {
      const entry = this.#read(socket, frame);
      if (!entry) continue;
      entries.push(entry);
      movers.add(socket);
    }
    if (entries.length > 0) this.#deliver(entries, movers);
  }
}
