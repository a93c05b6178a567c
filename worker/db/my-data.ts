import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "./open.ts";
import { auditLog, passkeys, people, sessions, signInLinks } from "./schema.ts";

export async function markNoticeSeen(db: Database, personId: string, now: number): Promise<void> {
  await db
    .update(people)
    .set({ noticeSeenAt: now })
    .where(and(eq(people.id, personId), isNull(people.noticeSeenAt)));
}

/** Without the hash that a cookie is found by. */
export function selectSessionsOf(db: Database, personId: string) {
  return db
    .select({
      device: sessions.device,
      isShared: sessions.isShared,
      openedBy: sessions.openedBy,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(sessions.createdAt);
}

/** Without the hashes of the token and of the device. */
export function selectLinksOf(db: Database, personId: string) {
  return db
    .select({
      kind: signInLinks.kind,
      createdAt: signInLinks.createdAt,
      expiresAt: signInLinks.expiresAt,
      usedAt: signInLinks.usedAt,
      revokedAt: signInLinks.revokedAt,
    })
    .from(signInLinks)
    .where(eq(signInLinks.personId, personId))
    .orderBy(signInLinks.createdAt);
}

/** Without the key and its name. */
export function selectPasskeysOf(db: Database, personId: string) {
  return db
    .select({
      device: passkeys.device,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(passkeys.createdAt);
}

/** What the person did, as the log has it. */
export function selectActsOf(db: Database, personId: string) {
  return db
    .select({
      districtId: auditLog.districtId,
      seq: auditLog.seq,
      at: auditLog.at,
      roles: auditLog.roles,
      action: auditLog.action,
      subjectKind: auditLog.subjectKind,
      subjectId: auditLog.subjectId,
      forumId: auditLog.forumId,
    })
    .from(auditLog)
    .where(eq(auditLog.personId, personId))
    .orderBy(auditLog.districtId, auditLog.seq);
}
