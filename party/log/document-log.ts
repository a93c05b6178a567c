import * as Y from "yjs";
import { schemaVersion } from "../../domain/document/schema.ts";
import type { ClientBinding, LogStore } from "./log-store.ts";
import {
  type Author,
  decodePage,
  emptyPage,
  encodeStretch,
  endOfPage,
  type LogEntry,
  type PageEnd,
} from "./page-codec.ts";
import { smallPageBytes } from "./page-packing.ts";

/** The open page is committed early at this size, so that it fits one row as a rule. */
const fullPageBytes = 512 * 1024;

/** A checkpoint is due when opening would replay more than this. */
const maxTail = { pages: 400, entries: 4000, bytes: 1_000_000 };

/** The template is one entry. */
const templatePlace = 1;

interface NewestPage {
  first: number;
  bytes: number;
  end: PageEnd;
}

/**
 * The append-only record of a document (R1, R11): who changed what, for which village, when.
 * Entries are numbered from 1; a version of the document is such a number, its place in the log.
 * Entries wait in the open page until `commit` writes them, with the bindings they brought.
 */
export class DocumentLog {
  readonly #store: LogStore;
  readonly #grownPageBytes: number;
  readonly #authors = new Map<number, Author>();
  #open: LogEntry[] = [];
  #openBytes = 0;
  #newBindings: ClientBinding[] = [];
  #place: number;
  #issuedId: number;
  #committedId: number;
  #schemaVersion: number | null;
  #newest: NewestPage | null = null;
  #tail = { pages: 0, entries: 0, bytes: 0 };
  #lastEditedAt: number | null = null;
  #checkpointRows = 0;
  /** With those of a checkpoint that was written since the commit before. */
  rowsOfLastCommit = 0;

  /**
   * @param grownPageBytes how large a page grows before a commit begins a new one
   * @throws when the document is of a newer schema than this code knows
   */
  constructor(store: LogStore, grownPageBytes = smallPageBytes) {
    this.#store = store;
    this.#grownPageBytes = grownPageBytes;
    this.#schemaVersion = store.schemaVersion();
    // After a rollback: browsers and room would drop what they do not know.
    if ((this.#schemaVersion ?? 0) > schemaVersion) throw new Error("the document is too new");
    for (const { client, author } of store.bindings()) this.#authors.set(client, author);
    const last = store.lastPage();
    this.#place = last?.last ?? 0;
    this.#lastEditedAt = last && last.last > templatePlace ? last.at : null;
    this.#issuedId = this.#committedId = store.lastIssuedId();
    if (last && last.entries.byteLength < grownPageBytes) {
      const bytes = last.entries.byteLength;
      this.#newest = { first: last.first, bytes, end: endOfPage(last.entries) };
    }
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
    const start = checkpoint?.place ?? 0;
    const pages = this.#store.pagesAfter(start);
    doc.transact(() => {
      if (checkpoint) Y.applyUpdate(doc, checkpoint.state);
      for (const { first, entries } of pages) {
        // The checkpoint may have been written in the middle of a page.
        const missing = decodePage(entries).slice(Math.max(0, start + 1 - first));
        for (const { update } of missing) Y.applyUpdate(doc, update);
      }
    });
    this.#tail = {
      pages: pages.length,
      entries: this.#place - start,
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

  /** Whether a crash would lose whose some client id is. */
  get hasNewBindings(): boolean {
    return this.#newBindings.length > 0;
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

  /**
   * Writes the open page as one row: the newest page grows while it is small, else a new one begins.
   * @throws what the storage throws; the page then stays open
   */
  commit(at: number): void {
    if (this.#open.length === 0) return;
    const { page, newest, isGrowth } = this.#pageToWrite(at);
    const rows = this.#store.commit({
      page,
      isGrowth,
      bindings: this.#newBindings,
      lastIssuedId: this.#issuedId === this.#committedId ? null : this.#issuedId,
      schemaVersion: this.#schemaVersion === schemaVersion ? null : schemaVersion,
    });
    this.rowsOfLastCommit = rows + this.#checkpointRows;
    this.#checkpointRows = 0;
    if (this.#place > templatePlace) this.#lastEditedAt = at;
    if (!isGrowth || this.#tail.pages === 0) this.#tail.pages++;
    this.#tail.entries += this.#open.length;
    this.#tail.bytes += page.entries.byteLength;
    this.#newest = newest;
    this.#open = [];
    this.#openBytes = 0;
    this.#newBindings = [];
    this.#committedId = this.#issuedId;
    this.#schemaVersion = schemaVersion;
  }

  /** Keeps opening cheap: writes a checkpoint when the tail after the newest one has grown long. */
  checkpointIfDue(doc: Y.Doc): void {
    if (this.#open.length > 0) return;
    const { pages, entries, bytes } = this.#tail;
    if (pages < maxTail.pages && entries < maxTail.entries && bytes < maxTail.bytes) return;
    const checkpoint = { place: this.#place, state: Y.encodeStateAsUpdate(doc) };
    this.#checkpointRows += this.#store.putCheckpoint(checkpoint);
    this.#tail = { pages: 0, entries: 0, bytes: 0 };
  }

  #pageToWrite(at: number) {
    const last = this.#place;
    const small = this.#newest && this.#newest.bytes < this.#grownPageBytes ? this.#newest : null;
    if (small) {
      const { bytes, end } = encodeStretch(this.#open, small.end);
      const newest = { first: small.first, bytes: small.bytes + bytes.byteLength, end };
      if (newest.bytes <= this.#grownPageBytes) {
        return { page: { first: small.first, last, at, entries: bytes }, newest, isGrowth: true };
      }
    }
    const first = last - this.#open.length + 1;
    const { bytes, end } = encodeStretch(this.#open, emptyPage);
    const newest = { first, bytes: bytes.byteLength, end };
    return { page: { first, last, at, entries: bytes }, newest, isGrowth: false };
  }
}
