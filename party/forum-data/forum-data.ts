import * as Y from "yjs";
import type { DocumentSource } from "../../domain/document/source.ts";
import type { DocumentState } from "../document-state.ts";
import { roomAuthor } from "../log/page-codec.ts";
import { OneAtATime } from "../one-at-a-time.ts";
import { within } from "../rights/within.ts";
import { followForum } from "./follow-forum.ts";

const answerWithinMs = 10_000;

/** What a document shows of its forum, kept right by the room in its own name. */
export class ForumData {
  readonly #state: DocumentState;
  readonly #find: () => Promise<DocumentSource | null>;
  readonly #turns = new OneAtATime(() => this.#follow());
  #isStopped = false;

  /** @param find reads what the forum is now */
  constructor(state: DocumentState, find: () => Promise<DocumentSource | null>) {
    this.#state = state;
    this.#find = find;
  }

  /** The forum changed, or may have. @throws when that could not be read */
  follow(): Promise<void> {
    return this.#turns.run();
  }

  /** The document was given up: what it holds may be half of something. */
  stop(): void {
    this.#isStopped = true;
  }

  async #follow(): Promise<void> {
    const source = await within(answerWithinMs, this.#find());
    if (source === null || this.#isStopped || this.#state.isHeld()) return;
    const state = this.#state;
    const room = {
      doc: state.doc,
      issueId: () => state.log.issueId(),
      isOwn: (block: Y.XmlElement) => isByRoom(block, state),
    };
    state.editBecause("forum", Date.now(), () => followForum(room, source));
  }
}

function isByRoom(block: Y.XmlElement, { log }: DocumentState): boolean {
  const texts = block.toArray().filter((node) => node instanceof Y.XmlText);
  return texts.every((text) => {
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue;
      if (log.authorOf(item.id.client)?.personId !== roomAuthor.personId) return false;
    }
    return true;
  });
}
