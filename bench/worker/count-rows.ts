import type { DurableObjectStorage } from "@cloudflare/workers-types";

/** Adds to `rows` what each statement's own cursor says, and one for each key or alarm written. */
export function countRows(storage: DurableObjectStorage, rows: { written: number }): void {
  const { sql } = storage;
  const exec = sql.exec.bind(sql);
  Object.defineProperty(sql, "exec", {
    value: (...statement: Parameters<typeof exec>) => {
      const cursor = exec(...statement);
      rows.written += cursor.rowsWritten;
      return cursor;
    },
  });
  for (const name of ["put", "delete", "setAlarm", "deleteAlarm"] as const) {
    const write = storage[name].bind(storage) as (...what: unknown[]) => Promise<unknown>;
    Object.defineProperty(storage, name, {
      value: (...what: unknown[]) => {
        rows.written++;
        return write(...what);
      },
    });
  }
}
