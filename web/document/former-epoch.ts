import * as Y from "yjs";
import { removedWords, withoutWords } from "./removed-words.ts";
import { repliesBegun, writeKept } from "./tab-storage.ts";

/** Of what is kept of a reply: the rest are ids. */
const typed: ReadonlySet<string> = new Set(["text", "words"]);

type Who = Parameters<typeof repliesBegun>[0];

/**
 * The document as this page had it before letters were removed from all of its record. Nothing of
 * it is shown again; held against the room's it tells what own unsent words must not bring back.
 */
export class FormerEpoch {
  #state: Uint8Array | null;
  #removed: readonly string[] = [];

  /** @param state null where nothing was removed */
  constructor(state: Uint8Array | null) {
    this.#state = state;
  }

  /** Until it was held against the room's document. */
  get state(): Uint8Array | null {
    return this.#state;
  }

  get knowsRemoved(): boolean {
    return this.#removed.length > 0;
  }

  /** The room has removed letters. @param doc what is here, as a whole; null where that had not come */
  begin(doc: Y.Doc | null): void {
    if (doc) this.#state = Y.encodeStateAsUpdate(doc);
    else this.#state ??= new Uint8Array([0, 0]);
  }

  /**
   * @param ofRoom the room's document, as an update
   * @param unsent own words that are to be sent
   * @param who whose begun replies lose what was removed
   */
  compare(ofRoom: Uint8Array, unsent: string, who: Who): void {
    if (!this.#state) return;
    const replies = repliesBegun(who);
    this.#removed = removedWords(this.#state, ofRoom, [unsent, ...replies.values()].join("\n"));
    this.#state = null;
    const coverText = (name: string, value: unknown) =>
      typeof value === "string" && typed.has(name) ? this.cover(value) : value;
    for (const [key, draft] of replies) {
      writeKept(key, JSON.stringify(JSON.parse(draft, coverText)));
    }
  }

  /** A text with bars in place of what was removed. */
  cover(words: string): string {
    return withoutWords(words, this.#removed);
  }
}
