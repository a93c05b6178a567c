import { and, asc, eq } from "drizzle-orm";
import { personMask } from "./document-masks.ts";
import type { Database } from "./open.ts";
import { documentLocks, documents, people, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

/** In place of a container's id, in its row: the whole document. */
export const wholeDocumentRow = "";

/** A document's locks with who set them, and as whom those are shown in it. Times in ms since 1970. */
export async function selectLocks(db: Database, documentId: string) {
  const rows = await db
    .select({
      containerId: documentLocks.containerId,
      at: documentLocks.lockedAt,
      isUnnamed: documents.isUnnamed,
      person: { id: people.id, name: people.name, office: people.office },
      village: villageBadge,
    })
    .from(documentLocks)
    .innerJoin(documents, eq(documents.id, documentLocks.documentId))
    .innerJoin(people, eq(people.id, documentLocks.lockedByPersonId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(eq(documentLocks.documentId, documentId))
    .orderBy(asc(documentLocks.lockedAt), asc(documentLocks.containerId));
  const masks = new Map<string, Awaited<ReturnType<typeof personMask>>>();
  for (const { isUnnamed, person, village } of rows) {
    if (!isUnnamed || masks.has(person.id)) continue;
    const villageId = village?.id ?? null;
    masks.set(person.id, await personMask(db, documentId, { id: person.id, villageId }));
  }
  return rows.map(({ containerId, at, person: { id, name, office }, village }) => ({
    containerId,
    at,
    by: { personId: id, name, office, village, mask: masks.get(id) ?? null },
  }));
}

export function insertLock(
  db: Database,
  lock: { documentId: string; containerId: string; lockedByPersonId: string; lockedAt: number },
) {
  return db.insert(documentLocks).values(lock).onConflictDoNothing();
}

export function deleteLock(db: Database, documentId: string, containerId: string) {
  return db
    .delete(documentLocks)
    .where(
      and(eq(documentLocks.documentId, documentId), eq(documentLocks.containerId, containerId)),
    );
}
