import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { insertWhere } from "./insert-where.ts";
import type { Database } from "./open.ts";
import { announcementReads, announcements } from "./questions-schema.ts";
import { people, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

const maxListed = 100;
/** At home; the others come up as these are read. */
const maxUnread = 5;

/** The newest first, with when this person has read each. */
export function selectAnnouncements(db: Database, districtId: string, personId: string) {
  return db
    .select({
      announcement: {
        id: announcements.id,
        title: announcements.title,
        text: announcements.text,
        at: announcements.createdAt,
      },
      readAt: announcementReads.at,
      readerCount:
        sql<number>`(select count(*) from ${announcementReads} as every where every.announcement_id = ${announcements.id})`
          .mapWith(Number)
          .as("reader_count"),
    })
    .from(announcements)
    .leftJoin(
      announcementReads,
      and(
        eq(announcementReads.announcementId, announcements.id),
        eq(announcementReads.personId, personId),
      ),
    )
    .where(and(eq(announcements.districtId, districtId), isNull(announcements.withdrawnAt)))
    .orderBy(desc(announcements.createdAt), announcements.id)
    .limit(maxListed);
}

/** What this person has not said to have read, the newest first. */
export function selectUnread(db: Database, districtId: string, personId: string) {
  const read = db
    .select({ announcementId: announcementReads.announcementId })
    .from(announcementReads)
    .where(eq(announcementReads.personId, personId));
  return db
    .select({ id: announcements.id, title: announcements.title, text: announcements.text })
    .from(announcements)
    .where(
      and(
        eq(announcements.districtId, districtId),
        isNull(announcements.withdrawnAt),
        sql`${announcements.id} not in ${read}`,
      ),
    )
    .orderBy(desc(announcements.createdAt), announcements.id)
    .limit(maxUnread);
}

export async function findAnnouncement(db: Database, districtId: string, announcementId: string) {
  const [row] = await db
    .select()
    .from(announcements)
    .where(
      and(
        eq(announcements.id, announcementId),
        eq(announcements.districtId, districtId),
        isNull(announcements.withdrawnAt),
      ),
    );
  return row ?? null;
}

/** Everybody of the district who is not removed, and when they have read it. */
export function selectReaders(db: Database, districtId: string, announcementId: string) {
  return db
    .select({
      person: { id: people.id, name: people.name, office: people.office, isDemo: people.isDemo },
      village: villageBadge,
      readAt: announcementReads.at,
    })
    .from(people)
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(
      announcementReads,
      and(
        eq(announcementReads.personId, people.id),
        eq(announcementReads.announcementId, announcementId),
      ),
    )
    .where(and(eq(people.districtId, districtId), isNull(people.removedAt)))
    .orderBy(villages.name, people.name, people.id);
}

/** What is sent twice is there once. */
export function insertAnnouncement(db: Database, row: typeof announcements.$inferSelect) {
  return db.insert(announcements).values(row).onConflictDoNothing();
}

export function withdrawAnnouncement(db: Database, announcementId: string, now: number) {
  return db
    .update(announcements)
    .set({ withdrawnAt: now })
    .where(and(eq(announcements.id, announcementId), isNull(announcements.withdrawnAt)));
}

/** The first time counts. */
export function insertRead(db: Database, row: typeof announcementReads.$inferInsert) {
  const stands = sql`exists (select 1 from ${announcements}
    where ${announcements.id} = ${row.announcementId})`;
  return insertWhere(db, announcementReads, row, stands).onConflictDoNothing();
}
