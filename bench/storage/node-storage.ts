import type { DatabaseSync, SQLInputValue } from "node:sqlite";

type Row = Record<string, unknown>;

/**
 * A room's storage on Node's own SQLite, as far as the log's store uses it: the benchmark writes
 * years of log into a room's file with the room's own code, while the runtime is stopped.
 */
export function nodeStorage(database: DatabaseSync) {
  const changes = database.prepare("SELECT total_changes() AS rows");
  const countChanges = () => Number(changes.get()?.rows);
  const exec = (query: string, ...bindings: SQLInputValue[]) => {
    const before = countChanges();
    const rows = database.prepare(query).all(...bindings) as Row[];
    return { toArray: () => rows, one: () => rows[0], rowsWritten: countChanges() - before };
  };
  return {
    sql: { exec },
    transactionSync<T>(work: () => T): T {
      // Callers group many of these in one transaction of their own: savepoints nest.
      database.exec("SAVEPOINT commit_of_room");
      const result = work();
      database.exec("RELEASE commit_of_room");
      return result;
    },
  };
}
