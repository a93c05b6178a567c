import { vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { withoutFormattingCleanup } from "../formatting-cleanup.ts";
import type { RoomPerson } from "../room-person.ts";
import { type Edit, makeEdit } from "./document-edits.ts";
import type { Ledger } from "./ledger.ts";
import { RoomClient } from "./room-client.ts";

/**
 * A person's browser tab: a document, a journal of own changes that the room has not acknowledged,
 * and a link that comes and goes. What it keeps of others are sealed batches, handed back once.
 */
export class SimulatedTab {
  readonly who: RoomPerson;
  readonly isStock = false;
  readonly #room: string;
  readonly #ledger: Ledger;
  doc = new Y.Doc();
  #journal: Uint8Array[] = [];
  /** Seen before a crash. Handing back what the room knows is harmless, so none is given up. */
  #batches: Uint8Array[] = [];
  #link: RoomClient | null = null;
  /** How many of the link's frames were taken out of the journal. */
  #settled = 0;

  constructor(room: string, who: RoomPerson, ledger: Ledger) {
    this.#room = room;
    this.who = who;
    this.#ledger = ledger;
    this.#begin();
  }

  get isLinked(): boolean {
    return this.#link !== null && this.#link.closed === null;
  }

  /** Whether it has not let go of its link, dead or alive. */
  get wasLinked(): boolean {
    return this.#link !== null;
  }

  get hasDocument(): boolean {
    return this.doc.getXmlFragment(fragmentName).length > 0;
  }

  get isSaved(): boolean {
    return this.isLinked && this.#link?.saved === this.#link?.sent;
  }

  /** Why the room sent this tab away, if it did. */
  get closed(): number | null {
    return this.#link?.closed ?? null;
  }

  /** Comes back as a browser does: receives, hands batches back, sends its journal in order. */
  async connect(): Promise<void> {
    if (this.isLinked) return;
    this.cut();
    const { doc } = this;
    const link = await RoomClient.open(this.#room, this.who, { isWriting: false, doc });
    this.#link = link;
    this.#settled = 0;
    link.handBack(this.#batches);
    for (const update of this.#journal) link.sendUpdate(update);
  }

  /** The link is gone; what is not acknowledged stays in the journal. */
  cut(): void {
    const link = this.#link;
    if (!link) return;
    this.#settle();
    this.#batches.push(...link.batches);
    this.#link = null;
    link.close();
  }

  /** The page is loaded anew: only the journal and the batches are kept. */
  reload(): void {
    this.cut();
    this.#begin();
    for (const update of this.#journal) Y.applyUpdate(this.doc, update, this);
  }

  edit(edit: Edit): void {
    makeEdit(this.doc, edit, this.who);
  }

  async untilSaved(): Promise<void> {
    await vi.waitUntil(() => this.isSaved || this.closed !== null, { timeout: 5000, interval: 5 });
    if (this.closed !== null) throw new Error(`the room closed with ${this.closed}`);
    this.#settle();
  }

  /** Letters and deletions that the room has acknowledged leave the journal. */
  #settle(): void {
    const saved = this.#link?.saved ?? 0;
    this.#journal.splice(0, saved - this.#settled);
    this.#settled = saved;
  }

  #begin(): void {
    const doc = new Y.Doc();
    this.doc = doc;
    withoutFormattingCleanup(doc);
    this.#ledger.watch(doc, this.who.personId, this);
    doc.on("update", (update, _origin, _doc, { local }) => {
      if (!local) return;
      this.#journal.push(update);
      if (this.isLinked) this.#link?.sendUpdate(update);
    });
  }
}
