import { and, desc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { passkeyChallenges, passkeys, sessions } from "./schema.ts";
import { type NewSession, sessionRow } from "./sessions.ts";

export async function insertChallenge(
  db: Database,
  challenge: { challenge: string; personId: string | null; expiresAt: number },
  now: number,
): Promise<void> {
  await db.batch([
    db.delete(passkeyChallenges).where(lte(passkeyChallenges.expiresAt, now)),
    db.insert(passkeyChallenges).values(challenge),
  ]);
}

/** Whether it was given out to this person (`null`: to anybody) and not used yet; it is used now. */
export async function useUpChallenge(
  db: Database,
  challenge: string,
  personId: string | null,
  now: number,
): Promise<boolean> {
  const used = await db
    .delete(passkeyChallenges)
    .where(
      and(
        eq(passkeyChallenges.challenge, challenge),
        gt(passkeyChallenges.expiresAt, now),
        personId === null
          ? isNull(passkeyChallenges.personId)
          : eq(passkeyChallenges.personId, personId),
      ),
    )
    .returning();
  return used.length > 0;
}

export async function findPasskey(db: Database, credentialId: string) {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return row ?? null;
}

export function selectPasskeysOf(db: Database, personId: string) {
  return db
    .select({
      credentialId: passkeys.credentialId,
      device: passkeys.device,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
      transports: passkeys.transports,
    })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(desc(passkeys.createdAt), passkeys.credentialId);
}

export function insertPasskey(db: Database, passkey: typeof passkeys.$inferInsert) {
  return db.insert(passkeys).values(passkey).onConflictDoNothing();
}

export function deletePasskey(db: Database, personId: string, credentialId: string) {
  return db
    .delete(passkeys)
    .where(and(eq(passkeys.personId, personId), eq(passkeys.credentialId, credentialId)));
}

interface PasskeyUse {
  credentialId: string;
  counterBefore: number;
  counter: number;
  session: NewSession;
}

/** For one transaction: of two answers with one counter, the second opens nothing. */
export function exchangePasskeyForSession(db: Database, use: PasskeyUse) {
  const isThis = eq(passkeys.credentialId, use.credentialId);
  const { createdAt: now } = use.session;
  return [
    db
      .update(passkeys)
      .set({ counter: use.counter, lastUsedAt: now })
      .where(and(isThis, eq(passkeys.counter, use.counterBefore))),
    db
      .insert(sessions)
      .select(
        db
          .select(sessionRow(use.session, passkeys.personId))
          .from(passkeys)
          .where(and(isThis, sql`changes() > 0`)),
      ),
  ] as const;
}
