import { type Actor, can, type DocumentFacts } from "../../domain/permissions.ts";
import { notAllowed, notFound, statusMovedOn } from "../../domain/refusals.ts";
import {
  type DocumentStatus,
  type ForumStatus,
  forumStatuses,
  isFrozen,
} from "../../domain/statuses.ts";
import { forumTransitions, transitionOf } from "../../domain/transitions.ts";
import { findDocument, updateDocumentStatus } from "../db/documents.ts";
import { findForum, updateForumStatus } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { requireNoneUnderWay } from "./carry-out-redaction.ts";
import { mayMove, requireStep, takeStep } from "./document-step.ts";
import { currentItem } from "./forum-session.ts";
import { noteModuleUses } from "./module-uses.ts";
import { noteItemEnded, noteVersion } from "./note-versions.ts";
import { byWhom, record } from "./record.ts";

/**
 * Where a document is moved by a word alone. Submitting, sending back, signing and publishing stand
 * on an exact version and have an act of their own.
 */
export const plainDocumentMoves = [
  "open",
  "drafted",
  "withdrawn",
] as const satisfies DocumentStatus[];
export type PlainDocumentMove = (typeof plainDocumentMoves)[number];

/** Where this person may move the document by a word. */
export function documentMoves(actor: Actor, document: DocumentFacts): PlainDocumentMove[] {
  return plainDocumentMoves.filter((to) => mayMove(actor, document, to));
}

export function forumMoves(actor: Actor, { status }: { status: ForumStatus }): ForumStatus[] {
  return forumStatuses.filter((to) => can(actor, "forum.move", { from: status, to }));
}

/** @throws notFound, notAllowed, statusMovedOn, redactionBusy */
export async function moveDocument(
  env: Env,
  me: SignedIn,
  documentId: string,
  to: PlainDocumentMove,
): Promise<void> {
  const db = openDatabase(env);
  const found = await findDocument(db, documentId, me.person.id);
  if (found === null) throw notFound();
  const { document, forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "document.see", document)) throw notFound();
  const from = document.status;
  requireStep({ actor, document }, [from], to);
  const now = Date.now();
  if (isFrozen(to)) await requireNoneUnderWay(env, documentId, now);
  const change = [updateDocumentStatus(db, document.id, from, to)];
  await takeStep(env, me, { document, forum, actor }, { to, change }, now);
  await noteVersion(env, { documentId, kind: "status", name: to, personId: me.person.id });
}

/** @throws notFound, notAllowed, statusMovedOn */
export async function moveForum(
  env: Env,
  me: SignedIn,
  forumId: string,
  to: ForumStatus,
): Promise<void> {
  const db = openDatabase(env);
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();
  const from = forum.status;
  if (transitionOf(forumTransitions, from, to) === null) throw statusMovedOn();
  if (!can(actor, "forum.move", { from, to })) throw notAllowed();
  const item = to === "ended" ? await currentItem(env, forum.id) : null;
  const [moved] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "forumStatusChanged",
        subjectKind: "forum",
        subjectId: forum.id,
        forumId: forum.id,
        details: { from, to },
      },
    ],
    now: Date.now(),
    change: [updateForumStatus(db, forum.id, from, to)],
    onlyIfChanged: true,
  });
  if (!moved?.meta.changes) throw statusMovedOn();
  if (item !== null) await noteItemEnded(env, forum.id, item, me.person.id);
  if (to === "inSession" || to === "ended") {
    await noteModuleUses(env, { forumId, itemId: null, isNewest: to === "inSession" });
  }
}
