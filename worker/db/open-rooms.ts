import { eq } from "drizzle-orm";
import type { Database } from "./open.ts";
import { openRooms } from "./schema.ts";

/** What a forum's own room is named by; a document's room bears the document's id. */
export const forumRoomPrefix = "forum:";

/** From now on changes of rights are told to this room. */
export function insertOpenRoom(db: Database, room: string, now: number) {
  return db.insert(openRooms).values({ room, openedAt: now }).onConflictDoNothing();
}

export function deleteOpenRoom(db: Database, room: string) {
  return db.delete(openRooms).where(eq(openRooms.room, room));
}
