import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { cutIntoParts, joinParts } from "../log/value-parts.ts";
import { Replay } from "./replay.ts";

/** Rises with every change of what is written below: what an older version wrote is dropped. */
const derivedVersion = 1;

/** A replay of a document's log in that log's epoch. */
export interface Derived {
  epoch: number;
  replay: Replay;
}

/**
 * A replay on disk, so that a review need not begin at the first word. All of it can be made again
 * from the log.
 */
export class DerivedState {
  readonly #storage: DurableObjectStorage;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#makeTable();
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
      this.clear();
      for (const [part, bytes] of parts.entries()) {
        this.#storage.sql.exec("INSERT INTO derived (part, bytes) VALUES (?, ?)", part, bytes);
      }
    });
  }

  /** Leaves nothing of it in the file either, as deleted rows would. */
  async forget(): Promise<void> {
    const gone = this.#storage.deleteAll();
    this.#makeTable();
    await gone;
  }

  clear(): void {
    this.#storage.sql.exec("DELETE FROM derived");
  }

  #makeTable(): void {
    this.#storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS derived (part INTEGER PRIMARY KEY, bytes BLOB)",
    );
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
