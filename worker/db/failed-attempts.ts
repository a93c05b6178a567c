import { and, eq, gt, inArray, lt, lte, sql } from "drizzle-orm";
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

/** Counts one more unless `allowed` of them were counted, in one transaction: many come at once. */
export async function reserveAttempt(db: Database, key: string, allowed: number, now: number) {
  const [, taken, [row]] = await db.batch([
    db.delete(failedAttempts).where(lte(failedAttempts.windowStart, now - failedAttemptsWindowMs)),
    db
      .insert(failedAttempts)
      .values({ addressHash: key, windowStart: now, count: 1 })
      .onConflictDoUpdate({
        target: failedAttempts.addressHash,
        set: { count: sql`${failedAttempts.count} + 1` },
        setWhere: lt(failedAttempts.count, allowed),
      })
      .returning(),
    db.select().from(failedAttempts).where(eq(failedAttempts.addressHash, key)),
  ]);
  return { isTaken: taken.length > 0, windowStart: row?.windowStart ?? now };
}

export async function forgiveAttempts(db: Database, keys: string[]): Promise<void> {
  await db
    .update(failedAttempts)
    .set({ count: sql`${failedAttempts.count} - 1` })
    .where(and(inArray(failedAttempts.addressHash, keys), gt(failedAttempts.count, 0)));
}
