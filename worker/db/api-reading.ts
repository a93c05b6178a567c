import { and, asc, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { apiPageSize } from "../../domain/api-v1.ts";
import type { Database } from "./open.ts";
import { agreements, documents, followUps, forums, forumVillages, villages } from "./schema.ts";

/** What a key reads is final. */
const final = ["signed", "published"] as const;

interface Wanted {
  districtId: string;
  /** From 1. */
  page: number;
}

/** One more than a page has, which tells whether there is another. */
const window = (page: number) => ({ limit: apiPageSize + 1, offset: (page - 1) * apiPageSize });

const isForumOf = (districtId: string) =>
  and(eq(forums.districtId, districtId), eq(forums.kind, "forum"));

export function selectApiForums(db: Database, { districtId, page }: Wanted) {
  const { limit, offset } = window(page);
  return db
    .select()
    .from(forums)
    .where(isForumOf(districtId))
    .orderBy(desc(forums.startsAt), forums.id)
    .limit(limit)
    .offset(offset);
}

/** At most a page of forums at once. */
export function selectVillageNames(db: Database, forumIds: readonly string[]) {
  return db
    .select({ forumId: forumVillages.forumId, name: villages.name })
    .from(forumVillages)
    .innerJoin(villages, eq(villages.id, forumVillages.villageId))
    .where(
      sql`${forumVillages.forumId} in (select value from json_each(${JSON.stringify(forumIds)}))`,
    )
    .orderBy(asc(villages.name));
}

export function selectApiAgreements(db: Database, { districtId, page }: Wanted) {
  const { limit, offset } = window(page);
  return db
    .select({
      forumId: documents.forumId,
      documentId: agreements.documentId,
      text: agreements.text,
    })
    .from(agreements)
    .innerJoin(documents, eq(documents.id, agreements.documentId))
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .where(
      and(isForumOf(districtId), inArray(documents.status, final), eq(agreements.isGone, false)),
    )
    .orderBy(desc(forums.startsAt), documents.id, asc(agreements.position), agreements.nodeId)
    .limit(limit)
    .offset(offset);
}

/** Of each follow-up the row that holds now. */
export function selectApiFollowUps(db: Database, { districtId, page }: Wanted) {
  const { limit, offset } = window(page);
  const later = alias(followUps, "later");
  return db
    .select({
      id: followUps.id,
      forumId: documents.forumId,
      documentId: followUps.documentId,
      activity: followUps.activity,
      output: followUps.output,
      dueDate: followUps.dueDate,
      status: followUps.status,
      isUnnamed: documents.isUnnamed,
      village: { name: villages.name },
    })
    .from(followUps)
    .innerJoin(documents, eq(documents.id, followUps.documentId))
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .leftJoin(villages, eq(villages.id, followUps.villageId))
    .where(
      and(
        isForumOf(districtId),
        inArray(documents.status, final),
        eq(followUps.isGone, false),
        notExists(db.select().from(later).where(eq(later.replacesId, followUps.id))),
      ),
    )
    .orderBy(desc(forums.startsAt), documents.id, asc(followUps.position), followUps.id)
    .limit(limit)
    .offset(offset);
}

/** Modules too, which stand in a circle in place of a forum. */
export function selectApiDocuments(db: Database, { districtId, page }: Wanted) {
  const { limit, offset } = window(page);
  return db
    .select({
      id: documents.id,
      kind: documents.kind,
      title: documents.title,
      theme: documents.theme,
      fiscalYear: documents.fiscalYear,
      status: documents.status,
      forumId: documents.forumId,
      isOfForum: sql<number>`${forums.kind} = 'forum'`.mapWith(Boolean).as("is_of_forum"),
    })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .where(and(eq(forums.districtId, districtId), inArray(documents.status, final)))
    .orderBy(desc(documents.createdAt), documents.id)
    .limit(limit)
    .offset(offset);
}
