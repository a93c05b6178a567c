import { and, eq, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { carriedFollowUps } from "./schema.ts";

/** Those that stand there already stay as they are. */
export function insertCarried(
  db: Database,
  forumId: string,
  followUpIds: readonly string[],
  now: number,
) {
  return db
    .insert(carriedFollowUps)
    .select(
      sql`select ${forumId}, value, ${now} from json_each(${JSON.stringify(followUpIds)}) where true`,
    )
    .onConflictDoNothing();
}

export function deleteCarried(db: Database, forumId: string, followUpId: string) {
  return db
    .delete(carriedFollowUps)
    .where(and(eq(carriedFollowUps.forumId, forumId), eq(carriedFollowUps.followUpId, followUpId)));
}
