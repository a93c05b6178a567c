import { eq } from "drizzle-orm";
import type { Database } from "./open.ts";
import { openRooms } from "./schema.ts";

/** From now on changes of rights are told to this document's room. */
export function insertOpenRoom(db: Database, documentId: string, now: number) {
  return db.insert(openRooms).values({ documentId, openedAt: now }).onConflictDoNothing();
}

export function deleteOpenRoom(db: Database, documentId: string) {
  return db.delete(openRooms).where(eq(openRooms.documentId, documentId));
}
