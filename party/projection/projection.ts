import type * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { CalmWriting } from "./calm-writing.ts";
import type { Promises } from "./project-register.ts";
import { touchesCitations } from "./read-citations.ts";
import { readPromises, touchesPromises } from "./read-promises.ts";
import { searchedText } from "./searched-text.ts";

const calmAfterMs = 2000;
const registerWaitsMs = 10_000;
/** An index of words is dear to write, and nobody searches for a sentence that is being written. */
const textWaitsMs = 60_000;

interface Room {
  doc: Y.Doc;
  /** Writes what is open; the place up to which all is durable then, null where it is not. */
  commit: () => number | null;
  writePromises: (place: number, promises: Promises) => Promise<void>;
  writeText: (place: number, text: string) => Promise<void>;
  onFailure: (error: unknown) => void;
}

/** Keeps the register at what the document promises, and the search index at what it says. */
export class Projection {
  readonly #room: Room;
  readonly #register: CalmWriting;
  readonly #text: CalmWriting;
  /** Until the document was read, it may. */
  #citesSomething = true;
  /** The text as it was indexed last; null while that is not known. */
  #indexed: string | null = null;

  constructor(room: Room) {
    this.#room = room;
    const { commit, onFailure } = room;
    this.#register = new CalmWriting({
      ...{ calmAfterMs, longestWaitMs: registerWaitsMs, commit, onFailure },
      write: (place) => this.#writePromises(place),
    });
    this.#text = new CalmWriting({
      ...{ calmAfterMs, longestWaitMs: textWaitsMs, commit, onFailure },
      write: (place) => this.#writeText(place),
    });
    room.doc.on("afterTransaction", (transaction) => {
      const now = Date.now();
      const isPromising =
        touchesPromises(transaction) || touchesCitations(transaction, this.#citesSomething);
      if (isPromising) this.#register.onChange(now);
      if (transaction.changed.size > 0) this.#text.onChange(now);
    });
  }

  /** Now. @throws when the database could not be brought there; it is tried again with the traffic */
  async project(): Promise<void> {
    this.#indexed = null;
    await this.#register.writeNow();
    await this.#text.writeNow();
  }

  /** Call it with everything that comes from anybody. */
  onTraffic(now: number): void {
    this.#register.onTraffic(now);
    this.#text.onTraffic(now);
  }

  /** The document was given up: what it holds may be half of something. */
  stop(): void {
    this.#register.stop();
    this.#text.stop();
  }

  async #writePromises(place: number): Promise<void> {
    const promises = readPromises(this.#room.doc.getXmlFragment(fragmentName));
    this.#citesSomething = promises.citations.length > 0;
    await this.#room.writePromises(place, promises);
  }

  /** A note's mark, bold or a heading's level are no words: then there is nothing to write. */
  async #writeText(place: number): Promise<void> {
    const text = searchedText(this.#room.doc.getXmlFragment(fragmentName));
    if (text === this.#indexed) return;
    await this.#room.writeText(place, text);
    this.#indexed = text;
  }
}
