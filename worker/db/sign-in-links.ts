import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { repeatableForMs } from "../../domain/sign-in.ts";
import type { Database } from "./open.ts";
import { districts, people, sessions, signInLinks, villages } from "./schema.ts";
import { type NewSession, sessionRow } from "./sessions.ts";
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
    .where(
      and(
        eq(signInLinks.tokenHash, tokenHash),
        isNull(signInLinks.revokedAt),
        isNull(people.removedAt),
      ),
    );
  return row ?? null;
}

export type SignInLink = NonNullable<Awaited<ReturnType<typeof findSignInLink>>>;

export async function insertSignInLink(
  db: Database,
  link: { tokenHash: string; personId: string; createdAt: number; expiresAt: number },
): Promise<void> {
  await db.insert(signInLinks).values(link);
}

/** Whoever signs out is out: the device that used a link may not repeat it any more. */
export function endRepeats(db: Database, personId: string) {
  return db
    .update(signInLinks)
    .set({ usedByDevice: null })
    .where(and(eq(signInLinks.personId, personId), isNotNull(signInLinks.usedByDevice)));
}

interface LinkUse {
  tokenHash: string;
  device: string;
  session: NewSession;
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
        isNull(signInLinks.revokedAt),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, use.now),
      ),
    );
  const openSession = db.insert(sessions).select(
    db
      .select(sessionRow(use.session, signInLinks.personId))
      .from(signInLinks)
      .where(
        and(
          eq(signInLinks.tokenHash, use.tokenHash),
          eq(signInLinks.usedByDevice, use.device),
          isNull(signInLinks.revokedAt),
          gt(signInLinks.usedAt, use.now - repeatableForMs),
        ),
      ),
  );
  return [useUp, openSession] as const;
}
