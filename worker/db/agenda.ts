import { and, eq, type SQL, sql } from "drizzle-orm";
import { kindsBefore } from "../../domain/agenda-order.ts";
import { usableModuleStatuses } from "../../domain/modules.ts";
import type { AgendaItemKind } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import { agendaItemDocuments, agendaItems } from "./schema.ts";

export interface AgendaFields {
  title: string;
  kind: AgendaItemKind;
  durationMinutes: number;
}

export type AgendaChanges = { [Name in keyof AgendaFields]?: AgendaFields[Name] | undefined };

export function insertAgenda(
  db: Database,
  forumId: string,
  items: readonly (AgendaFields & { id: string })[],
) {
  return db
    .insert(agendaItems)
    .values(items.map((item, position) => ({ ...item, forumId, position })));
}

/** Which documents are dealt with under which item. */
export function selectAgendaDocuments(db: Database, forumId: string) {
  return db
    .select({
      itemId: sql<string>`${agendaItemDocuments.agendaItemId}`.as("item_id"),
      documentId: sql<string>`${agendaItemDocuments.documentId}`.as("linked_id"),
    })
    .from(agendaItemDocuments)
    .innerJoin(agendaItems, eq(agendaItems.id, agendaItemDocuments.agendaItemId))
    .where(eq(agendaItems.forumId, forumId));
}

/** Puts an item behind those of its kind and the kinds before it; the rest moves on by one. */
export function addAgendaItem(
  db: Database,
  forumId: string,
  item: AgendaFields & { id: string },
): [ReturnType<typeof moveOn>, ReturnType<typeof insertBehind>] {
  const kinds = kindsBefore(item.kind);
  return [moveOn(db, forumId, kinds), insertBehind(db, forumId, item, kinds)];
}

/** Only where each field is still as the sender saw it. */
export function updateAgendaItem(
  db: Database,
  { forumId, id }: { forumId: string; id: string },
  changes: AgendaChanges,
  basedOn: AgendaChanges,
) {
  const names = Object.keys(changes) as (keyof AgendaFields)[];
  return db
    .update(agendaItems)
    .set(changes)
    .where(
      and(
        isItem(forumId, id),
        ...names.flatMap((name) => {
          const seen = basedOn[name];
          return seen === undefined ? [] : [eq(agendaItems[name], seen)];
        }),
      ),
    );
}

export function deleteAgendaItem(db: Database, forumId: string, id: string) {
  return db.delete(agendaItems).where(isItem(forumId, id));
}

/** Only where the items still stand as the sender saw them. */
export function orderAgenda(
  db: Database,
  forumId: string,
  ids: readonly string[],
  basedOn: readonly string[],
) {
  const now = sql`(select json_group_array(id) from (
    select id from agenda_items where forum_id = ${forumId} order by position, id))`;
  return db
    .update(agendaItems)
    .set({
      position: sql`(select key from json_each(${JSON.stringify(ids)}) where value = ${agendaItems.id})`,
    })
    .where(and(eq(agendaItems.forumId, forumId), sql`${now} = json(${JSON.stringify(basedOn)})`));
}

/** These and no others; documents of another forum are none, but modules of the district are. */
export function linkDocuments(
  db: Database,
  { forumId, id }: { forumId: string; id: string },
  documentIds: readonly string[],
) {
  return [
    unlinkDocuments(db, id),
    db
      .insert(agendaItemDocuments)
      .select(sql`
        select ${id}, documents.id from documents, json_each(${JSON.stringify(documentIds)})
        where documents.id = value
          and (documents.forum_id = ${forumId} or documents.id in ${usableModules(forumId)})
          and exists (select 1 from agenda_items where agenda_items.id = ${id})
      `)
      .onConflictDoNothing(),
  ] as const;
}

/** What may be dealt with in a forum beside its own documents. */
function usableModules(forumId: string): SQL {
  const statuses = JSON.stringify(usableModuleStatuses);
  return sql`(
    select modules.document_id from modules join forums on forums.district_id = modules.district_id
    where forums.id = ${forumId} and modules.removed_at is null
      and modules.status in (select value from json_each(${statuses}))
  )`;
}

export function unlinkDocuments(db: Database, itemId: string) {
  return db.delete(agendaItemDocuments).where(eq(agendaItemDocuments.agendaItemId, itemId));
}

function moveOn(db: Database, forumId: string, kinds: readonly AgendaItemKind[]) {
  return db
    .update(agendaItems)
    .set({ position: sql`${agendaItems.position} + 1` })
    .where(
      and(
        eq(agendaItems.forumId, forumId),
        sql`${agendaItems.position} > ${lastPlace(forumId, kinds)}`,
      ),
    );
}

function insertBehind(
  db: Database,
  forumId: string,
  item: AgendaFields & { id: string },
  kinds: readonly AgendaItemKind[],
) {
  const position = sql<number>`${lastPlace(forumId, kinds)} + 1`;
  return db.insert(agendaItems).values({ ...item, forumId, position });
}

function lastPlace(forumId: string, kinds: readonly AgendaItemKind[]): SQL {
  return sql`(select coalesce(max(position), -1) from agenda_items where forum_id = ${forumId}
    and kind in (select value from json_each(${JSON.stringify(kinds)})))`;
}

function isItem(forumId: string, id: string) {
  return and(eq(agendaItems.forumId, forumId), eq(agendaItems.id, id));
}
