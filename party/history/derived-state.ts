import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { cutIntoParts, joinParts } from "../log/value-parts.ts";
import type { FirstScreen } from "./first-screen.ts";
import { Replay } from "./replay.ts";

/** Rises with every change of what is written below: what an older version wrote is dropped. */
const derivedVersion = 2;

/** A replay of a document's log in that log's epoch. */
export interface Derived {
  epoch: number;
  replay: Replay;
}

/** A first screen of a document's log in that log's epoch. */
interface KeptScreen {
  version: number;
  epoch: number;
  screen: FirstScreen;
}

/**
 * A replay on disk, so that a review need not begin at the first word. All of it can be made again
 * from the log.
 */
export class DerivedState {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#makeTables();
  }

  /** Null where there is none, or one of another version. @throws when it cannot be read */
  read(): Derived | null {
    const rows = this.#storage.sql
      .exec<{ bytes: ArrayBuffer }>("SELECT bytes FROM derived ORDER BY part")
      .toArray();
    if (rows.length === 0) return null;
    return decodeDerived(joinParts(rows.map(({ bytes }) => bytes)));
  }

  write(derived: Derived): void {
    const parts = cutIntoParts(encodeDerived(derived));
    this.#storage.transactionSync(() => {
      this.#storage.sql.exec("DELETE FROM derived");
      for (const [part, bytes] of parts.entries()) {
        this.#storage.sql.exec("INSERT INTO derived (part, bytes) VALUES (?, ?)", part, bytes);
      }
    });
  }

  /** Leaves nothing of it in the file either, as deleted rows would. */
  async forget(): Promise<void> {
    const gone = this.#storage.deleteAll();
    this.#makeTables();
    await gone;
  }

  /** Null where there is none, or one of another version. */
  readScreen(): Omit<KeptScreen, "version"> | null {
    const [row] = this.#storage.sql
      .exec<{ json: string }>("SELECT json FROM screen WHERE one = 1")
      .toArray();
    if (!row) return null;
    // Written by `writeScreen` alone.
    const kept = JSON.parse(row.json) as KeptScreen;
    return kept.version === derivedVersion ? kept : null;
  }

  writeScreen(epoch: number, screen: FirstScreen): void {
    const kept: KeptScreen = { version: derivedVersion, epoch, screen };
    const query = "INSERT OR REPLACE INTO screen (one, json) VALUES (1, ?)";
    this.#storage.sql.exec(query, JSON.stringify(kept));
  }

  clear(): void {
    for (const table of ["derived", "screen"]) this.#storage.sql.exec(`DELETE FROM ${table}`);
  }

  #makeTables(): void {
    const { sql } = this.#storage;
    sql.exec("CREATE TABLE IF NOT EXISTS derived (part INTEGER PRIMARY KEY, bytes BLOB)");
    sql.exec("CREATE TABLE IF NOT EXISTS screen (one INTEGER PRIMARY KEY, json TEXT)");
  }
}

export function encodeDerived({ epoch, replay }: Derived): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, derivedVersion);
    encoding.writeVarUint(encoder, epoch);
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(replay.doc));
    replay.write(encoder);
  });
}

/** Null for what another version wrote. @throws when it cannot be read */
export function decodeDerived(bytes: Uint8Array): Derived | null {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== derivedVersion) return null;
  const epoch = decoding.readVarUint(decoder);
  const state = decoding.readVarUint8Array(decoder);
  return { epoch, replay: Replay.read(decoder, state) };
}
