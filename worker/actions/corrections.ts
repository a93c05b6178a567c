import { titleOfCorrection } from "../../domain/document/correction.ts";
import { maxTitleLength } from "../../domain/forum-plan.ts";
import { can } from "../../domain/permissions.ts";
import { redactionBusy } from "../../domain/refusals/redaction.ts";
import { correctionExists } from "../../domain/refusals/sign-off.ts";
import { notAllowed, statusMovedOn } from "../../domain/refusals.ts";
import { copyMasks, insertCorrection } from "../db/corrections.ts";
import { openDatabase } from "../db/open.ts";
import { isUnderWay } from "../db/redaction-under-way.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { requireNoneUnderWay } from "./carry-out-redaction.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";

/**
 * A new document that says what it corrects; its room begins with the signed words when somebody
 * opens it first.
 * @throws notFound, notAllowed, statusMovedOn for what is not signed, correctionExists, redactionBusy
 */
export async function beginCorrection(
  env: Env,
  me: SignedIn,
  signedDocumentId: string,
  now: number,
): Promise<{ documentId: string }> {
  const { document, forum, actor } = await enterDocument(env, me, signedDocumentId);
  if (!can(actor, "document.correct", { ...document, status: "signed" })) throw notAllowed();
  if (!can(actor, "document.correct", document)) throw statusMovedOn();
  await requireNoneUnderWay(env, signedDocumentId, now);
  const db = openDatabase(env);
  const id = crypto.randomUUID();
  const title = titleOfCorrection(document.title, maxTitleLength);
  const [begun] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "correctionBegun",
        subjectKind: "document",
        subjectId: id,
        forumId: forum.id,
        details: { corrects: signedDocumentId },
      },
    ],
    now,
    change: [insertCorrection(db, { id, title, createdAt: now }, signedDocumentId)],
    onlyIfChanged: true,
    after: document.isUnnamed ? [copyMasks(db, signedDocumentId, id)] : [],
  });
  if (!begun?.meta.changes) {
    throw (await isUnderWay(db, signedDocumentId)) ? redactionBusy() : correctionExists();
  }
  return { documentId: id };
}
