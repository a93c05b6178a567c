/** Carets may lag a little behind the words: one frame for all of them, this often. */
const tickMs = 200;

/** Passes carets on, on a slower tick of their own; of each person only the newest. */
export class CaretRelay<Socket, Entry> {
  readonly #deliver: (entries: readonly Entry[], movers: ReadonlySet<Socket>) => void;
  readonly #moved = new Map<Socket, Entry>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(deliver: (entries: readonly Entry[], movers: ReadonlySet<Socket>) => void) {
    this.#deliver = deliver;
  }

  move(socket: Socket, entry: Entry): void {
    this.#moved.set(socket, entry);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const movers = new Set(this.#moved.keys());
      const entries = [...this.#moved.values()];
      this.#moved.clear();
      if (entries.length > 0) this.#deliver(entries, movers);
    }, tickMs);
  }

  forget(socket: Socket): void {
    this.#moved.delete(socket);
  }
}
