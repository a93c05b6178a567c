import { type Actor, can, type DocumentFacts } from "../../domain/permissions.ts";
import { notAllowed, notFound, statusMovedOn } from "../../domain/refusals.ts";
import { type DocumentStatus, type ForumStatus, forumStatuses } from "../../domain/statuses.ts";
import { documentTransitions, forumTransitions, transitionOf } from "../../domain/transitions.ts";
import { findDocument, updateDocumentStatus } from "../db/documents.ts";
import { findForum, updateForumStatus } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfDocument } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
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
  const { status, proposedByPersonId, proposedByVillageId } = document;
  const facts = { status, proposedByPersonId, proposedByVillageId };
  return plainDocumentMoves.filter((to) => can(actor, "document.move", { ...facts, to }));
}

export function forumMoves(actor: Actor, { status }: { status: ForumStatus }): ForumStatus[] {
  return forumStatuses.filter((to) => can(actor, "forum.move", { from: status, to }));
}

/** @throws notFound, notAllowed, statusMovedOn */
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
  if (transitionOf(documentTransitions, from, to) === null) throw statusMovedOn();
  if (!documentMoves(actor, document).includes(to)) throw notAllowed();
  const now = Date.now();
  const [moved] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "documentStatusChanged",
        subjectKind: "document",
        subjectId: document.id,
        forumId: forum.id,
        details: { from, to },
      },
    ],
    now,
    change: [updateDocumentStatus(db, document.id, from, to)],
    onlyIfChanged: true,
    after: [noticeOfDocument(db, document.id, now)],
  });
  if (!moved?.meta.changes) throw statusMovedOn();
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
}
