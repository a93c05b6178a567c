import { reasonMissing, submissionChanged } from "../../domain/refusals/sign-off.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { isSignedFingerprint, signStatements } from "../db/sign-offs.ts";
import { findCurrentSubmission, returnStatements } from "../db/submissions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { requireNoneUnderWay } from "./carry-out-redaction.ts";
import { requireStep, takeStep } from "./document-step.ts";
import { enterDocument } from "./documents.ts";
import { noteVersion } from "./note-versions.ts";
import { submittedContent } from "./signed-content.ts";

/**
 * The camat signs the version whose fingerprint they saw.
 * @throws notFound, notAllowed, statusMovedOn, redactionBusy, submissionChanged, contentDiffers
 */
export async function signDocument(
  env: Env,
  me: SignedIn,
  { documentId, fingerprint }: { documentId: string; fingerprint: string },
  now: number,
): Promise<void> {
  const entered = await enterDocument(env, me, documentId);
  requireStep(entered, ["submitted"], "signed");
  await requireNoneUnderWay(env, documentId, now);
  const db = openDatabase(env);
  const submission = await findCurrentSubmission(db, documentId);
  if (submission?.fingerprint !== fingerprint) throw submissionChanged();
  await submittedContent(env, submission);
  const { position, office, id: personId } = me.person;
  const { id: submissionId, place } = submission;
  const signOff = { submissionId, documentId, place, fingerprint, personId, position, office };
  const step = {
    to: "signed" as const,
    change: signStatements(db, { ...signOff, at: now }),
    details: { submission: submissionId, place, fingerprint },
  };
  await takeStep(env, me, entered, step, now);
  await noteVersion(env, { documentId, kind: "status", name: "signed", personId }, place);
}

/** The camat sends it back; it is written in again. @throws as `signDocument`, and reasonMissing */
export async function sendBack(
  env: Env,
  me: SignedIn,
  { documentId, reason }: { documentId: string; reason: string },
  now: number,
): Promise<void> {
  const entered = await enterDocument(env, me, documentId);
  requireStep(entered, ["submitted"], "returned");
  if (reason === "") throw reasonMissing();
  const personId = me.person.id;
  const returned = { returnedAt: now, returnedByPersonId: personId, returnReason: reason };
  const change = returnStatements(openDatabase(env), documentId, returned);
  await takeStep(env, me, entered, { to: "returned", change }, now);
  // It may have been submitted a moment ago.
  await env.DOCUMENT_ROOM.getByName(documentId).thaw(null).catch(logBug);
  await noteVersion(env, { documentId, kind: "status", name: "returned", personId });
}

/** For everybody: whether a document was signed with this fingerprint, and nothing else. */
export async function checkFingerprint(env: Env, given: string): Promise<{ matches: boolean }> {
  const fingerprint = given.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) return { matches: false };
  return { matches: await isSignedFingerprint(openDatabase(env), fingerprint) };
}
