import { type Actor, can } from "../../domain/permissions.ts";
import type { DocumentKind, DocumentStatus } from "../../domain/statuses.ts";
import type { ProposedRedaction } from "../db/redactions.ts";
import type { DocumentToSettle } from "../db/waiting-documents.ts";
import { mayMove } from "./document-step.ts";

/**
 * What only this person can do about a document: answer for their village, sign or review it, or
 * decide whether personal data is removed from it.
 */
export interface WaitingDocument {
  act: "answer" | "sign" | "review" | "redact";
  id: string;
  title: string;
  kind: DocumentKind;
  status: DocumentStatus;
  forumTitle: string;
  /** When it was submitted, or the removal proposed, ms since 1970; null before. */
  submittedAt: number | null;
}

/** Where documents may wait for somebody. What is being written, mended or published does not. */
export const waitingStatuses: readonly DocumentStatus[] = ["drafted", "submitted", "signed"];

/** More than anybody does in one sitting; the others follow as these are done. */
const shownAtOnce = 10;

interface Found {
  documents: readonly DocumentToSettle[];
  redactions: readonly ProposedRedaction[];
}

type SeenForums = ReadonlyMap<string, { forum: { title: string }; actor: Actor }>;

/** @param forums those that the person may see, by their ids */
export function waitingFor(found: Found, forums: SeenForums): WaitingDocument[] {
  const toSettle = found.documents.flatMap((row): WaitingDocument[] => {
    const seen = forums.get(row.document.forumId);
    const act = seen ? actOf(seen.actor, row) : null;
    if (!seen || act === null) return [];
    return [waiting(act, row.document, seen.forum.title, row.submission?.at ?? null)];
  });
  const toRedact = [...Map.groupBy(found.redactions, ({ document }) => document.id).values()];
  return [...toRedact.flatMap((rows) => redactionIn(rows, forums)), ...toSettle].slice(
    0,
    shownAtOnce,
  );
}

/** One card for a document, however much is proposed in it. @param rows the oldest first */
function redactionIn([first]: readonly ProposedRedaction[], forums: SeenForums): WaitingDocument[] {
  const seen = first && forums.get(first.document.forumId);
  if (!seen || !can(seen.actor, "document.confirmRedaction", first.document)) return [];
  return [waiting("redact", first.document, seen.forum.title, first.proposedAt)];
}

function waiting(
  act: WaitingDocument["act"],
  { id, title, kind, status }: DocumentToSettle["document"],
  forumTitle: string,
  submittedAt: number | null,
): WaitingDocument {
  return { act, id, title, kind, status, forumTitle, submittedAt };
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
