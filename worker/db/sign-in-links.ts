import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { repeatableForMs, sessionLastsMs } from "../../domain/sign-in.ts";
import type { Database } from "./open.ts";
import { districts, people, sessions, signInLinks, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

export async function findSignInLink(db: Database, tokenHash: string) {
  const [row] = await db
    .select({
      personId: people.id,
      name: people.name,
      position: people.position,
      office: people.office,
      isDemo: people.isDemo,
      village: villageBadge,
      district: { id: districts.id, name: districts.name, regency: districts.regency },
      expiresAt: signInLinks.expiresAt,
      usedAt: signInLinks.usedAt,
      usedByDevice: signInLinks.usedByDevice,
    })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.personId))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(and(eq(signInLinks.tokenHash, tokenHash), isNull(people.removedAt)));
  return row ?? null;
}

export type SignInLink = NonNullable<Awaited<ReturnType<typeof findSignInLink>>>;

export async function insertSignInLink(
  db: Database,
  link: { tokenHash: string; personId: string; createdAt: number; expiresAt: number },
): Promise<void> {
  await db.insert(signInLinks).values(link);
}

interface LinkUse {
  tokenHash: string;
  device: string;
  sessionHash: string;
  sessionId: string;
  now: number;
}

/**
 * Uses the link up and opens the session, for one transaction. Of two devices that come at once one
 * alone wins: the session is made only for the device whose name stands on the link.
 */
export function exchangeLinkForSession(db: Database, use: LinkUse) {
  const useUp = db
    .update(signInLinks)
    .set({ usedAt: use.now, usedByDevice: use.device })
    .where(
      and(
        eq(signInLinks.tokenHash, use.tokenHash),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, use.now),
      ),
    );
  const openSession = db.insert(sessions).select(
    db
      .select({
        tokenHash: sql<string>`${use.sessionHash}`.as("token_hash"),
        personId: signInLinks.personId,
        createdAt: sql<number>`${use.now}`.as("created_at"),
        expiresAt: sql<number>`${use.now + sessionLastsMs}`.as("expires_at"),
        id: sql<string>`${use.sessionId}`.as("id"),
        device: sql<null>`null`.as("device"),
        isShared: sql<boolean>`0`.as("is_shared"),
        openedBy: sql<"link">`'link'`.as("opened_by"),
        lastSeenAt: sql<number>`${use.now}`.as("last_seen_at"),
      })
      .from(signInLinks)
      .where(
        and(
          eq(signInLinks.tokenHash, use.tokenHash),
          eq(signInLinks.usedByDevice, use.device),
          gt(signInLinks.usedAt, use.now - repeatableForMs),
        ),
      ),
  );
  return [useUp, openSession] as const;
}
