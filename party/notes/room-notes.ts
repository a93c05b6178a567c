import { isFrozen } from "../../domain/statuses.ts";
import { type Database, openDatabase } from "../../worker/db/open.ts";
import { selectPlacements, updatePlacements } from "../../worker/db/threads.ts";
import { logBug } from "../../worker/log-bug.ts";
import type { Audience } from "../audience.ts";
import type { Committer } from "../committer.ts";
import type { DocumentState } from "../document-state.ts";
import type { Author, Cause } from "../log/page-codec.ts";
import { AcceptedWords } from "./accepted-words.ts";
import type {
  Acceptance,
  AcceptanceOrder,
  NoteOrder,
  NotePlaced,
  NoteRefusal,
  NoteStand,
  ShownNews,
} from "./note-orders.ts";
import { NotePlaces, type Span } from "./note-places.ts";
import { containersAround, selectedSpans, wordsIn } from "./selected-spans.ts";

interface Room {
  env: Pick<Cloudflare.Env, "DB">;
  documentId: string;
  state: DocumentState;
  committer: Committer;
  audience: Audience;
}

/** Deleting and undoing, cutting and pasting are one move when they come within this. */
const calmAfterMs = 1000;
/** What a mark costs in the document at most, in each of its texts, in bytes. */
const markBytes = 256;

/**
 * The places of a document's notes, for the Worker, which keeps their words: sets and finds their
 * marks, puts accepted suggestions into the text, and says which threads have lost their words.
 */
export class RoomNotes {
  readonly #room: Room;
  readonly #db: Database;
  readonly #places: NotePlaces;
  /** Where the database has the threads to be; null until it was read. */
  #placements: Map<string, "placed" | "orphaned"> | null = null;
  #reading: Promise<void> | null = null;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor(room: Room) {
    this.#room = room;
    this.#db = openDatabase(room.env);
    const { state } = room;
    this.#places = new NotePlaces({
      doc: state.doc,
      edit: (change) => state.mend(Date.now(), change),
      onMoved: () => this.#settleSoon(),
    });
    state.onTaken = () => this.#places.mend();
    if (this.#places.standing().length > 0) this.#settleSoon();
  }

  /** Sets the mark of a thread where its author selected; once, however often it is asked. */
  place({ threadId, author, anchor, quote, isFrozen: frozen }: NoteOrder): NotePlaced {
    const { state, committer } = this.#room;
    const known = this.stand(threadId);
    if (known) return placedAt(known);
    const spans = selectedSpans(state.doc, anchor, quote);
    if (!spans) return refused("textChanged");
    const found = { ...placesOf(spans), place: state.log.place };
    if (frozen) return placedAt(found);
    if (!committer.works) return refused("storage");
    if (!state.hasRoomFor(spans.length * markBytes)) return refused("full");
    const isDone = this.#edit(
      author,
      `note:${threadId}`,
      () => this.#places.mark(threadId, spans),
      () => this.#places.unmark(threadId),
    );
    if (!isDone) return refused("storage");
    this.#placements?.set(threadId, "placed");
    return placedAt({ ...found, place: state.log.place });
  }

  /** Takes the mark of a thread out of the text, in its author's name; it does not come back. */
  remove(threadId: string, author: Author): void {
    this.#placements?.delete(threadId);
    this.#places.forget(threadId);
    if (!this.#places.isStanding(threadId)) return;
    const { state } = this.#room;
    state.editFor(author, `note:${threadId}`, Date.now(), () => this.#places.unmark(threadId));
  }

  /** Puts a suggestion's words in the place of the quoted ones, as the accepter's edit. */
  accept({ threadId, accepter, quote, suggestion, laneVillage }: AcceptanceOrder): Acceptance {
    const { state, committer } = this.#room;
    const stand = this.stand(threadId);
    if (!stand || stand.laneVillage !== laneVillage) return refused("textChanged");
    const [span, ...more] = this.#spansOf(threadId);
    if (!span || (more.length > 0 && stand.quote === quote)) return refused("tooWide");
    // Done already: the request ended before it was written down.
    if (more.length === 0 && stand.quote === suggestion) return { kind: "accepted" };
    if (stand.quote !== quote) return refused("textChanged");
    if (!committer.works) return refused("storage");
    if (!state.hasRoomFor(2 * suggestion.length + markBytes)) return refused("full");
    const words = new AcceptedWords(span, suggestion);
    const isDone = this.#edit(
      accepter,
      `suggestion:${threadId}`,
      () => this.#places.asOwn(() => state.doc.transact(() => words.putIn())),
      () => this.#places.asOwn(() => state.doc.transact(() => words.takeOut())),
    );
    if (suggestion === "") this.#settleSoon();
    return isDone ? { kind: "accepted" } : refused("storage");
  }

  stand(threadId: string): NoteStand | null {
    const spans = this.#spansOf(threadId);
    return spans.length > 0 ? { ...placesOf(spans), place: this.#room.state.log.place } : null;
  }

  stands(threadIds: readonly string[]): Record<string, NoteStand> {
    const found = threadIds.flatMap((id) => {
      const stand = this.stand(id);
      return stand ? [[id, stand] as const] : [];
    });
    return Object.fromEntries(found);
  }

  tell(news: ShownNews): void {
    this.#room.audience.tellNotes(news);
  }

  #spansOf(threadId: string): Span[] {
    return this.#places
      .runsOf(threadId)
      .flatMap(({ text, runs }) =>
        runs.map(({ index, words }) => ({ text, index, length: words.length })),
      );
  }

  /**
   * Makes an edit in somebody's name, which is on disk when this returns.
   * @returns false where the storage fails: then it is taken back again
   */
  #edit(author: Author, cause: Cause, edit: () => void, undo: () => void): boolean {
    const { state, committer } = this.#room;
    state.editFor(author, cause, Date.now(), edit);
    if (committer.works) return true;
    state.editFor(author, cause, Date.now(), undo);
    return false;
  }

  #settleSoon(): void {
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => void this.#settle(), calmAfterMs);
  }

  /** Which threads there are is read, and where they stand is written down and told. */
  async #settle(): Promise<void> {
    try {
      await this.#read();
      const moved = this.#moved();
      if (moved.length === 0) return;
      await updatePlacements(this.#db, this.#room.documentId, moved);
      for (const { id, placement } of moved) this.#placements?.set(id, placement);
      const news = { threads: [], removedIds: [], placements: moved };
      this.tell({ named: news, masked: news });
    } catch (error) {
      // The next change tries again.
      logBug(error);
    }
  }

  #moved(): { id: string; placement: "placed" | "orphaned" }[] {
    return [...(this.#placements ?? [])].flatMap(([id, placement]) => {
      const now = this.#places.isStanding(id) ? "placed" : "orphaned";
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
    const rows = await selectPlacements(this.#db, this.#room.documentId);
    const placements = new Map<string, "placed" | "orphaned">();
    const quotes = new Map<string, string>();
    for (const { id, placement, quote } of rows) {
      if (placement === "beside") continue;
      quotes.set(id, quote);
      if (placement !== "placing") placements.set(id, placement);
    }
    // On a frozen document nothing is written (R9): it is read again when it was opened again.
    if (rows.some(({ status }) => isFrozen(status))) return;
    this.#placements = placements;
    this.#places.know(quotes);
  }
}

function refused(why: NoteRefusal): { kind: "refused"; why: NoteRefusal } {
  return { kind: "refused", why };
}

function placedAt({ place, containerIds, quote }: NoteStand): NotePlaced {
  return { kind: "placed", place, containerId: containerIds[0] ?? null, quote };
}

function placesOf(spans: readonly Span[]): Omit<NoteStand, "place"> {
  const containers = containersAround(spans[0]?.text);
  const lane = containers.find(({ nodeName }) => nodeName === "lane");
  return {
    containerIds: containers.flatMap((container) => container.getAttribute("id") ?? []),
    laneVillage: lane?.getAttribute("village") ?? null,
    quote: linesOf(spans),
  };
}

/** Words of one text on one line, each paragraph on its own. */
function linesOf(spans: readonly Span[]): string {
  return spans
    .map((span, at) => (at > 0 && spans[at - 1]?.text !== span.text ? "\n" : "") + wordsIn(span))
    .join("");
}
