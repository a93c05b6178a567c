import { type Actor, can, type DocumentFacts } from "../../domain/permissions.ts";
import type { Database } from "../db/open.ts";
import { selectRedactions } from "../db/redactions.ts";

/** What a document's page has to show of removed personal data. */
export interface RedactionSummary {
  /** How many this person may read about. */
  shown: number;
  /** How many wait for this person, as the camat. */
  waiting: number;
  /** How this person may remove some: at once, or by asking the camat. */
  may: "redact" | "propose" | null;
}

export async function summarizeRedactions(
  db: Database,
  { actor, document }: { actor: Actor; document: DocumentFacts & { id: string } },
): Promise<RedactionSummary> {
  const rows = await selectRedactions(db, document.id);
  const mayRedact = can(actor, "document.redact", document);
  return {
    shown: rows.filter(({ status }) => isShown(status, { actor, document })).length,
    waiting: can(actor, "document.confirmRedaction", document)
      ? rows.filter(({ status }) => status === "proposed").length
      : 0,
    may: mayRedact
      ? "redact"
      : can(actor, "document.proposeRedaction", document)
        ? "propose"
        : null,
  };
}

/** What is not done is for those who propose and decide. */
export function isShown(
  status: string,
  { actor, document }: { actor: Actor; document: DocumentFacts },
): boolean {
  if (status === "done" || status === "confirmed") return true;
  return can(actor, "document.confirmRedaction", document) || mayTakeBack({ actor, document });
}

/** Also when the document was sent back meanwhile. */
export function mayTakeBack({
  actor,
  document,
}: {
  actor: Actor;
  document: DocumentFacts;
}): boolean {
  return (
    can(actor, "document.proposeRedaction", document) || can(actor, "document.redact", document)
  );
}
