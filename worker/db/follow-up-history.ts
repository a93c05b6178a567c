import { and, asc, eq, sql } from "drizzle-orm";
import { forumColumns } from "./forums.ts";
import type { Database } from "./open.ts";
import {
  attachments,
  carriedFollowUps,
  followUpReports,
  forumMembers,
  forums,
  people,
  villages,
} from "./schema.ts";
import { villageBadge } from "./villages.ts";

const among = (ids: readonly string[]) =>
  sql`(select value from json_each(${JSON.stringify(ids)}))`;

/** What was said of these follow-ups, from the oldest; a removed file is left out. */
export function selectReports(db: Database, followUpIds: readonly string[]) {
  return db
    .select({
      id: followUpReports.id,
      followUpId: followUpReports.followUpId,
      at: followUpReports.at,
      status: followUpReports.status,
      text: followUpReports.text,
      link: followUpReports.link,
      person: { id: people.id, name: people.name, office: people.office },
      village: villageBadge,
      attachment: {
        id: attachments.id,
        name: attachments.name,
        contentType: attachments.contentType,
        sizeBytes: attachments.sizeBytes,
        removedAt: attachments.removedAt,
      },
    })
    .from(followUpReports)
    .innerJoin(people, eq(people.id, followUpReports.personId))
    .leftJoin(villages, eq(villages.id, followUpReports.villageId))
    .leftJoin(attachments, eq(attachments.id, followUpReports.attachmentId))
    .where(sql`${followUpReports.followUpId} in ${among(followUpIds)}`)
    .orderBy(asc(followUpReports.at), asc(sql`${followUpReports}.rowid`));
}

export type ReportRow = Awaited<ReturnType<typeof selectReports>>[number];

/** Which forums took these follow-ups over, from the earliest. */
export function selectCarriers(db: Database, followUpIds: readonly string[]) {
  return db
    .select({
      followUpId: carriedFollowUps.followUpId,
      carriedAt: carriedFollowUps.carriedAt,
      forum: forumColumns,
    })
    .from(carriedFollowUps)
    .innerJoin(forums, eq(forums.id, carriedFollowUps.forumId))
    .where(sql`${carriedFollowUps.followUpId} in ${among(followUpIds)}`)
    .orderBy(asc(carriedFollowUps.carriedAt), asc(forums.startsAt), asc(forums.id));
}

/** The person's places in these forums, one row for each. */
export function selectPlacesIn(db: Database, personId: string, forumIds: readonly string[]) {
  return db
    .select({ forumId: forumMembers.forumId, role: forumMembers.role })
    .from(forumMembers)
    .where(
      and(eq(forumMembers.personId, personId), sql`${forumMembers.forumId} in ${among(forumIds)}`),
    );
}
