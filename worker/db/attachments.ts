import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { documentColumns } from "./documents.ts";
import type { Database } from "./open.ts";
import { attachments, documents, followUps, people } from "./schema.ts";

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

/** Also of a removed one, whose row stays. */
export async function findAttachment(db: Database, attachmentId: string) {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, attachmentId));
  return row ?? null;
}

export function insertAttachment(db: Database, row: typeof attachments.$inferInsert) {
  return db.insert(attachments).values(row);
}

export function removeAttachment(db: Database, attachmentId: string, now: number) {
  return db
    .update(attachments)
    .set({ removedAt: now })
    .where(and(eq(attachments.id, attachmentId), isNull(attachments.removedAt)));
}

/** The follow-up that a file is evidence of, with the document that promises it. */
export async function findFollowUpSubject(db: Database, followUpId: string) {
  const [row] = await db
    .select({ villageId: followUps.villageId, document: documentColumns })
    .from(followUps)
    .innerJoin(documents, eq(documents.id, followUps.documentId))
    .where(eq(followUps.id, followUpId));
  return row ?? null;
}
