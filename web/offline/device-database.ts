import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { RefusalName } from "../../party/close-codes.ts";

/** What a record of a document is bound to: another person, or another schema, does not take it up. */
export interface DocumentScope {
  personId: string;
  documentId: string;
  schemaVersion: number;
}

interface InEpoch {
  /** The generation of the room's storage; a redaction begins a new one. 0: not known yet. */
  epoch: number;
}

/**
 * Own changes on their way to the room, in the order in which they were made. They fit a document of
 * every epoch.
 */
export interface JournalRecord extends DocumentScope, InEpoch {
  updates: Uint8Array[];
}

/** A document as this device last saw it. In another epoch the room takes nothing that rests on it. */
export interface CopyRecord extends DocumentScope, InEpoch {
  state: Uint8Array;
  /** Sealed batches in it that the room had not called durable. */
  seen: Uint8Array[];
}

/** Words that the room did not take, kept until the person discards them. */
export interface RecoveredRecord {
  personId: string;
  documentId: string;
  refusal: RefusalName;
  words: string;
  /** The refused changes, until it is known which of their words the room has after all. */
  updates: Uint8Array[];
}

interface DeviceSchema extends DBSchema {
  /** Whoever was signed in on this device; at most one of them is now. */
  people: { key: string; value: { id: string; name: string; isHere: boolean; isShared?: boolean } };
  journal: { key: number; value: JournalRecord; indexes: { document: [string, string] } };
  recovered: { key: number; value: RecoveredRecord; indexes: { document: [string, string] } };
  copies: { key: [string, string]; value: CopyRecord };
  /** The Worker's last answers, so that pages open without a network. */
  answers: {
    key: [string, string];
    value: { personId: string; name: string; body: unknown; at: number };
  };
}

export type DeviceDatabase = IDBPDatabase<DeviceSchema>;

/** Why this device keeps nothing at the moment. */
export type DeviceTrouble = "full" | "blocked";

const openWithinMs = 4000;
const lostListeners = new Set<() => void>();
let opened: Promise<DeviceDatabase> | null = null;

/** @throws when the browser does not let us, or does not answer */
export function openDevice(): Promise<DeviceDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Calls when the database was closed under us; what it held may be gone. */
export function onDeviceLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}

export function troubleOf(error: unknown): DeviceTrouble {
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  return isFull ? "full" : "blocked";
}

async function open(): Promise<DeviceDatabase> {
  const opening = openDB<DeviceSchema>("sinau-bareng", 1, {
    upgrade(database) {
      database.createObjectStore("people", { keyPath: "id" });
      database.createObjectStore("copies", { keyPath: ["personId", "documentId"] });
      database.createObjectStore("answers", { keyPath: ["personId", "name"] });
      // Numbers that only rise: what was written later is sent later.
      const document = ["personId", "documentId"];
      for (const name of ["journal", "recovered"] as const) {
        database.createObjectStore(name, { autoIncrement: true }).createIndex("document", document);
      }
    },
    // Another tab deletes or upgrades the database, and waits for us to let go.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      lose();
    },
    terminated: lose,
  });
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new Error("the device's database does not open"));
    }, openWithinMs);
  });
  void opening.then(
    (database) => isLate && database.close(),
    () => undefined,
  );
  return Promise.race([opening, late]).finally(() => clearTimeout(timer));
}

function lose(): void {
  opened = null;
  for (const listener of lostListeners) listener();
}
