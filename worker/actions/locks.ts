import { can } from "../../domain/permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { wholeDocument } from "../../party/locks/lock-view.ts";
import { findDocument } from "../db/documents.ts";
import { deleteLock, insertLock, wholeDocumentRow } from "../db/locks.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfDocument } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { actorOf } from "./actor.ts";
import { byWhom, record } from "./record.ts";

interface Lock {
  documentId: string;
  /** A container's id, or `wholeDocument`. */
  containerId: string;
}

/**
 * Nobody writes there any more, until it is unlocked. Locking what is locked changes nothing.
 * @throws notFound, also for a container that cannot be locked; notAllowed
 */
export async function lock(env: Env, me: SignedIn, { documentId, containerId }: Lock) {
  await change(env, me, { documentId, containerId }, "documentLocked");
}

/** @throws notFound, notAllowed */
export async function unlock(env: Env, me: SignedIn, { documentId, containerId }: Lock) {
  await change(env, me, { documentId, containerId }, "documentUnlocked");
}

async function change(
  env: Env,
  me: SignedIn,
  { documentId, containerId }: Lock,
  action: "documentLocked" | "documentUnlocked",
): Promise<void> {
  const db = openDatabase(env);
  const found = await findDocument(db, documentId, me.person.id);
  if (found === null) throw notFound();
  const { document, forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "document.see", document)) throw notFound();
  if (!can(actor, "document.lock")) throw notAllowed();
  const room = env.DOCUMENT_ROOM.getByName(document.id);
  const isLocking = action === "documentLocked";
  if (isLocking && containerId !== wholeDocument) {
    const ids = await room.lockableIds();
    if (!ids.includes(containerId)) throw notFound();
  }
  const now = Date.now();
  const row = containerId === wholeDocument ? wholeDocumentRow : containerId;
  await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action,
        subjectKind: "document",
        subjectId: document.id,
        forumId: forum.id,
        details: { container: containerId },
      },
    ],
    now,
    change: [
      isLocking
        ? insertLock(db, {
            documentId: document.id,
            containerId: row,
            lockedByPersonId: me.person.id,
            lockedAt: now,
          })
        : deleteLock(db, document.id, row),
    ],
    onlyIfChanged: true,
    after: [noticeOfDocument(db, document.id, now)],
  });
  // Where this fails, the notice tells it.
  await room.locksChanged().catch(logBug);
}
