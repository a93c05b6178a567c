import { type Actor, can } from "../../domain/permissions.ts";
import type { DocumentKind, DocumentStatus } from "../../domain/statuses.ts";
import type { ProposedRedaction } from "../db/redactions.ts";
import type { DocumentToSettle } from "../db/waiting-documents.ts";
import { mayMove } from "./document-step.ts";

/**
 * What only this person can do about a document: answer for their village, sign, publish or review
 * it, or decide whether personal data is removed from it.
 */
export interface WaitingDocument {
  act: "answer" | "sign" | "publish" | "review" | "redact";
  id: string;
  title: string;
  kind: DocumentKind;
  status: DocumentStatus;
  /** Null for a module, which belongs to none. */
  forumTitle: string | null;
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

/** @param forums those that the person may see, modules' circles as well, by their ids */
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
  inForum: string,
  submittedAt: number | null,
): WaitingDocument {
  const forumTitle = kind === "module" ? null : inForum;
  return { act, id, title, kind, status, forumTitle, submittedAt };
}

function actOf(actor: Actor, row: DocumentToSettle): WaitingDocument["act"] | null {
  const { document, submission, reviewedPlace, versionPlace, moduleStatus } = row;
  const { isInvited, hasAnswered } = row;
  if (!can(actor, "document.see", document)) return null;
  if (mayMove(actor, document, "signed")) return "sign";
  const publishes = { from: moduleStatus ?? "withdrawn", to: "published" } as const;
  if (can(actor, "module.move", publishes)) return "publish";
  if (isInvited && !hasAnswered && can(actor, "document.confirm", document)) return "answer";
  if (!can(actor, "review.note", document)) return null;
  // What was submitted since is another version, and so is a module that was moved on.
  const lastPlace = (document.kind === "module" ? versionPlace : submission?.place) ?? 0;
  const isReviewed = reviewedPlace !== null && reviewedPlace >= lastPlace;
  return isReviewed ? null : "review";
}
