import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { PublicKind } from "../../domain/publication/public-content.ts";
import { modules } from "./module-schema.ts";
import type { Database } from "./open.ts";
import { practices } from "./practices-schema.ts";
import { citizenQuestions, publications } from "./publications-schema.ts";
import { districts, documents, followUps, forums, villages } from "./schema.ts";

const ownForum = alias(forums, "own_forum");

/** Taken back by whoever it belongs to: the village its practice, the camat a module. */
const isTakenBack = sql<boolean>`(${practices.withdrawnAt} is not null
  or (${publications.kind} = 'module' and ${modules.status} <> 'published'))`
  .mapWith(Boolean)
  .as("is_taken_back");

const isDemo = sql<boolean>`(coalesce(${ownForum.isDemo}, 0) or coalesce(${villages.isDemo}, 0))`
  .mapWith(Boolean)
  .as("is_of_demo");

/** The newest edition of a thing with what decides whether anybody may read it. */
export async function findPublicThing(db: Database, kind: PublicKind, subjectId: string) {
  const [row] = await db
    .select({
      edition: publications.edition,
      publishedAt: publications.publishedAt,
      withdrawnAt: publications.withdrawnAt,
      content: publications.content,
      forumId: publications.forumId,
      documentId: publications.documentId,
      district: { name: districts.name, regency: districts.regency },
      isTakenBack,
      isDemo,
    })
    .from(publications)
    .innerJoin(districts, eq(districts.id, publications.districtId))
    .leftJoin(documents, eq(documents.id, publications.documentId))
    .leftJoin(ownForum, eq(ownForum.id, documents.forumId))
    .leftJoin(modules, eq(modules.documentId, publications.documentId))
    .leftJoin(practices, eq(practices.id, publications.subjectId))
    .leftJoin(villages, eq(villages.id, practices.villageId))
    .where(and(eq(publications.kind, kind), eq(publications.subjectId, subjectId)))
    .orderBy(desc(publications.edition))
    .limit(1);
  return row ?? null;
}

/** What stands on a forum's page. */
export function selectPublicOfForum(db: Database, forumId: string) {
  return db
    .select({
      kind: publications.kind,
      subjectId: publications.subjectId,
      documentId: publications.documentId,
      publishedAt: publications.publishedAt,
      content: publications.content,
      districtId: publications.districtId,
      district: { name: districts.name, regency: districts.regency },
      isDemo: forums.isDemo,
      forumStatus: forums.status,
    })
    .from(publications)
    .innerJoin(districts, eq(districts.id, publications.districtId))
    .innerJoin(forums, eq(forums.id, publications.forumId))
    .where(and(eq(publications.forumId, forumId), isNotNull(publications.content)))
    .orderBy(desc(publications.publishedAt));
}

/** Everything that is public, the newest first, without its words. */
export function selectLibrary(db: Database, showsDemo: boolean) {
  const said = (path: string) => sql<string>`json_extract(${publications.content}, ${path})`;
  return db
    .select({
      kind: publications.kind,
      subjectId: publications.subjectId,
      forumId: publications.forumId,
      publishedAt: publications.publishedAt,
      title: said("$.title").as("public_title"),
      documentKind: said("$.documentKind").as("public_document_kind"),
      theme: said("$.theme").as("public_theme"),
      year: said("$.year").mapWith(Number).as("public_year"),
      forumTitle: sql<string | null>`json_extract(${publications.content}, '$.forum.title')`.as(
        "public_forum_title",
      ),
      villages: said("$.villages").as("public_villages"),
      districtName: districts.name,
    })
    .from(publications)
    .innerJoin(districts, eq(districts.id, publications.districtId))
    .leftJoin(documents, eq(documents.id, publications.documentId))
    .leftJoin(ownForum, eq(ownForum.id, documents.forumId))
    .leftJoin(modules, eq(modules.documentId, publications.documentId))
    .leftJoin(practices, eq(practices.id, publications.subjectId))
    .leftJoin(villages, eq(villages.id, practices.villageId))
    .where(
      and(
        isNotNull(publications.content),
        isNull(practices.withdrawnAt),
        sql`(${publications.kind} <> 'module' or ${modules.status} = 'published')`,
        showsDemo
          ? undefined
          : sql`not coalesce(${ownForum.isDemo}, 0) and not coalesce(${villages.isDemo}, 0)`,
      ),
    )
    .orderBy(desc(publications.publishedAt), asc(publications.id));
}

/** How the follow-ups of these documents stand, in the register; those that were moved as well. */
export function selectPublicFollowUps(db: Database, documentIds: readonly string[]) {
  return db
    .select({
      id: followUps.id,
      documentId: followUps.documentId,
      nodeId: followUps.nodeId,
      status: followUps.status,
      dueDate: followUps.dueDate,
      replacesId: followUps.replacesId,
    })
    .from(followUps)
    .where(
      and(
        sql`${followUps.documentId} in (select value from json_each(${JSON.stringify(documentIds)}))`,
        eq(followUps.isGone, false),
      ),
    );
}

/** What was asked and answered for everybody. */
export function selectPublicQuestions(db: Database, forumId: string) {
  return db
    .select({
      id: citizenQuestions.id,
      question: citizenQuestions.shownText,
      answer: citizenQuestions.answer,
      at: citizenQuestions.changedAt,
    })
    .from(citizenQuestions)
    .where(
      and(
        eq(citizenQuestions.forumId, forumId),
        eq(citizenQuestions.status, "answered"),
        eq(citizenQuestions.isPublic, true),
      ),
    )
    .orderBy(desc(citizenQuestions.changedAt));
}

/** Of all that public pages are made of but the statuses of follow-ups: another one, another page. */
export async function publicVersion(db: Database): Promise<string> {
  const [row] = await db.all<{ version: string }>(sql`
    select (select count(*) || '.' || coalesce(max(published_at), 0) || '.'
        || coalesce(max(withdrawn_at), 0) from publications) || '.'
      || (select coalesce(max(changed_at), 0) || '.' || count(*) from citizen_questions
        where is_public or status = 'setAside') || '.'
      || (select coalesce(max(done_at), 0) from redactions) || '.'
      || (select coalesce(max(withdrawn_at), 0) from practices) || '.'
      || (select count(*) from modules where status = 'withdrawn') as version`);
  return row?.version ?? "0";
}
