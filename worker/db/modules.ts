import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { documentStatusOf, type ModuleStatus } from "../../domain/modules.ts";
import { documentColumns } from "./documents.ts";
import { forumColumns, ownPlaces } from "./forums.ts";
import { modules, moduleUses, moduleWriters } from "./module-schema.ts";
import type { Database } from "./open.ts";
import {
  agendaItemDocuments,
  agendaItems,
  documents,
  forumMembers,
  forums,
  people,
  villages,
} from "./schema.ts";
import { villageBadge } from "./villages.ts";

const moduleColumns = {
  status: modules.status,
  createdAt: modules.createdAt,
  removedAt: modules.removedAt,
};

/** Null also for one that was removed. */
export async function findModule(db: Database, documentId: string) {
  const [row] = await db
    .select(moduleColumns)
    .from(modules)
    .where(and(eq(modules.documentId, documentId), isNull(modules.removedAt)));
  return row ?? null;
}

/** Who made a module; null where the id is another document's, undefined where it is none's. */
export async function findModuleMaker(db: Database, documentId: string) {
  const [row] = await db
    .select({ personId: modules.createdByPersonId, removedAt: modules.removedAt })
    .from(documents)
    .leftJoin(modules, eq(modules.documentId, documents.id))
    .where(eq(documents.id, documentId));
  if (row === undefined) return undefined;
  return row.removedAt === null ? row.personId : null;
}

/** Of these districts, with whether this person was asked to write; the newest first. */
export function selectModules(db: Database, personId: string, districtIds: readonly string[]) {
  return db
    .select({
      document: documentColumns,
      forum: forumColumns,
      module: moduleColumns,
      role: forumMembers.role,
      request: moduleWriters.request,
    })
    .from(modules)
    .innerJoin(documents, eq(documents.id, modules.documentId))
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(forumMembers, ownPlaces(personId))
    .leftJoin(
      moduleWriters,
      and(eq(moduleWriters.documentId, modules.documentId), eq(moduleWriters.personId, personId)),
    )
    .where(and(inArray(modules.districtId, [...districtIds]), isNull(modules.removedAt)))
    .orderBy(desc(modules.createdAt), asc(modules.documentId));
}

export function insertModule(db: Database, module: typeof modules.$inferInsert) {
  return db.insert(modules).values(module);
}

/** Who was asked to write, in the order in which they were. */
export function selectWriters(db: Database, documentId: string) {
  return db
    .select({
      personId: moduleWriters.personId,
      request: moduleWriters.request,
      name: people.name,
      position: people.position,
      village: villageBadge,
    })
    .from(moduleWriters)
    .innerJoin(people, and(eq(people.id, moduleWriters.personId), isNull(people.removedAt)))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .where(eq(moduleWriters.documentId, documentId))
    .orderBy(asc(moduleWriters.askedAt), asc(people.name));
}

/** Asks somebody, or words what they were asked anew. */
export function upsertWriter(db: Database, writer: typeof moduleWriters.$inferInsert) {
  const { request } = writer;
  return db
    .insert(moduleWriters)
    .values(writer)
    .onConflictDoUpdate({
      target: [moduleWriters.documentId, moduleWriters.personId],
      set: { request },
    });
}

export function deleteWriter(db: Database, documentId: string, personId: string) {
  return db
    .delete(moduleWriters)
    .where(and(eq(moduleWriters.documentId, documentId), eq(moduleWriters.personId, personId)));
}

/** Into the module's circle, once. */
export function insertIntoCircle(db: Database, forumId: string, personId: string) {
  return db
    .insert(forumMembers)
    .values({ forumId, personId, role: "participant" })
    .onConflictDoNothing();
}

/** Only from the status that was seen; the last of them says whether anything was changed. */
export function moveModule(
  db: Database,
  { documentId, forumId }: { documentId: string; forumId: string },
  from: ModuleStatus,
  to: ModuleStatus,
) {
  const stands = sql`exists (select 1 from modules
    where document_id = ${documentId} and status = ${from} and removed_at is null)`;
  return [
    ...(to === "trial"
      ? [
          db
            .update(forums)
            .set({ kind: "openCircle" })
            .where(and(eq(forums.id, forumId), stands)),
        ]
      : []),
    db
      .update(documents)
      .set({ status: documentStatusOf[to] })
      .where(and(eq(documents.id, documentId), stands)),
    db
      .update(modules)
      .set({ status: to })
      .where(and(eq(modules.documentId, documentId), stands)),
  ];
}

/** Never one that stands on a forum's agenda, or that a forum has used. */
export function removeModule(db: Database, documentId: string, now: number) {
  const free = sql`not exists (select 1 from module_uses where document_id = ${documentId})
    and not exists (select 1 from agenda_item_documents where document_id = ${documentId})`;
  return [
    db
      .update(documents)
      .set({ status: "withdrawn" })
      .where(and(eq(documents.id, documentId), free)),
    db
      .update(modules)
      .set({ removedAt: now, status: "withdrawn" })
      .where(and(eq(modules.documentId, documentId), isNull(modules.removedAt), free)),
  ];
}

/** The modules on a forum's agenda, under which item. */
export function selectLinkedModules(db: Database, forumId: string) {
  return db
    .select({
      itemId: sql<string>`${agendaItems.id}`.as("item_id"),
      id: documents.id,
      title: sql<string>`${documents.title}`.as("module_title"),
      status: documents.status,
      circle: forums.kind,
    })
    .from(agendaItems)
    .innerJoin(agendaItemDocuments, eq(agendaItemDocuments.agendaItemId, agendaItems.id))
    .innerJoin(documents, eq(documents.id, agendaItemDocuments.documentId))
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .where(and(eq(agendaItems.forumId, forumId), eq(documents.kind, "module")))
    .orderBy(asc(agendaItems.position));
}

/**
 * A forum has these modules before it as they stand here; one statement, whatever their number.
 * @param isNewest whether it counts over what was noted of the same forum before
 */
export function noteUses(
  db: Database,
  uses: readonly (typeof moduleUses.$inferInsert)[],
  isNewest: boolean,
) {
  const noting = db.insert(moduleUses).select(sql`
    select value ->> 'documentId', value ->> 'forumId', value ->> 'place', value ->> 'at'
    from json_each(${JSON.stringify(uses)}) where true`);
  const target = [moduleUses.documentId, moduleUses.forumId];
  const set = { place: sql`excluded.place`, at: sql`excluded.at` };
  return isNewest
    ? noting.onConflictDoUpdate({ target, set })
    : noting.onConflictDoNothing({ target });
}

/** Which forums used these modules, the newest first. */
export function selectUses(db: Database, documentIds: readonly string[]) {
  return selectUsesWhere(
    db,
    sql`${moduleUses.documentId} in (select value from json_each(${JSON.stringify(documentIds)}))`,
  );
}

function selectUsesWhere(db: Database, where: SQL) {
  return db
    .select({
      moduleId: moduleUses.documentId,
      place: moduleUses.place,
      at: moduleUses.at,
      forumId: sql<string>`${forums.id}`.as("forum_id"),
      title: forums.title,
      startsAt: forums.startsAt,
    })
    .from(moduleUses)
    .innerJoin(forums, eq(forums.id, moduleUses.forumId))
    .where(where)
    .orderBy(desc(forums.startsAt), asc(moduleUses.documentId));
}
