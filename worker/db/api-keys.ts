import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { apiKeys, apiKeyUses } from "./api-keys-schema.ts";
import type { Database } from "./open.ts";
import { districts, people } from "./schema.ts";

const maxUsesListed = 200;

/** The newest first, with who made each and when it was used last. */
export function selectKeys(db: Database, districtId: string) {
  return db
    .select({
      key: apiKeys,
      madeBy: { name: people.name },
      lastUsedAt: sql<
        number | null
      >`(select max(used.last_at) from ${apiKeyUses} as used where used.key_id = ${apiKeys.id})`.as(
        "last_used_at",
      ),
    })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.madeByPersonId))
    .where(eq(apiKeys.districtId, districtId))
    .orderBy(desc(apiKeys.madeAt), apiKeys.id);
}

export function insertKey(db: Database, key: typeof apiKeys.$inferInsert) {
  return db.insert(apiKeys).values(key).onConflictDoNothing();
}

export function revokeKey(db: Database, districtId: string, keyId: string, now: number) {
  return db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(
      and(eq(apiKeys.id, keyId), eq(apiKeys.districtId, districtId), isNull(apiKeys.revokedAt)),
    );
}

/** A key that opens something now. */
export async function findKey(db: Database, tokenHash: string, now: number) {
  const [row] = await db
    .select({
      id: apiKeys.id,
      districtId: apiKeys.districtId,
      districtName: districts.name,
      scopes: apiKeys.scopes,
    })
    .from(apiKeys)
    .innerJoin(districts, eq(districts.id, apiKeys.districtId))
    .where(
      and(eq(apiKeys.tokenHash, tokenHash), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)),
    );
  return row ?? null;
}

export async function noteUse(
  db: Database,
  use: { keyId: string; day: string; route: string; lastAt: number },
): Promise<void> {
  await db
    .insert(apiKeyUses)
    .values({ ...use, count: 1 })
    .onConflictDoUpdate({
      target: [apiKeyUses.keyId, apiKeyUses.day, apiKeyUses.route],
      set: { count: sql`${apiKeyUses.count} + 1`, lastAt: use.lastAt },
    });
}

/** What was read with a key of this district, the newest day first. */
export function selectUses(db: Database, districtId: string, keyId: string) {
  return db
    .select({
      day: apiKeyUses.day,
      route: apiKeyUses.route,
      count: apiKeyUses.count,
      lastAt: apiKeyUses.lastAt,
    })
    .from(apiKeyUses)
    .innerJoin(apiKeys, eq(apiKeys.id, apiKeyUses.keyId))
    .where(and(eq(apiKeyUses.keyId, keyId), eq(apiKeys.districtId, districtId)))
    .orderBy(desc(apiKeyUses.day), apiKeyUses.route)
    .limit(maxUsesListed);
}
