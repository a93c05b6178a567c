import type { AuditFact } from "../../domain/audit.ts";
import type { Actor } from "../../domain/permissions.ts";
import {
  dueDateBeforeForum,
  dueDateNotLater,
  followUpGone,
  notYourFollowUp,
  reportEmpty,
} from "../../domain/refusals/register.ts";
import { changedMeanwhile, invalidField, notFound } from "../../domain/refusals.ts";
import type { FollowUpStatus } from "../../domain/statuses.ts";
import { dayInWib } from "../../domain/wib.ts";
import { insertMoved, insertReport, isEvidenceOf, updateStatus } from "../db/follow-up-changes.ts";
import { selectFollowUp } from "../db/follow-ups.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { byWhom, record } from "./record.ts";
import { type SeenFollowUp, seeFollowUps } from "./seen-follow-ups.ts";

export interface NewReport {
  /** Made by the sender, so that what is sent again after a lost answer stands there once. */
  id?: string | undefined;
  status?: FollowUpStatus | undefined;
  text: string;
  link?: string | undefined;
  attachmentId?: string | undefined;
}

/** @throws notFound, followUpGone, notYourFollowUp, reportEmpty, invalidField */
export async function reportFollowUp(
  env: Env,
  me: SignedIn,
  followUpId: string,
  { id = crypto.randomUUID(), status, text, link, attachmentId }: NewReport,
): Promise<void> {
  const db = openDatabase(env);
  const seen = await findSeen(db, me, followUpId);
  const updater = requireMay(seen, seen.updater);
  if (!status && !text && !link && !attachmentId) throw reportEmpty();
  const rowIds = [seen.first, ...seen.moves].map((row) => row.id);
  if (attachmentId && !(await isEvidenceOf(db, attachmentId, rowIds))) {
    throw invalidField("attachmentId");
  }
  const now = Date.now();
  const report = insertReport(db, {
    ...{ id, followUpId: seen.head.id, at: now, text },
    personId: me.person.id,
    villageId: me.person.village?.id ?? null,
    status: status ?? null,
    link: link ?? null,
    attachmentId: attachmentId ?? null,
  });
  await record(db, {
    facts: [
      {
        ...factOn(me, seen, updater),
        action: "followUpChanged",
        details: { ...markOf(seen), ...(status ? { from: seen.head.status, to: status } : {}) },
      },
    ],
    now,
    change: [report, ...(status ? [updateStatus(db, seen.head.id, status)] : [])],
    onlyIfChanged: true,
  });
}

/** @throws notFound, followUpGone, notYourFollowUp, changedMeanwhile, and where the day is wrong */
export async function postponeFollowUp(
  env: Env,
  me: SignedIn,
  followUpId: string,
  { dueDate, reason }: { dueDate: string; reason: string },
): Promise<void> {
  const db = openDatabase(env);
  const seen = await findSeen(db, me, followUpId);
  const postponer = requireMay(seen, seen.postponer);
  // They saw another day than the one that holds.
  if (seen.head.id !== followUpId) throw changedMeanwhile();
  if (dueDate < dayInWib(seen.forum.startsAt)) throw dueDateBeforeForum();
  if (seen.head.dueDate !== null && dueDate <= seen.head.dueDate) throw dueDateNotLater();
  const now = Date.now();
  const id = crypto.randomUUID();
  const why = {
    ...{ id, followUpId: id, at: now, text: reason },
    personId: me.person.id,
    villageId: me.person.village?.id ?? null,
  };
  try {
    await record(db, {
      facts: [
        {
          ...factOn(me, seen, postponer),
          action: "followUpPostponed",
          details: { ...markOf(seen), from: seen.head.dueDate, to: dueDate },
        },
      ],
      now,
      change: [
        insertMoved(db, { id, replacesId: seen.head.id, dueDate, now }),
        insertReport(db, why),
      ],
    });
  } catch (error) {
    throw isMovedAlready(error) ? changedMeanwhile() : error;
  }
}

async function findSeen(db: Database, me: SignedIn, followUpId: string): Promise<SeenFollowUp> {
  const [seen] = await seeFollowUps(db, me, await selectFollowUp(db, followUpId));
  if (seen === undefined) throw notFound();
  return seen;
}

function requireMay(seen: SeenFollowUp, actor: Actor | null): Actor {
  if (seen.isGone) throw followUpGone();
  if (actor === null) throw notYourFollowUp();
  return actor;
}

/** In an unnamed case as a fact about the document, whose readers are not told who it was. */
function factOn(me: SignedIn, seen: SeenFollowUp, actor: Actor) {
  const { first, document, forum } = seen;
  const subject: Pick<AuditFact, "subjectKind" | "subjectId"> = document.isUnnamed
    ? { subjectKind: "document", subjectId: document.id }
    : { subjectKind: "followUp", subjectId: first.id };
  return { ...byWhom(me, forum.districtId), roles: actor.roles, ...subject, forumId: forum.id };
}

function markOf({ first, document }: SeenFollowUp): { followUpId?: string } {
  return document.isUnnamed ? { followUpId: first.id } : {};
}

function isMovedAlready(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: follow_ups\.replaces_id/.test(cause.message)) return true;
  }
  return false;
}
