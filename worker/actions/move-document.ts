import { can } from "../../domain/permissions.ts";
import { mayNotMove, movesElsewhere, statusChanged } from "../../domain/refusals.ts";
import type { DocumentStatus } from "../../domain/statuses.ts";
import { documentTransitions, transitionOf } from "../../domain/transitions.ts";
import { updateDocumentStatus } from "../db/documents.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfDocument } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { plainMoves } from "./document-moves.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";

/** @throws notFound, mayNotMove, movesElsewhere; statusChanged when somebody else was first */
export async function moveDocument(
  env: Env,
  me: SignedIn,
  documentId: string,
  to: DocumentStatus,
): Promise<void> {
  const { document, forum, actor } = await enterDocument(env, me, documentId);
  if (!plainMoves.includes(to)) throw movesElsewhere();
  const { id, status: from } = document;
  if (transitionOf(documentTransitions, from, to) === null) throw statusChanged();
  if (!can(actor, "document.move", { ...document, to })) throw mayNotMove();
  const db = openDatabase(env);
  const now = Date.now();
  const [moved] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "documentStatusChanged",
        subjectKind: "document",
        subjectId: id,
        forumId: forum.id,
        details: { from, to },
      },
    ],
    now,
    change: [updateDocumentStatus(db, id, from, to)],
    onlyIfChanged: true,
    after: [noticeOfDocument(db, id, now)],
  });
  if (moved?.meta.changes !== 1) throw statusChanged();
}
