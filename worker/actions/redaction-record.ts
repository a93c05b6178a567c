import type { AuditFact } from "../../domain/audit.ts";
import { can } from "../../domain/permissions.ts";
import {
  redactionBusy,
  redactionDecided,
  redactionStatusChanged,
} from "../../domain/refusals/redaction.ts";
import { notAllowed } from "../../domain/refusals.ts";
import type { Author } from "../../party/log/page-codec.ts";
import { openDatabase } from "../db/open.ts";
import { decideRedaction, insertRedaction, type RedactionRow } from "../db/redactions.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import type { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";

export type Entered = Awaited<ReturnType<typeof enterDocument>>;

/** @throws notAllowed, or redactionStatusChanged for whoever may do it another way */
export function requireWay(
  { actor, document }: Entered,
  action: "document.redact" | "document.proposeRedaction" | "document.confirmRedaction",
): void {
  if (can(actor, action, document)) return;
  const ways = ["open", "submitted"] as const;
  const mayOtherwise = ways.some((status) => can(actor, action, { ...document, status }));
  throw mayOtherwise ? redactionStatusChanged() : notAllowed();
}

/** A row of its own, with its word in the audit log. @throws redactionStatusChanged, redactionBusy */
export async function writeRow(
  env: Env,
  me: SignedIn,
  entered: Entered,
  row: RedactionRow,
  action: AuditFact["action"],
): Promise<void> {
  const db = openDatabase(env);
  const { document } = entered;
  const [written] = await recorded(env, me, entered, row, {
    action,
    now: row.proposedAt,
    change: insertRedaction(db, row, document.status),
  });
  if (!written?.meta.changes) throw redactionStatusChanged();
}

/** A proposal, with the word in the audit log. @throws redactionDecided, redactionBusy */
export async function decideRow(
  env: Env,
  me: SignedIn,
  entered: Entered,
  row: RedactionRow,
  decided: Parameters<typeof decideRedaction>[2] & { decidedAt: number },
  action: AuditFact["action"],
): Promise<void> {
  const change = decideRedaction(openDatabase(env), row.id, decided);
  const now = decided.decidedAt;
  const [changed] = await recorded(env, me, entered, row, { action, now, change });
  if (!changed?.meta.changes) throw redactionDecided();
}

/** @throws redactionBusy where another is under way in the document */
async function recorded(
  env: Env,
  me: SignedIn,
  { document, forum, actor }: Entered,
  { id, units, reasonKind }: RedactionRow,
  {
    action,
    now,
    change,
  }: {
    action: AuditFact["action"];
    now: number;
    change: ReturnType<typeof decideRedaction> | ReturnType<typeof insertRedaction>;
  },
): Promise<D1Result[]> {
  try {
    return await record(openDatabase(env), {
      facts: [
        {
          ...byWhom(me, forum.districtId),
          roles: actor.roles,
          action,
          subjectKind: "document",
          subjectId: document.id,
          forumId: forum.id,
          details: { redaction: id, units, reason: reasonKind },
        },
      ],
      now,
      change: [change],
      onlyIfChanged: true,
    });
  } catch (error) {
    if (isTaken(error)) throw redactionBusy();
    throw error;
  }
}

export function authorOf({ person }: SignedIn): Author {
  return { personId: person.id, villageId: person.village?.id ?? null };
}

function isTaken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: redactions\.document_id/.test(cause.message)) return true;
  }
  return false;
}
