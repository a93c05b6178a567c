import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";

let rooms = 0;

/** Runs `work` on the storage of a room that nobody has entered. */
export function onFreshStorage<T>(
  work: (storage: DurableObjectStorage) => T | Promise<T>,
): Promise<T> {
  const room = env.DOCUMENT_ROOM.getByName(`never-entered-${++rooms}`);
  return runInDurableObject(room, (_room, state) => work(state.storage));
}

/** Counts from now on what SQLite's own cursors say that they wrote. */
export function countedRows(storage: DurableObjectStorage): { written: number } {
  const rows = { written: 0 };
  const exec = storage.sql.exec.bind(storage.sql);
  Object.defineProperty(storage.sql, "exec", {
    value: (...statement: Parameters<typeof exec>) => {
      const cursor = exec(...statement);
      rows.written += cursor.rowsWritten;
      return cursor;
    },
  });
  return rows;
}
