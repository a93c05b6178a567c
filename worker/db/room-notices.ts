import { and, asc, eq, lte, min, type SQL, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { forumRoomPrefix } from "./open-rooms.ts";
import { documents, forums, openRooms, roomNotices, sessions } from "./schema.ts";

// The outbox of R4. Each of these goes into the batch of the change that it tells of, and reaches
// the rooms that somebody is in: whoever comes later is asked for their right at the door.

/** Everybody's rights in one document may have changed: its status, say. */
export function noticeOfDocument(db: Database, documentId: string, now: number) {
  return notices(db, now, null, sql`${openRooms.room} = ${documentId}`);
}

/** Rights in a forum and all its documents: of one person, or everybody's (`null`). */
export function noticeOfForum(db: Database, forumId: string, personId: string | null, now: number) {
  const ofForum = db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.forumId, forumId));
  const ownRoom = forumRoomPrefix + forumId;
  return notices(
    db,
    now,
    personId,
    sql`${openRooms.room} in ${ofForum} or ${openRooms.room} = ${ownRoom}`,
  );
}

/** Everybody's rights in all forums of a district and their documents: what its camat decided, say. */
export function noticeOfDistrict(db: Database, districtId: string, now: number) {
  const ofDistrict = db
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(forums, eq(forums.id, documents.forumId))
    .where(eq(forums.districtId, districtId));
  const ownRooms = db
    .select({ room: sql`${forumRoomPrefix} || ${forums.id}` })
    .from(forums)
    .where(eq(forums.districtId, districtId));
  return notices(
    db,
    now,
    null,
    sql`${openRooms.room} in ${ofDistrict} or ${openRooms.room} in ${ownRooms}`,
  );
}

/** What a person is, or whether they are signed in: wherever they may be. */
export function noticeOfPerson(db: Database, personId: string, now: number) {
  return notices(db, now, personId, sql`true`);
}

/** The same, by a session that is about to end: it stands before the statement that ends it. */
export function noticeOfSession(db: Database, tokenHash: string, now: number) {
  const owner = db
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(eq(sessions.tokenHash, tokenHash));
  return notices(db, now, sql`${owner}`, sql`exists ${owner}`);
}

/** The rooms with undelivered notices and whom those name, the one that waits longest first. */
export async function selectNotices(db: Database, limit: number) {
  const rows = await db
    .select({
      room: roomNotices.room,
      upTo: sql<number>`max(${roomNotices.id})`,
      personIds: sql<string>`json_group_array(distinct ${roomNotices.personId})`,
    })
    .from(roomNotices)
    .groupBy(roomNotices.room)
    .orderBy(asc(min(roomNotices.id)))
    .limit(limit);
  return rows.map(({ room, upTo, personIds }) => {
    const named: (string | null)[] = JSON.parse(personIds);
    const people = named.filter((id) => id !== null);
    return { room, upTo, personIds: people.length < named.length ? null : people };
  });
}

/** What the room has confirmed; what came after it waits. */
export function deleteNotices(db: Database, room: string, upTo: number) {
  return db.delete(roomNotices).where(and(eq(roomNotices.room, room), lte(roomNotices.id, upTo)));
}

function notices(db: Database, now: number, personId: string | null | SQL, where: SQL) {
  return db.insert(roomNotices).select(
    db
      .select({
        id: sql<number>`null`.as("id"),
        room: openRooms.room,
        personId: sql<string | null>`${personId}`.as("person_id"),
        createdAt: sql<number>`${now}`.as("created_at"),
      })
      .from(openRooms)
      .where(where),
  );
}
