import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "./open.ts";

type Row<Table extends SQLiteTable> = {
  [Column in keyof Table["$inferInsert"]]: Table["$inferInsert"][Column] | SQL;
};

/** A row that is written only where the condition holds at that moment of the batch. */
export function insertWhere<Table extends SQLiteTable>(
  db: Database,
  table: Table,
  row: Row<Table>,
  condition: SQL,
) {
  const given = new Map<string, unknown>(Object.entries(row));
  const values = Object.keys(getTableColumns(table)).map((name) => sql`${given.get(name) ?? null}`);
  return db.insert(table).select(sql`select ${sql.join(values, sql`, `)} where ${condition}`);
}
