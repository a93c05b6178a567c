import { eq, lte, sql } from "drizzle-orm";
import { failedAttemptsWindowMs } from "../../domain/sign-in.ts";
import type { Database } from "./open.ts";
import { failedAttempts } from "./schema.ts";

export async function findFailedAttempts(db: Database, addressHash: string) {
  const [row] = await db
    .select()
    .from(failedAttempts)
    .where(eq(failedAttempts.addressHash, addressHash));
  return row ?? null;
}

/** Counts one more, and forgets every address whose window is over. */
export async function countFailedAttempt(
  db: Database,
  addressHash: string,
  now: number,
): Promise<void> {
  await db.batch([
    db.delete(failedAttempts).where(lte(failedAttempts.windowStart, now - failedAttemptsWindowMs)),
    db
      .insert(failedAttempts)
      .values({ addressHash, windowStart: now, count: 1 })
      .onConflictDoUpdate({
        target: failedAttempts.addressHash,
        set: { count: sql`${failedAttempts.count} + 1` },
      }),
  ]);
}
