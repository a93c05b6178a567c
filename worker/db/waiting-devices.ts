import { and, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { sessions, waitingDevices } from "./schema.ts";
import { type NewSession, sessionRow } from "./sessions.ts";

/** How long a device that came too late is told so. */
const forgottenAfterMs = 60 * 60_000;

export interface NewWaiting {
  secretHash: string;
  id: string;
  kind: "pairing" | "claim";
  codeHash: string | null;
  forumId: string | null;
  villageId: string | null;
  saidName: string | null;
  device: string | null;
  isShared: boolean;
  createdAt: number;
  expiresAt: number;
}

/** Whether it may wait: no more than `allowed` do so at once, at one forum or for a phone. */
export async function insertWaiting(
  db: Database,
  waiting: NewWaiting,
  allowed: number,
): Promise<boolean> {
  const now = waiting.createdAt;
  const value = <T>(name: keyof NewWaiting, column: string) => sql<T>`${waiting[name]}`.as(column);
  const { forumId } = waiting;
  const beside = sql`(select count(*) from ${waitingDevices}
    where ${waitingDevices.kind} = ${waiting.kind} and ${waitingDevices.forumId} is ${forumId}
      and ${waitingDevices.expiresAt} > ${now} and ${waitingDevices.usedAt} is null
      and ${waitingDevices.refusedAt} is null)`;
  const [, inserted] = await db.batch([
    db.delete(waitingDevices).where(lte(waitingDevices.expiresAt, now - forgottenAfterMs)),
    db
      .insert(waitingDevices)
      .select(
        db
          .select({
            secretHash: value<string>("secretHash", "secret_hash"),
            id: value<string>("id", "id"),
            kind: value<"claim">("kind", "kind"),
            codeHash: value<string>("codeHash", "code_hash"),
            forumId: value<string>("forumId", "forum_id"),
            villageId: value<string>("villageId", "village_id"),
            saidName: value<string>("saidName", "said_name"),
            device: value<string>("device", "device"),
            isShared: sql<boolean>`${waiting.isShared ? 1 : 0}`.as("is_shared"),
            createdAt: value<number>("createdAt", "created_at"),
            expiresAt: value<number>("expiresAt", "expires_at"),
            personId: sql<null>`null`.as("person_id"),
            confirmedByPersonId: sql<null>`null`.as("confirmed_by_person_id"),
            refusedAt: sql<null>`null`.as("refused_at"),
            usedAt: sql<null>`null`.as("used_at"),
          })
          .from(sql`(select 1)`)
          .where(sql`${beside} < ${allowed}`),
      )
      .returning({ id: waitingDevices.id }),
  ]);
  return inserted.length > 0;
}

export async function findWaiting(db: Database, secretHash: string) {
  const [row] = await db
    .select()
    .from(waitingDevices)
    .where(eq(waitingDevices.secretHash, secretHash));
  return row ?? null;
}

/** Nobody decided about it yet, and there is time left. */
export const isOpen = (now: number) =>
  and(
    isNull(waitingDevices.personId),
    isNull(waitingDevices.refusedAt),
    gt(waitingDevices.expiresAt, now),
  );

export async function findPairing(db: Database, codeHash: string, now: number) {
  const [row] = await db
    .select({
      device: waitingDevices.device,
      isShared: waitingDevices.isShared,
      createdAt: waitingDevices.createdAt,
      expiresAt: waitingDevices.expiresAt,
    })
    .from(waitingDevices)
    .where(and(eq(waitingDevices.codeHash, codeHash), isOpen(now)));
  return row ?? null;
}

/** Of two phones that confirm at once one alone does. */
export async function confirmPairing(
  db: Database,
  codeHash: string,
  { personId, isShared, now }: { personId: string; isShared: boolean; now: number },
): Promise<boolean> {
  const confirmed = await db
    .update(waitingDevices)
    .set({ personId, confirmedByPersonId: personId, isShared })
    .where(and(eq(waitingDevices.codeHash, codeHash), isOpen(now)))
    .returning({ id: waitingDevices.id });
  return confirmed.length > 0;
}

export async function refusePairing(db: Database, codeHash: string, now: number) {
  const refused = await db
    .update(waitingDevices)
    .set({ refusedAt: now })
    .where(and(eq(waitingDevices.codeHash, codeHash), isOpen(now)))
    .returning({ id: waitingDevices.id });
  return refused.length > 0;
}

/** For one transaction: whoever was let in comes in once, and in time. */
export function exchangeWaitingForSession(db: Database, secretHash: string, session: NewSession) {
  const isThis = eq(waitingDevices.secretHash, secretHash);
  const { createdAt: now } = session;
  return [
    db
      .update(waitingDevices)
      .set({ usedAt: now })
      .where(
        and(
          isThis,
          isNull(waitingDevices.usedAt),
          isNotNull(waitingDevices.personId),
          gt(waitingDevices.expiresAt, now),
        ),
      ),
    db
      .insert(sessions)
      .select(
        db
          .select(sessionRow(session, waitingDevices.personId))
          .from(waitingDevices)
          .where(and(isThis, sql`changes() > 0`)),
      ),
  ] as const;
}
