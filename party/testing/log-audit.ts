import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import * as Y from "yjs";
import { withoutFormattingCleanup } from "../formatting-cleanup.ts";
import { DocumentLog } from "../log/document-log.ts";
import { decodePage, type LogEntry, roomAuthor } from "../log/page-codec.ts";
import { SqliteLogStore } from "../log/sqlite-log-store.ts";
import type { Ledger } from "./ledger.ts";

/** What a room has stored: its whole log, and the document as it would open it now. */
export function readStored(room: string): Promise<{ entries: LogEntry[]; opened: Y.Doc }> {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(room), (_room, { storage }) => {
    const store = new SqliteLogStore(storage);
    const opened = newReplica({ gc: true });
    new DocumentLog(store).replayInto(opened);
    return { entries: store.pagesAfter(0).flatMap((page) => decodePage(page.entries)), opened };
  });
}

/** Writes a checkpoint at the end of what is stored, as the room does when its tail is long. */
export function checkpointNow(room: string): Promise<void> {
  return runInDurableObject(env.DOCUMENT_ROOM.getByName(room), (_room, { storage }) => {
    const store = new SqliteLogStore(storage);
    const doc = newReplica({ gc: true });
    new DocumentLog(store).replayInto(doc);
    const place = store.lastPage()?.last;
    if (place === undefined || store.newestCheckpoint()?.place === place) return;
    store.putCheckpoint({ place, state: Y.encodeStateAsUpdate(doc) });
  });
}

/** The document that the log makes from its first entry on. */
export function replay(entries: readonly LogEntry[], { gc }: { gc: boolean }): Y.Doc {
  const doc = newReplica({ gc });
  for (const { update } of entries) Y.applyUpdate(doc, update);
  return doc;
}

function newReplica({ gc }: { gc: boolean }): Y.Doc {
  const doc = new Y.Doc({ gc });
  withoutFormattingCleanup(doc);
  return doc;
}

/**
 * Everything that is wrong with a log, held against what the tabs did: a change that stands in it
 * twice or not at all, one under another's name, a letter gone that nobody took out. Empty when
 * nothing is.
 */
export function faultsOf(entries: readonly LogEntry[], ledger: Ledger): string[] {
  return [...faultsOfEntries(entries, ledger), ...missingLetters(entries, ledger)];
}

function faultsOfEntries(entries: readonly LogEntry[], ledger: Ledger): string[] {
  const faults: string[] = [];
  const doc = newReplica({ gc: false });
  entries.forEach(({ author: { personId }, update }, index) => {
    const { structs, ds } = Y.decodeUpdate(update);
    const next = new Map<number, number>();
    for (const { id, length } of structs) {
      const expected = next.get(id.client) ?? Y.getState(doc.store, id.client);
      if (id.clock !== expected) faults.push(`entry ${index}: ${id.client} at ${id.clock}`);
      next.set(id.client, id.clock + length);
      const writer = ledger.personOf(id.client) ?? roomAuthor.personId;
      if (writer !== personId) faults.push(`entry ${index}: ${writer}'s words as ${personId}'s`);
    }
    Y.applyUpdate(doc, update);
    if (personId === roomAuthor.personId) return;
    for (const item of itemsIn(doc, ds)) {
      if (next.has(item.id.client) || item.parentSub !== null) continue;
      const isTheirs = lineage(item).some(({ id }) => ledger.hasDeleted(personId, id));
      if (!isTheirs) faults.push(`entry ${index}: ${personId} did not delete ${idOf(item)}`);
    }
  });
  return faults;
}

/** Letters that are neither there nor taken out by anybody, alone or with what held them. */
function missingLetters(entries: readonly LogEntry[], ledger: Ledger): string[] {
  const doc = replay(entries, { gc: false });
  const byRoom = entries.filter(({ author }) => author.personId === roomAuthor.personId);
  const takenByRoom = new Set(
    byRoom.flatMap(({ update }) => itemsIn(doc, Y.decodeUpdate(update).ds)).map(idOf),
  );
  const isTaken = (item: Y.Item) =>
    lineage(item).some(
      (each) =>
        (each !== item && takenByRoom.has(idOf(each))) ||
        ledger.people.some((person) => ledger.hasDeleted(person, each.id)),
    );
  return [...ledger.letters].flatMap(([id, letter]) => {
    const [client = 0, clock = 0] = id.split(":").map(Number);
    if (clock >= Y.getState(doc.store, client)) return [`${letter} (${id}) never arrived`];
    const item = Y.getItem(doc.store, Y.createID(client, clock));
    if (!(item instanceof Y.Item))
      return ledger.isStock(client) ? [] : [`${letter} (${id}) is no letter any more`];
    const stored = item.content instanceof Y.ContentString ? item.content.str : "";
    if (!item.deleted && stored[clock - item.id.clock] !== letter)
      return [`${letter} reads ${stored}`];
    return item.deleted && !isTaken(at(item, clock)) ? [`${letter} (${id}) vanished`] : [];
  });
}

/** The item as it is known by one of the clocks that it spans. */
function at(item: Y.Item, clock: number): Y.Item {
  return Object.create(item, { id: { value: Y.createID(item.id.client, clock) } });
}

type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];

function itemsIn(doc: Y.Doc, deleted: DeleteSet): Y.Item[] {
  return [...deleted.clients].flatMap(([client, ranges]) =>
    ranges.flatMap(({ clock, len }) =>
      (doc.store.clients.get(client) ?? []).filter(
        (struct) =>
          struct instanceof Y.Item &&
          struct.id.clock < clock + len &&
          clock < struct.id.clock + struct.length,
      ),
    ),
  ) as Y.Item[];
}

/** The item and everything that holds it, up to the document. */
function lineage(item: Y.Item): Y.Item[] {
  const line = [item];
  for (let holder = holderOf(item); holder; holder = holderOf(holder)) line.push(holder);
  return line;
}

function holderOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

function idOf({ id }: Y.Item): string {
  return `${id.client}:${id.clock}`;
}
