import { and, eq, isNull, sql } from "drizzle-orm";
import type { FollowUpStatus } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import { attachments, followUpReports, followUps } from "./schema.ts";

type NewReport = typeof followUpReports.$inferInsert;

/** Sent twice, it stands there once. */
export function insertReport(db: Database, report: NewReport) {
  return db.insert(followUpReports).values(report).onConflictDoNothing();
}

/**
 * What became of a follow-up, if the statement before it wrote; also where its day was moved
 * meanwhile.
 */
export function updateStatus(db: Database, id: string, status: FollowUpStatus) {
  const fromHereOn = sql`(
    with recursive later (id) as (
      values (${id})
      union all
      select next.id from ${followUps} as next join later on next.replaces_id = later.id
    )
    select id from later
  )`;
  return db
    .update(followUps)
    .set({ status })
    .where(sql`changes() > 0 and ${followUps.id} in ${fromHereOn}`);
}

/** A row with another due date that takes the place of `replacesId`; a second one is refused by D1. */
export function insertMoved(
  db: Database,
  moved: { id: string; replacesId: string; dueDate: string; now: number },
) {
  return db.insert(followUps).select(
    db
      .select({
        id: sql<string>`${moved.id}`.as("id"),
        documentId: followUps.documentId,
        nodeId: followUps.nodeId,
        position: followUps.position,
        activity: followUps.activity,
        responsible: followUps.responsible,
        villageText: followUps.villageText,
        villageId: followUps.villageId,
        dueText: followUps.dueText,
        dueDate: sql<string>`${moved.dueDate}`.as("due_date"),
        output: followUps.output,
        place: followUps.place,
        isGone: followUps.isGone,
        status: followUps.status,
        replacesId: sql<string>`${moved.replacesId}`.as("replaces_id"),
        createdAt: sql<number>`${moved.now}`.as("created_at"),
      })
      .from(followUps)
      .where(eq(followUps.id, moved.replacesId)),
  );
}

/** Whether this file was added as evidence to one of these rows, and is still there. */
export async function isEvidenceOf(
  db: Database,
  attachmentId: string,
  followUpIds: readonly string[],
): Promise<boolean> {
  const rows = await db
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.id, attachmentId),
        eq(attachments.subjectKind, "followUp"),
        sql`${attachments.subjectId} in (select value from json_each(${JSON.stringify(followUpIds)}))`,
        isNull(attachments.removedAt),
      ),
    );
  return rows.length > 0;
}
