import { can } from "../../domain/permissions.ts";
import {
  momentOutside,
  restoredPartGone,
  restoredTooOld,
  restoreFrozen,
} from "../../domain/refusals/history.ts";
import { documentFull, placeLocked, roomStorageFailed } from "../../domain/refusals/notes.ts";
import { notAllowed } from "../../domain/refusals.ts";
import { isFrozen } from "../../domain/statuses.ts";
import type { Restored } from "../../party/history/restore-orders.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";

interface Order {
  documentId: string;
  place: number;
  /** Null for the whole document. */
  sectionId: string | null;
}

/**
 * The document, or a section of it, says again what it said at a place: an ordinary edit of this
 * person's, which can be taken back in the same way.
 * @returns the place of that edit
 * @throws notFound, notAllowed, momentOutside, restoreFrozen, restoredPartGone, restoredTooOld,
 * placeLocked, documentFull, roomStorageFailed
 */
export async function restoreMoment(
  env: Env,
  me: SignedIn,
  { documentId, place, sectionId }: Order,
  now: number,
): Promise<{ place: number }> {
  const { document, forum, actor } = await enterDocument(env, me, documentId);
  if (!can(actor, "version.restore", document)) {
    const thawed = { ...document, status: "open" } as const;
    const isFrozenOnly = isFrozen(document.status) && can(actor, "version.restore", thawed);
    throw isFrozenOnly ? restoreFrozen() : notAllowed();
  }
  const reading = await env.REVIEW_ROOM.getByName(document.id).restorableAt(place);
  if (reading === null) throw momentOutside();
  const author = { personId: me.person.id, villageId: me.person.village?.id ?? null };
  const room = env.DOCUMENT_ROOM.getByName(document.id);
  const restored: Restored = await room.restore({ place, reading, sectionId, author });
  if (restored.kind === "refused") throw refusalFor(restored.why);
  await record(openDatabase(env), {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "versionRestored",
        subjectKind: "document",
        subjectId: document.id,
        forumId: forum.id,
        details: { from: place, place: restored.place, section: sectionId },
      },
    ],
    now,
    change: [],
  });
  return { place: restored.place };
}

function refusalFor(why: Extract<Restored, { kind: "refused" }>["why"]) {
  switch (why) {
    case "sectionGone":
      return restoredPartGone();
    case "schema":
      return restoredTooOld();
    case "locked":
      return placeLocked();
    case "full":
      return documentFull();
    case "storage":
      return roomStorageFailed();
  }
}
