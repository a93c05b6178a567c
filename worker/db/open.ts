import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

/**
 * In `batch`, D1 answers with objects, so that of two columns of one name (`documents.id` and
 * `forums.id`) the second alone arrives, and Drizzle then fills the wrong fields: statements with
 * such columns go outside of a batch.
 */
export type Database = DrizzleD1Database;

/** The one lookup for the database: a database for each regency would be chosen here. */
export function openDatabase(bindings: { DB: D1Database }): Database {
  return drizzle(bindings.DB);
}
