import type { BatchItem } from "drizzle-orm/batch";
import type { AuditFact } from "../../domain/audit.ts";
import { type Actor, can, type DocumentFacts } from "../../domain/permissions.ts";
import { redactionBusy } from "../../domain/refusals/redaction.ts";
import { notAllowed, statusMovedOn } from "../../domain/refusals.ts";
import type { DocumentStatus } from "../../domain/statuses.ts";
import { documentTransitions, transitionOf } from "../../domain/transitions.ts";
import type { DocumentRow } from "../db/documents.ts";
import type { ForumRow } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import { isUnderWay } from "../db/redaction-under-way.ts";
import { destroyDeadSalts } from "../db/redactions.ts";
import { noticeOfDocument } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { byWhom, record } from "./record.ts";

/** A document as somebody who moves it on sees it. */
export interface Moved {
  document: DocumentRow;
  forum: ForumRow;
  actor: Actor;
}

/** Whether this person may bring the document to this status. */
export function mayMove(actor: Actor, document: DocumentFacts, to: DocumentStatus): boolean {
  return can(actor, "document.move", { ...document, to });
}

/**
 * @param from where the step begins; a status may be reached by more than one
 * @throws statusMovedOn where the document stands elsewhere, notAllowed
 */
export function requireStep(
  { actor, document }: Pick<Moved, "actor" | "document">,
  from: readonly DocumentStatus[],
  to: DocumentStatus,
): void {
  const { status } = document;
  const isStep = from.includes(status) && transitionOf(documentTransitions, status, to) !== null;
  if (!isStep) throw statusMovedOn();
  if (!mayMove(actor, document, to)) throw notAllowed();
}

interface Step {
  to: DocumentStatus;
  /** What is written; its last statement changes the status, only from what was seen. */
  change: readonly BatchItem<"sqlite">[];
  details?: AuditFact["details"];
}

/** Moves a document on, tells its room and records it. @throws statusMovedOn, redactionBusy */
export async function takeStep(
  env: Env,
  me: SignedIn,
  { document, forum, actor }: Moved,
  { to, change, details = {} }: Step,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const answers = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "documentStatusChanged",
        subjectKind: "document",
        subjectId: document.id,
        forumId: forum.id,
        details: { from: document.status, to, ...details },
      },
    ],
    now,
    change,
    onlyIfChanged: true,
    after: [noticeOfDocument(db, document.id, now), destroyDeadSalts(db, document.id)],
  });
  if (answers.at(-1)?.meta.changes) return;
  throw (await isUnderWay(db, document.id)) ? redactionBusy() : statusMovedOn();
}
