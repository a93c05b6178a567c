import { fragmentName, schemaVersion } from "../domain/document/schema.ts";
import { logBug } from "../worker/log-bug.ts";
import { hasWorked } from "./has-worked.ts";
import { type LogPortion, readPortion } from "./history/log-portion.ts";
import type { Restored, RestoreOrder } from "./history/restore-orders.ts";
import { lockableIds } from "./locks/lockable-ids.ts";
import type { Author } from "./log/page-codec.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import type * as notes from "./notes/note-orders.ts";
import { forgetIndexed } from "./projection/forget-indexed.ts";
import { searchedText } from "./projection/searched-text.ts";
import { readingOf } from "./reading.ts";
import { RoomGenerations } from "./redaction/room-generations.ts";

/** A document that nobody writes in until `until` (ms since 1970), or until it is let go. */
export interface FrozenDocument {
  holdId: string;
  until: number;
  place: number;
  reading: string;
  schemaVersion: number;
}

/** What the Worker asks of a document, beside the sockets of its room. */
export abstract class DocumentQuestions extends RoomGenerations {
  /** The document as it is now, as JSON of a `ReadingNode`. */
  async reading(): Promise<string> {
    const { state } = await this.opened();
    return JSON.stringify(readingOf(state.doc.getXmlFragment(fragmentName)));
  }

  /**
   * The newest place of the record, on disk: what a version is named by.
   * @returns null in a room that nobody has entered, and where its storage fails
   */
  async currentPlace(): Promise<number | null> {
    await this.settled();
    return SqliteLogStore.isIn(this.ctx.storage) ? (await this.opened()).commit() : null;
  }

  /**
   * The document is being submitted: from now on every edit is refused, until `thaw`, or for 30 s.
   * @returns what stands there, as JSON of a `ReadingNode`; null where the storage fails
   */
  async freeze(): Promise<FrozenDocument | null> {
    const { state, hold, commit, forumData } = await this.opened();
    // What is signed shows the forum as it is now, as far as that can be read.
    await forumData.follow().catch(logBug);
    const { id: holdId, until } = hold.begin(Date.now());
    const place = commit();
    if (place === null) {
      hold.end(holdId);
      return null;
    }
    const reading = JSON.stringify(readingOf(state.doc.getXmlFragment(fragmentName)));
    return { holdId, until, place, reading, schemaVersion };
  }

  /** It was not submitted, or sent back since. @param holdId null: whoever holds it */
  async thaw(holdId: string | null): Promise<void> {
    const { hold, forumData } = await this.opened();
    hold.end(holdId);
    // What the forum changed meanwhile; on a document that was submitted nothing is written.
    forumData.follow().catch(logBug);
  }

  /**
   * What the log has after a place, a portion at a time, for a review elsewhere; null where nobody
   * has entered. Nothing is opened for it.
   */
  async logPages(after: number): Promise<LogPortion | null> {
    await this.settled();
    if (!SqliteLogStore.isIn(this.ctx.storage)) return null;
    return readPortion(new SqliteLogStore(this.ctx.storage), after);
  }

  /** The forum's data changed: what the document shows of it follows (R15). @returns whether it has */
  async forumChanged(): Promise<boolean> {
    await this.settled();
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

  /** What the document is found by, and where its log is; null where nobody has entered it. */
  async searchedText(): Promise<{ place: number; text: string } | null> {
    await this.settled();
    if (!SqliteLogStore.isIn(this.ctx.storage)) return null;
    const { state, commit } = await this.opened();
    const place = commit();
    if (place === null) throw new Error("what is to be indexed is not durable yet");
    return { place, text: searchedText(state.doc.getXmlFragment(fragmentName)) };
  }

  /**
   * After a redaction, when its words are gone from everywhere else: none of them stands in the
   * search index (R19). @returns whether that is so
   */
  async forgetIndexed(words: string[]): Promise<boolean> {
    const { projection } = await this.opened();
    return hasWorked(projection.project().then(() => forgetIndexed(this.env.DB, this.name, words)));
  }

  async lockableIds(): Promise<string[]> {
    return lockableIds((await this.opened()).state.doc.getXmlFragment(fragmentName));
  }

  /** Brings back what the document said at an earlier place, as its author's ordinary edit. */
  async restore(order: RestoreOrder): Promise<Restored> {
    return (await this.opened()).restorations.restore(order);
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
