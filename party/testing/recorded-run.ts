import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { DocumentSource } from "../../domain/document/source.ts";
import { type Change, DocumentState } from "../document-state.ts";
import { withoutFormattingCleanup } from "../formatting-cleanup.ts";
import { type Author, decodePage, type LogEntry } from "../log/page-codec.ts";
import { annotationKey } from "../notes/annotation-key.ts";
import { textsIn } from "../notes/text-marks.ts";
import type { RoomPerson } from "../room-person.ts";
import { type Edit, makeEdit } from "./document-edits.ts";
import { Ledger } from "./ledger.ts";
import { LogMemory, MemoryLogStore } from "./memory-log-store.ts";
import type { Random } from "./random.ts";
import { person, villages } from "./room-people.ts";

const source: DocumentSource = {
  id: "recorded",
  kind: "case",
  title: "Pagu turun",
  theme: "planning",
  fiscalYear: 2027,
  status: "open",
  proposedByVillage: { id: villages.a.id, name: villages.a.name },
  forum: {
    id: "forum",
    title: "Forum",
    startsAt: 0,
    endsAt: 3_600_000,
    place: "Pendopo",
    districtName: "Binangun",
    regency: "Blitar",
  },
  villages: [villages.a, villages.b],
  agenda: [],
  chair: null,
  recorders: [],
  attendance: [],
};

interface Tab {
  who: RoomPerson;
  doc: Y.Doc;
  /** Changes on their way to the room, and those of others on their way here. */
  sent: Uint8Array[];
  coming: Uint8Array[];
}

/**
 * Some people write in one document without a network: what they send and are sent takes its time,
 * and the room's own code checks, mends and logs it.
 */
export class RecordedRun {
  readonly state: DocumentState;
  readonly ledger = new Ledger();
  readonly #store = new MemoryLogStore(new LogMemory(), () => 0);
  readonly #tabs: Tab[];
  readonly #random: Random;
  #now = Date.UTC(2026, 10, 23, 2);
  #threads = 0;

  constructor(random: Random) {
    this.#random = random;
    this.state = DocumentState.open(this.#store, source, this.#now);
    this.state.onRoomEdit = (change) => this.#pass(change, null);
    this.#tabs = [
      person("participant-a"),
      person("participant-b", { village: villages.b }),
      person("facilitator", { village: null, lanes: "all" }),
    ].map((who) => this.#openTab(who));
  }

  get entries(): LogEntry[] {
    this.state.log.commit(this.#now);
    return this.#store.pagesAfter(0).flatMap((page) => decodePage(page.entries));
  }

  edit(tab: number, edit: Edit): void {
    const { doc, who } = this.#tab(tab);
    makeEdit(doc, edit, who);
  }

  /** A change that `edit` has no word for. */
  write(tab: number, change: (doc: Y.Doc) => void): void {
    const { doc } = this.#tab(tab);
    doc.transact(() => change(doc));
  }

  /** From now on this person writes for the other village. */
  moveVillage(tab: number): void {
    const { who } = this.#tab(tab);
    const next = who.village?.id === villages.a.id ? villages.b : villages.a;
    Object.assign(who, { village: next, lanes: [next.id] });
  }

  /** Some time passes, or the clock is set back. */
  wait(ms: number): void {
    this.#now += ms;
  }

  /** The room sets a thread's mark on some words, for somebody. */
  note(tab: number): void {
    const { personId, village } = this.#tab(tab).who;
    const texts = [...textsIn(this.state.doc.getXmlFragment(fragmentName))];
    const filled = texts.filter(({ length }) => length > 1);
    if (filled.length === 0) return;
    const text = this.#random.of(filled);
    const thread = `thread-${++this.#threads}`;
    const index = this.#random.below(text.length - 1);
    const author: Author = { personId, villageId: village?.id ?? null };
    this.state.editFor(author, `note:${thread}`, this.#now, () => {
      text.format(index, 1 + this.#random.below(text.length - index), {
        [annotationKey(thread)]: { thread },
      });
    });
  }

  /** The room takes what this tab sent first, and this tab gets what came first; one each. */
  deliver(tab: number): void {
    const at = this.#tab(tab);
    const sent = at.sent.shift();
    if (sent) this.#take(at, sent);
    const coming = at.coming.shift();
    if (coming) Y.applyUpdate(at.doc, coming, "room");
  }

  deliverAll(): void {
    while (this.#tabs.some(({ sent, coming }) => sent.length + coming.length > 0)) {
      for (const at of this.#tabs.keys()) this.deliver(at);
    }
  }

  #take(tab: Tab, update: Uint8Array): void {
    const taken = this.state.take(update, tab.who, tab.doc.clientID, this.#now);
    // Somebody moved to the other village with words for the former lane under way.
    if (taken === "closedContainer") return this.#startAnew(tab);
    if (taken !== "taken" && taken !== "known") throw new Error(`the room answered ${taken}`);
    if (taken === "taken" && this.state.lastChange) this.#pass(this.state.lastChange, tab);
    this.state.repair(this.#now);
  }

  #pass({ entry }: Change, from: Tab | null): void {
    for (const tab of this.#tabs ?? []) if (tab !== from) tab.coming.push(entry.update);
  }

  #startAnew(tab: Tab): void {
    Object.assign(tab, this.#openTab(tab.who));
  }

  #openTab(who: RoomPerson): Tab {
    const doc = new Y.Doc();
    withoutFormattingCleanup(doc);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.state.doc), "room");
    const tab: Tab = { who, doc, sent: [], coming: [] };
    this.ledger.watch(doc, who.personId, { isStock: false });
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "room") tab.sent.push(update);
    });
    return tab;
  }

  #tab(number: number): Tab {
    const tab = this.#tabs[number % this.#tabs.length];
    if (!tab) throw new Error("nobody is there");
    return tab;
  }
}
