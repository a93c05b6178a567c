import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";

/** Ends the transaction where the condition does not hold: D1 can refuse nothing but by an error. */
export function refuseUnless(db: Database, condition: SQL) {
  return db
    .select({
      isRefused: sql<null>`case when not (${condition}) then json('refused') end`.as("is_refused"),
    })
    .from(sql`(select 1)`);
}

export function wasRefused(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/malformed JSON/.test(cause.message)) return true;
  }
  return false;
}
