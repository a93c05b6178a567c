import { type SQL, sql } from "drizzle-orm";
import { isDocumentKind, type ResultKind } from "../../domain/search/searched-kinds.ts";
import type { DocumentStatus, FollowUpStatus, Theme } from "../../domain/statuses.ts";

/** What one person may find: whatever is not in here does not exist for a search. */
export interface SearchScope {
  /** In these forums and circles they see documents of these statuses. */
  documents: readonly { forumIds: readonly string[]; statuses: readonly DocumentStatus[] }[];
  /** Where they are told who stands behind an unnamed case. */
  unmaskedForumIds: readonly string[];
  /** Whose practices and questions they see; null for who sees none. */
  sharingDistrictId: string | null;
  /** Of which villages hidden questions are not hidden from them; null for all. */
  unmaskedVillageIds: readonly string[] | null;
  regulationDistrictIds: readonly string[];
  villageId: string | null;
}

export interface SearchFilter {
  kinds: readonly ResultKind[];
  theme: Theme | null;
  villageId: string | null;
  year: number | null;
  status: DocumentStatus | FollowUpStatus | null;
}

const among = (values: readonly string[]) =>
  sql`(select value from json_each(${JSON.stringify(values)}))`;

/** What may be seen and is looked for, of entries `e` with their documents `d`. */
export function findable(scope: SearchScope, filter: SearchFilter): SQL {
  const documentKinds = filter.kinds.filter(isDocumentKind);
  const others = filter.kinds.filter((kind) => !isDocumentKind(kind));
  const conditions = [
    ...(documentKinds.length > 0 ? [documentIs(documentKinds, scope, filter)] : []),
    ...others.map((kind) => conditionOf(kind, scope, filter)),
  ];
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}

function conditionOf(kind: ResultKind, scope: SearchScope, filter: SearchFilter): SQL {
  switch (kind) {
    case "thread":
      return allOf([
        sql`e.kind = 'thread'`,
        ofSeenDocument(scope, filter),
        sql`exists (select 1 from threads as t where t.id = e.subject_id and t.removed_at is null
          and t.placement <> 'placing' and ${named(scope, filter, sql`t.author_village_id`)})`,
      ]);
    case "agreement":
      return allOf([
        sql`e.kind = 'agreement' and d.status <> 'withdrawn'`,
        ofSeenDocument(scope, filter),
        filter.villageId === null ? null : sql`false`,
        sql`exists (select 1 from agreements as a where a.document_id = d.id
          and a.node_id = substr(e.subject_id, length(d.id) + 2) and a.is_gone = 0)`,
      ]);
    case "followUp":
      return followUpIs(scope, filter);
    case "outcome":
      return allOf([
        sql`e.kind = 'outcome' and d.kind = 'case'`,
        ofSeenDocument(scope, filter),
        sql`exists (select 1 from outcomes as o where o.document_id = e.subject_id)`,
        filter.villageId === null
          ? null
          : sql`exists (select 1 from outcome_villages as v where v.document_id = d.id
              and v.village_id = ${filter.villageId}
              and (${filter.villageId === scope.villageId} or ${unmasked(scope)}))`,
      ]);
    case "practice":
      return practiceIs(scope, filter);
    case "question":
      return questionIs(scope, filter);
    case "regulation":
      return allOf([
        sql`e.kind = 'regulation'`,
        hasNo(filter.theme, filter.villageId, filter.status),
        sql`exists (select 1 from regulations as r where r.id = e.subject_id
          and r.district_id in ${among(scope.regulationDistrictIds)}
          and ${filter.year === null ? sql`true` : sql`r.year = ${filter.year}`})`,
      ]);
    default:
      return documentIs([kind], scope, filter);
  }
}

function documentIs(kinds: readonly ResultKind[], scope: SearchScope, filter: SearchFilter): SQL {
  return allOf([
    sql`e.kind = 'document' and d.kind in ${among(kinds)}`,
    ofSeenDocument(scope, filter),
    named(scope, filter, sql`d.proposed_by_village_id`),
    sql`(d.kind <> 'module'
      or exists (select 1 from modules as m where m.document_id = d.id and m.removed_at is null))`,
  ]);
}

/** Also in a forum that took it over (docs/decisions/0022). */
function followUpIs(scope: SearchScope, filter: SearchFilter): SQL {
  const { status, ...others } = filter;
  const takenOver = sql`exists (
    select 1 from carried_follow_ups as c join follow_ups as o on o.id = c.follow_up_id
    where o.document_id = d.id and o.node_id = f.node_id and ${sees(scope, sql`c.forum_id`)})`;
  const heads = sql`exists (
    select 1 from follow_ups as head
    where head.document_id = f.document_id and head.node_id = f.node_id and head.status = ${status}
      and not exists (select 1 from follow_ups as later where later.replaces_id = head.id))`;
  return allOf([
    sql`e.kind = 'followUp' and d.status <> 'withdrawn'`,
    aboutDocument({ ...others, status: null }),
    sql`exists (select 1 from follow_ups as f where f.id = e.subject_id and f.is_gone = 0
      and (${sees(scope, sql`d.forum_id`)} or ${takenOver})
      and ${named(scope, filter, sql`f.village_id`)}
      and ${status === null ? sql`true` : heads})`,
  ]);
}

function practiceIs(scope: SearchScope, filter: SearchFilter): SQL {
  return allOf([
    sql`e.kind = 'practice'`,
    hasNo(filter.status),
    sql`exists (select 1 from practices as p where p.id = e.subject_id and p.withdrawn_at is null
      and p.district_id = ${scope.sharingDistrictId} and ${shared(filter, sql`p`)}
      and ${filter.villageId === null ? sql`true` : sql`p.village_id = ${filter.villageId}`})`,
  ]);
}

/** Whose a hidden question is, a filter must not tell. */
function questionIs(scope: SearchScope, filter: SearchFilter): SQL {
  const { villageId } = filter;
  const isTold =
    villageId !== null &&
    (scope.unmaskedVillageIds === null || scope.unmaskedVillageIds.includes(villageId));
  const fromVillage = sql`q.village_id = ${villageId} and (${isTold} or not q.is_hidden)`;
  return allOf([
    sql`e.kind = 'question'`,
    hasNo(filter.status),
    sql`exists (select 1 from questions as q where q.id = e.subject_id and q.withdrawn_at is null
      and q.district_id = ${scope.sharingDistrictId} and ${shared(filter, sql`q`)}
      and ${villageId === null ? sql`true` : fromVillage})`,
  ]);
}

/** Theme and year of a practice or question; its day is one in WIB. */
function shared({ theme, year }: SearchFilter, row: SQL): SQL {
  const yearOf = sql`cast(strftime('%Y', ${row}.created_at / 1000 + 7 * 3600, 'unixepoch') as integer)`;
  return allOf([
    theme === null ? null : sql`${row}.theme = ${theme}`,
    year === null ? null : sql`${yearOf} = ${year}`,
  ]);
}

function ofSeenDocument(scope: SearchScope, filter: SearchFilter): SQL {
  return allOf([sees(scope, sql`d.forum_id`), aboutDocument(filter)]);
}

function aboutDocument({ theme, year, status }: Omit<SearchFilter, "kinds" | "villageId">): SQL {
  return allOf([
    theme === null ? null : sql`d.theme = ${theme}`,
    year === null ? null : sql`d.fiscal_year = ${year}`,
    status === null ? null : sql`d.status = ${status}`,
  ]);
}

function sees({ documents }: SearchScope, forumId: SQL): SQL {
  if (documents.length === 0) return sql`false`;
  const each = documents.map(
    ({ forumIds, statuses }) =>
      sql`(${forumId} in ${among(forumIds)} and d.status in ${among(statuses)})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}

/** A village of an unnamed case is no reason to find it, but for who is told. */
function named(scope: SearchScope, { villageId }: SearchFilter, column: SQL): SQL {
  return villageId === null ? sql`true` : sql`(${column} = ${villageId} and ${unmasked(scope)})`;
}

function unmasked({ unmaskedForumIds }: SearchScope): SQL {
  return sql`(not d.is_unnamed or d.forum_id in ${among(unmaskedForumIds)})`;
}

/** Where a filter asks for something that this kind of thing does not have, it is not found. */
function hasNo(...asked: readonly (string | null)[]): SQL | null {
  return asked.every((each) => each === null) ? null : sql`false`;
}

function allOf(conditions: readonly (SQL | null)[]): SQL {
  const given = conditions.filter((each) => each !== null);
  return given.length === 0 ? sql`true` : sql`(${sql.join(given, sql` and `)})`;
}
