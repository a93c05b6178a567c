import { type Actor, can } from "../../domain/permissions.ts";
import type { DocumentKind, DocumentStatus } from "../../domain/statuses.ts";
import type { DocumentToSettle } from "../db/waiting-documents.ts";
import { mayMove } from "./document-step.ts";

/** What only this person can do about a document: answer for their village, sign or review it. */
export interface WaitingDocument {
  act: "answer" | "sign" | "review";
  id: string;
  title: string;
  kind: DocumentKind;
  status: DocumentStatus;
  forumTitle: string;
  /** When it was submitted, ms since 1970; null before. */
  submittedAt: number | null;
}

/** Where documents may wait for somebody. What is being written, mended or published does not. */
export const waitingStatuses: readonly DocumentStatus[] = ["drafted", "submitted", "signed"];

/** More than anybody does in one sitting; the others follow as these are done. */
const shownAtOnce = 10;

/** @param forums those that the person may see, by their ids */
export function waitingFor(
  rows: readonly DocumentToSettle[],
  forums: ReadonlyMap<string, { forum: { title: string }; actor: Actor }>,
): WaitingDocument[] {
  return rows
    .flatMap((row): WaitingDocument[] => {
      const seen = forums.get(row.document.forumId);
      const act = seen ? actOf(seen.actor, row) : null;
      if (!seen || act === null) return [];
      const { id, title, kind, status } = row.document;
      const submittedAt = row.submission?.at ?? null;
      return [{ act, id, title, kind, status, forumTitle: seen.forum.title, submittedAt }];
    })
    .slice(0, shownAtOnce);
}

function actOf(actor: Actor, row: DocumentToSettle): WaitingDocument["act"] | null {
  const { document, submission, reviewedPlace, isInvited, hasAnswered } = row;
  if (!can(actor, "document.see", document)) return null;
  if (mayMove(actor, document, "signed")) return "sign";
  if (isInvited && !hasAnswered && can(actor, "document.confirm", document)) return "answer";
  if (!can(actor, "review.note", document)) return null;
  // What was submitted since is another version.
  const isReviewed = reviewedPlace !== null && reviewedPlace >= (submission?.place ?? 0);
  return isReviewed ? null : "review";
}
