import { env } from "cloudflare:workers";

const forumId = "forum-in-session";

/** Changes the forum of the test world in one of many ways. @param change says which, by its number */
export async function changeForum(change: number): Promise<void> {
  const title = `Acara ke-${change}`;
  switch (change % 5) {
    case 0:
      await run("UPDATE agenda_items SET title = ? WHERE id = 'agenda-case'", title);
      return;
    case 1:
      await run(
        `INSERT INTO agenda_items (id, forum_id, position, title, kind, duration_minutes)
         VALUES (?1, ?2, ?3, ?1, 'case', 30)`,
        `${title} ${crypto.randomUUID()}`,
        forumId,
        change % 3,
      );
      return;
    case 2:
      await run("DELETE FROM agenda_items WHERE forum_id = ? AND title LIKE 'Acara ke-%'", forumId);
      return;
    case 3:
      await run(
        `INSERT INTO forum_villages (forum_id, village_id, position) VALUES (?, 'village-c', ?)
         ON CONFLICT (forum_id, village_id) DO UPDATE SET position = excluded.position`,
        forumId,
        change,
      );
      return;
    default:
      await run(
        `INSERT INTO attendance (forum_id, person_id, status, at, marked_by_person_id)
         VALUES (?1, 'participant-a', 'present', ?2, 'facilitator')
         ON CONFLICT (forum_id, person_id) DO UPDATE SET status =
           CASE status WHEN 'present' THEN 'excused' ELSE 'present' END`,
        forumId,
        change,
      );
  }
}

async function run(statement: string, ...values: (string | number)[]): Promise<void> {
  await env.DB.prepare(statement)
    .bind(...values)
    .run();
}
