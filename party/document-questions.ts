import { Server } from "partyserver";
import { fragmentName } from "../domain/document/schema.ts";
import { hasWorked } from "./has-worked.ts";
import { type LogPortion, readPortion } from "./history/log-portion.ts";
import { lockableIds } from "./locks/lockable-ids.ts";
import type { Author } from "./log/page-codec.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import type * as notes from "./notes/note-orders.ts";
import type { OpenDocument } from "./open-document.ts";
import { readingOf } from "./reading.ts";

/** What the Worker asks of a document, beside the sockets of its room. */
export abstract class DocumentQuestions extends Server<Cloudflare.Env> {
  /** @throws when the document cannot be read */
  protected abstract opened(): Promise<OpenDocument>;

  /** The document as it is now, as JSON of a `ReadingNode`. */
  async reading(): Promise<string> {
    const { state } = await this.opened();
    return JSON.stringify(readingOf(state.doc.getXmlFragment(fragmentName)));
  }

  /**
   * What the log has after a place, a portion at a time, for a review elsewhere; null where nobody
   * has entered. Nothing is opened for it.
   */
  async logPages(after: number): Promise<LogPortion | null> {
    if (!SqliteLogStore.isIn(this.ctx.storage)) return null;
    return readPortion(new SqliteLogStore(this.ctx.storage), after);
  }

  /** The forum's data changed: what the document shows of it follows (R15). @returns whether it has */
  async forumChanged(): Promise<boolean> {
    // What nobody has entered is made from the forum as it is by then.
    if (!SqliteLogStore.isIn(this.ctx.storage)) return true;
    const { forumData, projection } = await this.opened();
    // Another village may be the one that a follow-up names.
    return hasWorked(forumData.follow().then(() => projection.project()));
  }

  /** What is locked changed: everybody is told (R17). @returns whether they were */
  async locksChanged(): Promise<boolean> {
    return hasWorked((await this.opened()).locks.refresh());
  }

  /** Brings the register to what the document promises, now (R16). @returns whether it is there */
  async project(): Promise<boolean> {
    return hasWorked((await this.opened()).projection.project());
  }

  async lockableIds(): Promise<string[]> {
    return lockableIds((await this.opened()).state.doc.getXmlFragment(fragmentName));
  }

  async placeNote(order: notes.NoteOrder): Promise<notes.NotePlaced> {
    return (await this.opened()).notes.place(order);
  }

  async removeNote(threadId: string, author: Author): Promise<void> {
    (await this.opened()).notes.remove(threadId, author);
  }

  async acceptSuggestion(order: notes.AcceptanceOrder): Promise<notes.Acceptance> {
    return (await this.opened()).notes.accept(order);
  }

  async standsOfNotes(threadIds: string[]): Promise<Record<string, notes.NoteStand>> {
    return (await this.opened()).notes.stands(threadIds);
  }

  async tellNotes(news: notes.ShownNews): Promise<void> {
    (await this.opened()).notes.tell(news);
  }
}
