import { vi } from "vitest";
import YProvider from "y-partyserver/provider";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { RoomPerson } from "../room-person.ts";
import { type Edit, makeEdit } from "./document-edits.ts";
import type { Ledger } from "./ledger.ts";
import { stockSocket } from "./stock-socket.ts";

/**
 * A tab with a stock provider: no journal and no batches, so that after a crash it has only its
 * state difference to give. It therefore only adds: the room takes no deletion of others' words
 * from a state difference (R5).
 */
export class StockTab {
  readonly who: RoomPerson;
  readonly doc = new Y.Doc();
  /** It tidies up formatting by itself, which the room may ignore: its delete set is its own. */
  readonly isStock = true;
  readonly closed: number | null = null;
  readonly #room: string;
  #provider: YProvider | null = null;

  constructor(room: string, who: RoomPerson, ledger: Ledger) {
    this.#room = room;
    this.who = who;
    ledger.watch(this.doc, who.personId, this);
  }

  get isLinked(): boolean {
    return this.#provider?.wsconnected ?? false;
  }

  get wasLinked(): boolean {
    return this.#provider !== null;
  }

  get hasDocument(): boolean {
    return this.doc.getXmlFragment(fragmentName).length > 0;
  }

  async connect(): Promise<void> {
    if (this.isLinked) return;
    this.cut();
    const provider = new YProvider("room", this.#room, this.doc, {
      WebSocketPolyfill: stockSocket(this.#room, this.who),
      disableBc: true,
    });
    this.#provider = provider;
    await vi.waitUntil(() => provider.synced, { interval: 5 });
  }

  cut(): void {
    this.#provider?.destroy();
    this.#provider = null;
  }

  /** Without a journal a reload would give up what is not stored: it only comes back. */
  reload(): void {
    this.cut();
  }

  edit(edit: Edit): void {
    const adds = edit.kind === "addHeading" || edit.kind === "addList" || edit.kind === "addRow";
    makeEdit(this.doc, adds ? edit : { ...edit, kind: "insert" }, this.who);
  }

  /** Nobody tells a stock provider what is stored. */
  async untilSaved(): Promise<void> {}
}
