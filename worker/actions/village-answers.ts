import { can } from "../../domain/permissions.ts";
import {
  reasonMissing,
  submissionChanged,
  villageNotInvited,
} from "../../domain/refusals/sign-off.ts";
import { notAllowed, statusMovedOn } from "../../domain/refusals.ts";
import type { VillageAnswerKind } from "../../domain/statuses.ts";
import { selectInvitedVillages } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findCurrentSubmission, putAnswer } from "../db/submissions.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";

interface Answer {
  documentId: string;
  /** Of the version that the representative saw. */
  fingerprint: string;
  answer: VillageAnswerKind;
  reason: string;
}

/**
 * A village confirms what was submitted, or objects; until it is signed it may say otherwise.
 * @throws notFound, notAllowed, statusMovedOn, submissionChanged, reasonMissing, villageNotInvited
 */
export async function answerForVillage(
  env: Env,
  me: SignedIn,
  { documentId, fingerprint, answer, reason }: Answer,
  now: number,
): Promise<void> {
  const { document, forum, actor } = await enterDocument(env, me, documentId);
  const villageId = me.person.village?.id ?? null;
  if (villageId === null || !can(actor, "document.confirm", { ...document, status: "submitted" })) {
    throw notAllowed();
  }
  if (document.status !== "submitted") throw statusMovedOn();
  if (answer === "objected" && reason === "") throw reasonMissing();
  const db = openDatabase(env);
  const submission = await findCurrentSubmission(db, documentId);
  if (submission?.fingerprint !== fingerprint) throw submissionChanged();
  const row = {
    ...{ submissionId: submission.id, villageId, answer, at: now },
    reason: answer === "objected" ? reason : "",
    personId: me.person.id,
  };
  const [put] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "villageAnswered",
        subjectKind: "document",
        subjectId: documentId,
        forumId: forum.id,
        details: { submission: submission.id, village: villageId, answer },
      },
    ],
    now,
    change: [putAnswer(db, { documentId, forumId: forum.id }, row)],
    onlyIfChanged: true,
  });
  if (put?.meta.changes) return;
  const invited = await selectInvitedVillages(db, forum.id);
  throw invited.some(({ id }) => id === villageId) ? submissionChanged() : villageNotInvited();
}
