import { emptySession, type SessionState } from "./session-state.ts";

/** The session on disk: one row, small enough to be written as a whole with each act. */
export class SessionStore {
  readonly #sql: SqlStorage;

  constructor(storage: DurableObjectStorage) {
    this.#sql = storage.sql;
  }

  /** A forum without any act leaves no table. */
  read(): SessionState {
    if (!this.#exists()) return emptySession;
    const [row] = this.#sql.exec<{ state: string }>("SELECT state FROM session").toArray();
    // What an older version has written lacks what came since.
    return row ? { ...emptySession, ...JSON.parse(row.state) } : emptySession;
  }

  /** @throws when the disk does not take it: nobody is to be told then */
  write(state: SessionState): void {
    if (!this.#exists()) {
      this.#sql.exec("CREATE TABLE session (id INTEGER PRIMARY KEY CHECK (id = 1), state TEXT)");
    }
    this.#sql.exec(
      "INSERT INTO session VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state",
      JSON.stringify(state),
    );
  }

  #exists(): boolean {
    const found = this.#sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'session'");
    return found.toArray().length > 0;
  }
}
