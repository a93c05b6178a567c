import { eq } from "drizzle-orm";
import { demoForumId } from "../scripts/demo/forum.ts";
import type { Database } from "../worker/db/open.ts";
import { attendance, forums } from "../worker/db/schema.ts";

/** The demo's forum is over, and these people were noted as present. */
export async function endForum(database: Database, present: readonly string[]): Promise<void> {
  await database.update(forums).set({ status: "ended" }).where(eq(forums.id, demoForumId));
  await database.insert(attendance).values(
    present.map((personId) => ({
      ...{ forumId: demoForumId, personId, status: "present" as const },
      ...{ at: Date.now(), markedByPersonId: "notulis" },
    })),
  );
}
