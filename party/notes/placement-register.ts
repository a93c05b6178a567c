import { isFrozen } from "../../domain/statuses.ts";
import { type Database, openDatabase } from "../../worker/db/open.ts";
import { selectPlacements, updatePlacements } from "../../worker/db/threads.ts";
import { logBug } from "../../worker/log-bug.ts";
import type { NotePlaces } from "./note-places.ts";
import type { NoteNews } from "./thread-view.ts";

interface Options {
  env: Pick<Cloudflare.Env, "DB">;
  documentId: string;
  places: NotePlaces;
  tell: (news: NoteNews) => void;
}

type Placement = "placed" | "orphaned";

/** Deleting and undoing, cutting and pasting are one move when they come within this. */
const calmAfterMs = 1000;

/**
 * Where the database has a document's threads to be: read when it is first needed, and kept right
 * with where their marks stand.
 */
export class PlacementRegister {
  readonly #options: Options;
  readonly #db: Database;
  /** Null until it was read. */
  #placements: Map<string, Placement> | null = null;
  /** Threads that were set or taken back in this life: what was read may be older. */
  readonly #setHere = new Map<string, string>();
  readonly #removedHere = new Set<string>();
  #reading: Promise<void> | null = null;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(options: Options) {
    this.#options = options;
    this.#db = openDatabase(options.env);
  }

  /** A thread was set beside these words. */
  set(threadId: string, quote: string): void {
    this.#setHere.set(threadId, quote);
    if (this.#placements) this.#placements.set(threadId, "placed");
    else this.settleSoon();
  }

  /** A thread was taken back. */
  remove(threadId: string): void {
    this.#removedHere.add(threadId);
    this.#setHere.delete(threadId);
    this.#placements?.delete(threadId);
  }

  settleSoon(): void {
    if (this.#isOver) return;
    // At once: until it is known which threads there are, not everything foreign can be swept.
    this.#read().catch(logBug);
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => void this.#settle(), calmAfterMs);
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#calm);
  }

  async #settle(): Promise<void> {
    try {
      await this.#read();
      const moved = this.#moved();
      if (moved.length === 0 || this.#isOver) return;
      await updatePlacements(this.#db, this.#options.documentId, moved);
      for (const { id, placement } of moved) this.#placements?.set(id, placement);
      this.#options.tell({ threads: [], removedIds: [], placements: moved });
    } catch (error) {
      // The next change tries again.
      logBug(error);
    }
  }

  #moved(): { id: string; placement: Placement }[] {
    return [...(this.#placements ?? [])].flatMap(([id, placement]) => {
      const now = this.#options.places.isStanding(id) ? "placed" : "orphaned";
      return now === placement ? [] : [{ id, placement: now }];
    });
  }

  #read(): Promise<void> {
    if (this.#placements) return Promise.resolve();
    this.#reading ??= this.#readNow().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readNow(): Promise<void> {
    const { documentId, places } = this.#options;
    const rows = await selectPlacements(this.#db, documentId);
    // On a frozen document nothing is written (R9): it is read again when it was opened again.
    if (this.#isOver || rows.some(({ status }) => isFrozen(status))) return;
    const quotes = new Map<string, string>();
    const placements = new Map<string, Placement>();
    for (const { id, placement, quote } of rows) {
      if (placement === "beside" || this.#removedHere.has(id)) continue;
      quotes.set(id, quote);
      if (placement !== "placing") placements.set(id, placement);
      else if (places.isStanding(id)) placements.set(id, "placed");
    }
    for (const [id, quote] of this.#setHere) {
      quotes.set(id, quote);
      placements.set(id, "placed");
    }
    this.#placements = placements;
    places.know(quotes);
  }
}
