import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "./open.ts";
import { attachments, people } from "./schema.ts";

type Attachment = typeof attachments.$inferSelect;
export type AttachmentSubject = Attachment["subjectKind"];

/** The files of these subjects that were not removed, the oldest first. */
export function readAttachments(
  db: Database,
  subjectKind: AttachmentSubject,
  subjectIds: readonly string[],
) {
  return db
    .select({
      id: attachments.id,
      subjectId: attachments.subjectId,
      name: attachments.name,
      contentType: attachments.contentType,
      sizeBytes: attachments.sizeBytes,
      sha256: attachments.sha256,
      createdAt: attachments.createdAt,
      addedByPersonId: attachments.addedByPersonId,
      // Named apart: a batch mixes up columns of one name.
      addedBy: sql<string>`${people.name}`.as("added_by"),
    })
    .from(attachments)
    .innerJoin(people, eq(people.id, attachments.addedByPersonId))
    .where(
      and(
        eq(attachments.subjectKind, subjectKind),
        sql`${attachments.subjectId} in (select value from json_each(${JSON.stringify(subjectIds)}))`,
        isNull(attachments.removedAt),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
}
