import { openDatabase } from "../db/open.ts";
import { forumRoomPrefix } from "../db/open-rooms.ts";
import { deleteNotices, selectNotices } from "../db/room-notices.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";

/** Each room is a call and a statement, and one run makes a bounded number of them. */
const roomsPerRun = 25;

/**
 * Tells the rooms whose rights have changed (R4). A notice goes when its room has confirmed that it
 * decided anew; one that cannot keeps its notices for the next run, and the others get theirs.
 */
export async function deliverNotices(env: Env): Promise<void> {
  const db = openDatabase(env);
  const waiting = await selectNotices(db, roomsPerRun);
  await Promise.all(
    waiting.map(async ({ room: name, personIds, upTo }) => {
      try {
        if (await tell(env, name, personIds)) await deleteNotices(db, name, upTo);
      } catch (error) {
        logBug(error);
      }
    }),
  );
}

/** @returns whether the room has decided anew */
function tell(env: Env, name: string, personIds: string[] | null): Promise<boolean> {
  return name.startsWith(forumRoomPrefix)
    ? env.FORUM_ROOM.getByName(name).rightsChanged(personIds)
    : env.DOCUMENT_ROOM.getByName(name).rightsChanged(personIds);
}
