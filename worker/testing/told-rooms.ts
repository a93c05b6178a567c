import { env } from "cloudflare:workers";

/**
 * Keeps each notice of the outbox, also those that a room has confirmed and that are gone, and the
 * rows of rooms that are said to be open though nobody is in them.
 */
export async function watchNotices(): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("CREATE TABLE told (room TEXT NOT NULL, person_id TEXT)"),
    env.DB.prepare(
      "CREATE TRIGGER tell AFTER INSERT ON room_notices BEGIN INSERT INTO told VALUES (new.room, new.person_id); END",
    ),
    env.DB.prepare(
      "CREATE TRIGGER stay BEFORE DELETE ON open_rooms BEGIN SELECT RAISE(IGNORE); END",
    ),
  ]);
}

/** The notices since the last time that this was asked, in their order. */
export async function noticesSinceLast(): Promise<{ room: string; personId: string | null }[]> {
  const { results } = await env.DB.prepare(
    "SELECT room, person_id AS personId FROM told ORDER BY rowid",
  ).all<{ room: string; personId: string | null }>();
  await env.DB.prepare("DELETE FROM told").run();
  return results;
}
