import { type FollowUpState, followUpState } from "../../domain/follow-ups.ts";
import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import { findDocument } from "../db/documents.ts";
import { selectFollowUpsOfDocument } from "../db/follow-ups.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { seeFollowUps } from "./seen-follow-ups.ts";

/** What the register says of a follow-up that stands in a document. */
export interface RegisterStatus {
  /** Of its container in the document. */
  nodeId: string;
  state: FollowUpState;
  /** The day that holds now (YYYY-MM-DD, in WIB). */
  dueDate: string | null;
  /** Whether that is another day than the document's words say. */
  isMoved: boolean;
}

/** @throws notFound, also for a document that may not be seen */
export async function readRegisterStatuses(
  env: Env,
  me: SignedIn,
  documentId: string,
): Promise<{ statuses: RegisterStatus[] }> {
  const db = openDatabase(env);
  const found = await findDocument(db, documentId, me.person.id);
  if (found === null) throw notFound();
  const actor = actorOf(me, found.forum, found.ownRoles);
  if (!can(actor, "document.see", found.document)) throw notFound();
  const now = Date.now();
  const seen = await seeFollowUps(db, me, await selectFollowUpsOfDocument(db, documentId));
  const statuses = seen
    .filter(({ first }) => !first.isGone)
    .map(({ first, head, moves }) => ({
      nodeId: first.nodeId,
      state: followUpState(head, now),
      dueDate: head.dueDate,
      isMoved: moves.length > 0,
    }));
  return { statuses };
}
