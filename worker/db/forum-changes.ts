import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { auditLog, forums } from "./schema.ts";

type ForumInsert = typeof forums.$inferInsert;

type ChangeableField =
  | "title"
  | "theme"
  | "stage"
  | "startsAt"
  | "endsAt"
  | "place"
  | "chairPersonId"
  | "leaderPersonId"
  | "lanesAreOpen";

/** What may be changed of a forum. */
export type ForumChanges = { [Name in ChangeableField]?: ForumInsert[Name] | undefined };

/** Who planned a forum; null for a circle or where nobody is noted, undefined for no forum. */
export async function findForumMaker(db: Database, forumId: string) {
  const [row] = await db
    .select({
      kind: forums.kind,
      personId: sql<string | null>`(select person_id from ${auditLog}
        where ${auditLog.districtId} = ${forums.districtId} and ${auditLog.forumId} = ${forums.id}
          and ${auditLog.action} = 'forumCreated' limit 1)`,
    })
    .from(forums)
    .where(eq(forums.id, forumId));
  if (row === undefined) return undefined;
  return row.kind === "forum" ? row.personId : null;
}

export function insertForum(db: Database, forum: ForumInsert) {
  return db.insert(forums).values(forum);
}

/** Only where each field is still as the sender saw it: whoever comes second changes nothing. */
export function updateForum(
  db: Database,
  forumId: string,
  changes: ForumChanges,
  basedOn: ForumChanges,
) {
  const names = Object.keys(changes) as (keyof ForumChanges)[];
  return db
    .update(forums)
    .set({ ...changes, revision: sql`${forums.revision} + 1` })
    .where(and(eq(forums.id, forumId), ...names.map((name) => isStill(name, basedOn))));
}

function isStill(name: keyof ForumChanges, basedOn: ForumChanges): SQL {
  const seen = basedOn[name];
  return seen === null || seen === undefined ? isNull(forums[name]) : eq(forums[name], seen);
}
