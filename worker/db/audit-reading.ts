import { and, asc, desc, eq, gt, gte, isNotNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { AuditAction, AuditSubject } from "../../domain/audit.ts";
import { documentColumns } from "./documents.ts";
import type { Database } from "./open.ts";
import { auditLog, districts, documents, forums, people } from "./schema.ts";

export interface AuditFilter {
  districtId: string;
  /** For who reads their district's forums alone. */
  onlyForums: boolean;
  /** Rows about unnamed cases tell this reader nobody: then they match no person either. */
  hidesPeople: boolean;
  personId?: string | undefined;
  action?: AuditAction | undefined;
  subjectKind?: AuditSubject | undefined;
  subjectId?: string | undefined;
  forumId?: string | undefined;
  /** Milliseconds since 1970; `until` itself is outside. */
  since?: number | undefined;
  until?: number | undefined;
}

const actors = alias(people, "actors");
const subjects = alias(people, "subjects");

const isUnnamed =
  sql<boolean>`(${auditLog.subjectKind} = 'document' and coalesce(${documents.isUnnamed}, 0))`.mapWith(
    Boolean,
  );

/** A module's circle bears its module's title, which not every reader may see. */
const isForum = eq(forums.kind, "forum");

/** Rows with what their ids are called now. */
function selectRows(db: Database) {
  return db
    .select({
      row: auditLog,
      personName: actors.name,
      subjectName: subjects.name,
      forumTitle: forums.title,
      document: documentColumns,
      isUnnamed,
    })
    .from(auditLog)
    .leftJoin(actors, eq(actors.id, auditLog.personId))
    .leftJoin(
      subjects,
      and(eq(auditLog.subjectKind, "person"), eq(subjects.id, auditLog.subjectId)),
    )
    .leftJoin(
      documents,
      and(eq(auditLog.subjectKind, "document"), eq(documents.id, auditLog.subjectId)),
    )
    .leftJoin(
      forums,
      and(
        isForum,
        eq(
          forums.id,
          sql`coalesce(${auditLog.forumId}, case when ${auditLog.subjectKind} = 'forum' then ${auditLog.subjectId} end)`,
        ),
      ),
    );
}

export type AuditFound = Awaited<ReturnType<typeof selectNewest>>[number];

/** Newest first, from before a row on. */
export function selectNewest(
  db: Database,
  filter: AuditFilter,
  before: number | undefined,
  limit: number,
) {
  return selectRows(db)
    .where(and(matching(filter), before === undefined ? undefined : lt(auditLog.seq, before)))
    .orderBy(desc(auditLog.seq))
    .limit(limit);
}

/** In the chain's order, after a row. */
export function selectOldest(db: Database, filter: AuditFilter, after: number, limit: number) {
  return selectRows(db)
    .where(and(matching(filter), gt(auditLog.seq, after)))
    .orderBy(asc(auditLog.seq))
    .limit(limit);
}

function matching(filter: AuditFilter) {
  const is = (column: Parameters<typeof eq>[0], value: string | undefined) =>
    value === undefined ? undefined : eq(column, value);
  return and(
    eq(auditLog.districtId, filter.districtId),
    filter.onlyForums ? isNotNull(auditLog.forumId) : undefined,
    is(auditLog.personId, filter.personId),
    filter.personId !== undefined && filter.hidesPeople ? sql`not ${isUnnamed}` : undefined,
    is(auditLog.action, filter.action),
    is(auditLog.subjectKind, filter.subjectKind),
    is(auditLog.subjectId, filter.subjectId),
    filter.forumId === undefined
      ? undefined
      : or(
          eq(auditLog.forumId, filter.forumId),
          and(eq(auditLog.subjectKind, "forum"), eq(auditLog.subjectId, filter.forumId)),
        ),
    filter.since === undefined ? undefined : gte(auditLog.at, filter.since),
    filter.until === undefined ? undefined : lt(auditLog.at, filter.until),
  );
}

/** Everybody who did something that this reader is told of. */
export function selectActors(db: Database, filter: AuditFilter) {
  return db
    .selectDistinct({ id: actors.id, name: actors.name })
    .from(auditLog)
    .innerJoin(actors, eq(actors.id, auditLog.personId))
    .leftJoin(
      documents,
      and(eq(auditLog.subjectKind, "document"), eq(documents.id, auditLog.subjectId)),
    )
    .where(and(matching(filter), filter.hidesPeople ? sql`not ${isUnnamed}` : undefined))
    .orderBy(actors.name);
}

export function selectForumsOf(db: Database, districtId: string) {
  return db
    .select({ id: forums.id, title: forums.title })
    .from(forums)
    .where(and(isForum, eq(forums.districtId, districtId)))
    .orderBy(desc(forums.startsAt));
}

export function selectDistrictNames(db: Database, districtIds: readonly string[]) {
  return db
    .select({ id: districts.id, name: districts.name })
    .from(districts)
    .where(sql`${districts.id} in (select value from json_each(${JSON.stringify(districtIds)}))`)
    .orderBy(districts.name);
}
