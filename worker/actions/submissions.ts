import { fingerprintOf } from "../../domain/fingerprint.ts";
import { can } from "../../domain/permissions.ts";
import { roomStorageFailed } from "../../domain/refusals/notes.ts";
import { tooManyBlocks } from "../../domain/refusals/sign-off.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { isBeforeCamat } from "../../domain/statuses.ts";
import type { FrozenDocument } from "../../party/document-questions.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findCurrentSubmission, fitsInRow, submitStatements } from "../db/submissions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { requireNoneUnderWay } from "./carry-out-redaction.ts";
import { type Moved, requireStep, takeStep } from "./document-step.ts";
import { enterDocument } from "./documents.ts";
import { noteVersion } from "./note-versions.ts";
import { contentNow, storedContent, submittedContent } from "./signed-content.ts";

/**
 * Puts one exact version before the camat: the room holds still, the fingerprint is taken of what
 * stands there, and the status changes with the row that keeps it, or not at all.
 * @throws notFound, notAllowed, statusMovedOn, redactionBusy, roomStorageFailed, tooManyBlocks
 */
export async function submitDocument(
  env: Env,
  me: SignedIn,
  documentId: string,
  now: number,
): Promise<{ fingerprint: string; place: number }> {
  const entered = await enterDocument(env, me, documentId);
  requireStep(entered, ["drafted", "returned"], "submitted");
  await requireNoneUnderWay(env, documentId, now);
  const room = env.DOCUMENT_ROOM.getByName(documentId);
  const frozen = await room.freeze();
  if (frozen === null) throw roomStorageFailed();
  try {
    const fingerprint = await submitFrozen(env, me, entered, frozen, now);
    // Whoever is in is told at once. The room holds on to the end: it costs nobody anything.
    await room.rightsChanged(null).catch(logBug);
    const version = { documentId, kind: "submission", name: "submitted" } as const;
    await noteVersion(env, { ...version, personId: me.person.id }, frozen.place);
    return { fingerprint, place: frozen.place };
  } catch (error) {
    await thaw(env, documentId, frozen.holdId);
    throw error;
  }
}

/** The file that anybody can check, for whoever may export. @throws notFound, contentDiffers */
export async function readSignedFile(env: Env, me: SignedIn, documentId: string) {
  const { document, actor } = await enterDocument(env, me, documentId);
  if (!can(actor, "document.export", document)) throw notAllowed();
  const submission = isBeforeCamat(document.status)
    ? await findCurrentSubmission(openDatabase(env), documentId)
    : null;
  if (submission === null) throw notFound();
  return submittedContent(env, submission);
}

async function submitFrozen(
  env: Env,
  me: SignedIn,
  entered: Moved,
  frozen: FrozenDocument,
  now: number,
): Promise<string> {
  const { document } = entered;
  const content = await contentNow(env, document, frozen);
  const { root: fingerprint } = await fingerprintOf(content);
  const submission = {
    ...storedContent(content),
    ...{ id: crypto.randomUUID(), documentId: document.id, fingerprint, at: now },
    place: frozen.place,
    submittedByPersonId: me.person.id,
  };
  if (!fitsInRow(submission)) throw tooManyBlocks();
  const db = openDatabase(env);
  const step = {
    to: "submitted" as const,
    change: submitStatements(db, submission, document.status, frozen.until),
    details: { submission: submission.id, place: frozen.place, fingerprint },
  };
  await takeStep(env, me, entered, step, now);
  return fingerprint;
}

/**
 * It was not submitted, as far as is known: where the answer alone was lost it was. So the room asks
 * what holds now before it lets go; where that is not to be had, it lets go by itself.
 */
async function thaw(env: Env, documentId: string, holdId: string): Promise<void> {
  try {
    const room = env.DOCUMENT_ROOM.getByName(documentId);
    if (await room.rightsChanged(null)) await room.thaw(holdId);
  } catch (error) {
    logBug(error);
  }
}
