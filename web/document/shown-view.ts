import { type ConnectionView, firstView } from "./connection-view.ts";

/** What the screen says of a connection, and who is told when that changes. */
export class ShownView {
  readonly #listeners = new Set<() => void>();
  #view: ConnectionView;

  constructor(begun: Partial<ConnectionView>) {
    this.#view = { ...firstView, ...begun };
  }

  get now(): ConnectionView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  show(change: Partial<ConnectionView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
