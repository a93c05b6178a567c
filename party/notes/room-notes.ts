import type { ThreadPlacement } from "../../domain/statuses.ts";
import type { Audience } from "../audience.ts";
import type { Committer } from "../committer.ts";
import { type DocumentState, fromBrowser } from "../document-state.ts";
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
import { PlacementRegister } from "./placement-register.ts";
import { containersAround, selectedSpans, wordsIn } from "./selected-spans.ts";

interface Room {
  env: Pick<Cloudflare.Env, "DB">;
  documentId: string;
  state: DocumentState;
  epoch: number;
  committer: Committer;
  audience: Audience;
  /** Whether nobody is to write inside these containers now (R17). */
  closes: (containerIds: readonly string[]) => boolean;
}

/** What a mark costs in the document at most, in each of its texts, in bytes. */
const markBytes = 256;

/** For words that are looked for in the whole document. */
const nowhere = { from: "", to: "" };

/**
 * The places of a document's notes, for the Worker, which keeps their words: sets and finds their
 * marks, puts accepted suggestions into the text, and says which threads have lost their words.
 */
export class RoomNotes {
  readonly #room: Room;
  readonly #places: NotePlaces;
  readonly #register: PlacementRegister;

  constructor(room: Room) {
    this.#room = room;
    const { state } = room;
    this.#places = new NotePlaces({
      doc: state.doc,
      browser: fromBrowser,
      edit: (change) => state.mend(Date.now(), change),
      onMoved: () => this.#register.settleSoon(),
    });
    this.#register = new PlacementRegister({
      ...room,
      places: this.#places,
      tell: (news) => this.tell({ named: news, masked: news }),
    });
    state.onTaken = () => this.#places.mend();
    if (this.#places.standing().length > 0) this.#register.settleSoon();
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
    this.#register.set(threadId, found.quote);
    return placedAt({ ...found, place: state.log.place });
  }

  /** Takes the mark of a thread out of the text, in its author's name; it does not come back. */
  remove(threadId: string, author: Author): void {
    this.#register.remove(threadId);
    this.#places.forget(threadId);
    if (!this.#places.isStanding(threadId)) return;
    const { state } = this.#room;
    state.editFor(author, `note:${threadId}`, Date.now(), () => this.#places.unmark(threadId));
  }

  /** Puts a suggestion's words in the place of the quoted ones, as the accepter's edit. */
  accept({ threadId, accepter, quote, suggestion, ...seen }: AcceptanceOrder): Acceptance {
    const { state, committer, epoch } = this.#room;
    const stand = this.stand(threadId);
    // These words were read before some were removed: they may have them.
    if (seen.epoch !== epoch) return refused("textChanged");
    if (!stand || stand.laneVillage !== seen.laneVillage) return refused("textChanged");
    const [span, ...more] = this.#spansOf(threadId);
    // Done already: the request ended before it was written down.
    if (more.length === 0 && stand.quote === suggestion) return { kind: "accepted" };
    if (!span || stand.quote !== quote) return refused("textChanged");
    if (this.#room.closes(stand.containerIds)) return refused("locked");
    const isWide = more.some(({ text }) => text !== span.text);
    if (more.length > 0) return refused(isWide ? "tooWide" : "textChanged");
    if (!committer.works) return refused("storage");
    if (!state.hasRoomFor(2 * suggestion.length + markBytes)) return refused("full");
    const words = new AcceptedWords(span, suggestion);
    const isDone = this.#edit(
      accepter,
      `suggestion:${threadId}`,
      () => words.putIn(),
      () => words.takeOut(),
    );
    if (suggestion === "") this.#register.settleSoon();
    return isDone ? { kind: "accepted" } : refused("storage");
  }

  stand(threadId: string): NoteStand | null {
    const spans = this.#spansOf(threadId);
    if (spans.length === 0) return null;
    const { epoch, state } = this.#room;
    return { ...placesOf(spans), place: state.log.place, epoch };
  }

  stands(threadIds: readonly string[]): Record<string, NoteStand> {
    const found = threadIds.flatMap((id) => {
      const stand = this.stand(id);
      return stand ? [[id, stand] as const] : [];
    });
    return Object.fromEntries(found);
  }

  /**
   * Before a large edit of the room's: which words each thread should have again after it. Of
   * orphaned threads, those whose words are nowhere, or in several places.
   */
  quotesToKeep(
    threads: readonly { id: string; placement: ThreadPlacement; quote: string }[],
  ): Map<string, string> {
    const quotes = new Map<string, string>();
    for (const { id, placement, quote } of threads) {
      const stand = this.stand(id);
      const isGone = placement === "placed" || placement === "orphaned";
      if (stand) quotes.set(id, stand.quote);
      else if (isGone && !this.#find(quote)) quotes.set(id, quote);
    }
    return quotes;
  }

  /** Lays marks again that such an edit took, where their words stand once. */
  layAgain(quotes: ReadonlyMap<string, string>): void {
    const missing = [...quotes].flatMap(([id, quote]) => {
      const spans = this.stand(id)?.quote === quote ? null : this.#find(quote);
      return spans ? [{ id, spans }] : [];
    });
    this.#register.settleSoon();
    if (missing.length === 0) return;
    this.#room.state.mend(Date.now(), () => {
      for (const { id, spans } of missing) {
        this.#places.unmark(id);
        this.#places.mark(id, spans);
      }
    });
  }

  /** The document is given up. */
  end(): void {
    this.#register.end();
  }

  tell(news: ShownNews): void {
    this.#room.audience.tellNotes(news);
  }

  #find(quote: string): Span[] | null {
    return selectedSpans(this.#room.state.doc, nowhere, quote);
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
}

function refused(why: NoteRefusal): { kind: "refused"; why: NoteRefusal } {
  return { kind: "refused", why };
}

function placedAt({ place, containerIds, quote }: Omit<NoteStand, "epoch">): NotePlaced {
  return { kind: "placed", place, containerId: containerIds[0] ?? null, quote };
}

function placesOf(spans: readonly Span[]): Omit<NoteStand, "place" | "epoch"> {
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
