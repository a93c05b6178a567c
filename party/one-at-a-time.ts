/** Work of which one runs at a time: whoever asks meanwhile is answered by a run that begins later. */
export class OneAtATime {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** @throws what the run throws that began after this call */
  run(): Promise<void> {
    if (this.#running === null) {
      this.#running = this.#work().finally(() => {
        this.#running = null;
      });
      return this.#running;
    }
    const goOn = () => {
      this.#next = null;
      return this.run();
    };
    this.#next ??= this.#running.then(goOn, goOn);
    return this.#next;
  }
}
