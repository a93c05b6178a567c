import * as Y from "yjs";
import type { ClientBinding, LogStore } from "./log-store.ts";
import { type Author, decodePage, encodePage, type LogEntry } from "./page-codec.ts";

/** The open page is committed early at this size, so that it always fits one row. */
const fullPageBytes = 512 * 1024;

/** A checkpoint is due when opening would replay more than this. */
const maxTail = { pages: 400, bytes: 1_000_000 };

/**
 * The append-only record of a document (R1, R11): who changed what, for which village, when.
 * Entries are numbered from 1; a version of the document is such a number, its place in the log.
 * Entries wait in the open page until `commit` writes them, with the bindings they brought.
 */
export class DocumentLog {
  readonly #store: LogStore;
  readonly #authors = new Map<number, Author>();
  #open: LogEntry[] = [];
  #openBytes = 0;
  #newBindings: ClientBinding[] = [];
  #place: number;
  #issuedId: number;
  #committedId: number;
  #tail = { pages: 0, bytes: 0 };
  #lastEditedAt: number | null = null;
  rowsOfLastCommit = 0;

  constructor(store: LogStore) {
    this.#store = store;
    for (const { client, author } of store.bindings()) this.#authors.set(client, author);
    const last = store.lastPage();
    this.#place = last?.last ?? 0;
    this.#lastEditedAt = last && last.first > 1 ? last.at : null;
    this.#issuedId = this.#committedId = store.lastIssuedId();
  }

  /** The number of the newest entry, committed or not; 0 for a document without a first word. */
  get place(): number {
    return this.#place;
  }

  /** The number of the newest entry that is on disk. */
  get committedPlace(): number {
    return this.#place - this.#open.length;
  }

  /** When a page was last committed after the template, ms since 1970; null when none was. */
  get lastEditedAt(): number | null {
    return this.#lastEditedAt;
  }

  get hasOpenPage(): boolean {
    return this.#open.length > 0;
  }

  get isPageFull(): boolean {
    return this.#openBytes >= fullPageBytes;
  }

  /** Brings `doc` to the newest committed state. */
  replayInto(doc: Y.Doc): void {
    const checkpoint = this.#store.newestCheckpoint();
    const pages = this.#store.pagesAfter(checkpoint?.place ?? 0);
    doc.transact(() => {
      if (checkpoint) Y.applyUpdate(doc, checkpoint.state);
      for (const page of pages) {
        for (const { update } of decodePage(page.entries)) Y.applyUpdate(doc, update);
      }
    });
    this.#tail = {
      pages: pages.length,
      bytes: pages.reduce((sum, page) => sum + page.entries.byteLength, 0),
    };
  }

  append(entry: LogEntry): void {
    this.#open.push(entry);
    this.#openBytes += entry.update.byteLength;
    this.#place++;
  }

  /** Who owns a Yjs client id; a client id belongs to one person for ever (R5). */
  authorOf(client: number): Author | null {
    return this.#authors.get(client) ?? null;
  }

  /** A client id that is bound to this author, for changes that bring none. */
  clientOf(author: Author): number | null {
    for (const [client, { personId }] of this.#authors) {
      if (personId === author.personId) return client;
    }
    return null;
  }

  /** Whether a crash would no longer lose whose this client id is. */
  isBindingDurable(client: number): boolean {
    return this.#authors.has(client) && !this.#newBindings.some((known) => known.client === client);
  }

  /** Written with the next commit. @throws when the client id is another person's */
  bind(client: number, author: Author): void {
    const known = this.#authors.get(client);
    if (known && known.personId !== author.personId) throw new Error("a client id changed hands");
    if (known) return;
    this.#authors.set(client, author);
    this.#newBindings.push({ client, author });
  }

  /** An id for a container, never issued before. Kept with the next commit. */
  issueId(): string {
    return `n${++this.#issuedId}`;
  }

  /** Whether this room issued `id` at some time. */
  hasIssued(id: unknown): boolean {
    const number = typeof id === "string" && /^n[1-9]\d*$/.test(id) ? Number(id.slice(1)) : 0;
    return number > 0 && number <= this.#issuedId;
  }

  /** Writes the open page as one row. @throws what the storage throws; the page then stays open */
  commit(at: number): void {
    if (this.#open.length === 0) return;
    const entries = encodePage(this.#open);
    this.rowsOfLastCommit = this.#store.commit({
      page: {
        first: this.#place - this.#open.length + 1,
        last: this.#place,
        at,
        entries,
      },
      bindings: this.#newBindings,
      lastIssuedId: this.#issuedId === this.#committedId ? null : this.#issuedId,
    });
    if (this.#place > this.#open.length) this.#lastEditedAt = at;
    this.#tail.pages++;
    this.#tail.bytes += entries.byteLength;
    this.#open = [];
    this.#openBytes = 0;
    this.#newBindings = [];
    this.#committedId = this.#issuedId;
  }

  /** Keeps opening cheap: writes a checkpoint when the tail after the newest one has grown long. */
  checkpointIfDue(doc: Y.Doc): void {
    if (this.#open.length > 0) return;
    if (this.#tail.pages < maxTail.pages && this.#tail.bytes < maxTail.bytes) return;
    this.#store.putCheckpoint({ place: this.#place, state: Y.encodeStateAsUpdate(doc) });
    this.#tail = { pages: 0, bytes: 0 };
  }
}
