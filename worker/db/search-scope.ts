import { forumColumns, mayConcern, ownPlaces } from "./forums.ts";
import type { Database } from "./open.ts";
import { forumMembers, forums } from "./schema.ts";

/** Forums and modules' circles that may concern the person: one row for each of their places. */
export function selectScopes(db: Database, personId: string, districtIds: string[]) {
  const { id, kind, districtId, inspectorateSees } = forumColumns;
  return db
    .select({ forum: { id, kind, districtId, inspectorateSees }, role: forumMembers.role })
    .from(forums)
    .leftJoin(forumMembers, ownPlaces(personId))
    .where(mayConcern(districtIds));
}
