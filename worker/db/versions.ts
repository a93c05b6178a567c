import { and, desc, eq, sql } from "drizzle-orm";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { agendaItemDocuments, documents, versions } from "./schema.ts";

type NewVersion = typeof versions.$inferInsert;

/** The newest first. */
export function selectVersions(db: Database, documentId: string) {
  return db
    .select()
    .from(versions)
    .where(eq(versions.documentId, documentId))
    .orderBy(desc(versions.place), desc(versions.at), versions.id);
}

export async function findVersion(db: Database, documentId: string, versionId: string) {
  const [version] = await db.select().from(versions).where(isVersion(documentId, versionId));
  return version ?? null;
}

export function insertVersion(db: Database, version: NewVersion) {
  return db.insert(versions).values(version);
}

/** Once for a place: what happens twice at a moment in which nobody wrote is one version. */
export function insertVersionOnce(db: Database, version: NewVersion) {
  const { documentId, place, kind, name } = version;
  const known = and(
    eq(versions.documentId, documentId),
    eq(versions.place, place),
    eq(versions.kind, kind),
    eq(versions.name, name),
  );
  return insertWhere(
    db,
    versions,
    version,
    sql`not exists (select 1 from ${versions} where ${known})`,
  );
}

/** Only from the name that was seen. */
export function renameVersion(
  db: Database,
  { documentId, versionId }: { documentId: string; versionId: string },
  from: string,
  to: string,
) {
  return db
    .update(versions)
    .set({ name: to })
    .where(and(isVersion(documentId, versionId), eq(versions.name, from)));
}

/** What was dealt with under an item of the agenda: its documents and the forum's minutes. */
export function selectDocumentsOfItem(db: Database, forumId: string, itemId: string) {
  const linked = db
    .select({ id: agendaItemDocuments.documentId })
    .from(agendaItemDocuments)
    .where(eq(agendaItemDocuments.agendaItemId, itemId));
  return db
    .select({ id: documents.id, status: documents.status })
    .from(documents)
    .where(
      and(
        sql`(${documents.id} in ${linked} or (${documents.forumId} = ${forumId} and ${documents.kind} = 'minutes'))`,
      ),
    );
}

function isVersion(documentId: string, versionId: string) {
  return and(eq(versions.documentId, documentId), eq(versions.id, versionId));
}
