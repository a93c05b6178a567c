import { Server } from "partyserver";
import { fragmentName } from "../domain/document/schema.ts";
import type { Author } from "./log/page-codec.ts";
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
