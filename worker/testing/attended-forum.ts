import { env } from "cloudflare:workers";
import { openDatabase } from "../db/open.ts";
import { attachments, attendance } from "../db/schema.ts";

export const sheetHash = "ab".repeat(32);

/** A participant came to the forum in session, and the signed sheet stands beside it. */
export async function hasAttendance(sheetName: string): Promise<void> {
  const db = openDatabase(env);
  const forumId = "forum-in-session";
  await db.batch([
    db.insert(attendance).values({
      ...{ forumId, personId: "participant-a", status: "present", at: 1 },
      markedByPersonId: "minute-taker",
    }),
    db.insert(attachments).values({
      ...{ id: "scan", forumId, subjectKind: "attendance", subjectId: forumId },
      ...{ name: sheetName, contentType: "application/pdf", sizeBytes: 1, sha256: sheetHash },
      ...{ addedByPersonId: "minute-taker", createdAt: 1 },
    }),
  ]);
}
