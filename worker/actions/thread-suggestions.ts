import { can } from "../../domain/permissions.ts";
import {
  suggestionOutdated,
  suggestionSettled,
  suggestionsClosed,
} from "../../domain/refusals/notes.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { isFrozen } from "../../domain/statuses.ts";
import type { NoteStand } from "../../party/notes/note-orders.ts";
import type { ThreadView } from "../../party/notes/thread-view.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { updateAcceptance } from "../db/threads.ts";
import type { Env } from "../env.ts";
import { requireNoneUnderWay } from "./carry-out-redaction.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";
import { ThreadNames } from "./thread-names.ts";
import { type Entered, tellThread } from "./thread-views.ts";
import { refusalFor, requireShown, requireThread, type ThreadParams } from "./threads.ts";

/**
 * The suggestion's words replace the quoted ones, in the name of whoever accepts: in the room first,
 * which lets one of two at once win, then in the row with the audit log. Accepted again after a crash
 * in between, the room finds the words there, and the row follows.
 * @throws notFound, notAllowed, redactionBusy, and why nothing was replaced
 */
export async function acceptSuggestion(
  env: Env,
  me: SignedIn,
  { documentId, threadId }: ThreadParams,
): Promise<ThreadView> {
  const entered = await enterDocument(env, me, documentId);
  const { document, forum, actor } = entered;
  const db = openDatabase(env);
  const room = env.DOCUMENT_ROOM.getByName(documentId);
  // In this order: what is removed from here on changes the room's epoch, and is not put in again.
  const { [threadId]: stand = null } = await room.standsOfNotes([threadId]);
  await requireNoneUnderWay(env, documentId, Date.now());
  const { suggestion, quote, ...thread } = await requireThread(db, documentId, threadId);
  if (suggestion === null) throw notFound();
  if (!(await mayAccept(env, db, entered, stand))) {
    const isClosed = isFrozen(document.status) && can(actor, "document.annotate", document);
    throw isClosed ? suggestionsClosed() : notAllowed();
  }
  if (thread.acceptedAt !== null) throw suggestionSettled();
  if (!stand) throw suggestionOutdated();
  const accepter = { personId: me.person.id, villageId: me.person.village?.id ?? null };
  const { laneVillage, epoch } = stand;
  const order = { threadId, accepter, quote, suggestion, laneVillage, epoch };
  const acceptance = await room.acceptSuggestion(order);
  if (acceptance.kind === "refused") {
    if (acceptance.why !== "textChanged") throw refusalFor(acceptance.why);
    const now = await requireThread(db, documentId, threadId);
    throw now.acceptedAt === null ? suggestionOutdated() : suggestionSettled();
  }
  const now = Date.now();
  const [taken] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "suggestionAccepted",
        subjectKind: "document",
        subjectId: documentId,
        forumId: forum.id,
        details: { threadId, authorPersonId: thread.authorPersonId },
      },
    ],
    now,
    change: [updateAcceptance(db, threadId, me.person.id, now)],
    onlyIfChanged: true,
  });
  if (!taken?.meta.changes) throw suggestionSettled();
  return requireShown(await tellThread(env, entered, threadId));
}

/** Whoever may write where it stands; where it stands nowhere any more, whoever may write at all. */
async function mayAccept(
  env: Env,
  db: Database,
  { document, forum, actor, ...entered }: Entered,
  stand: NoteStand | null,
): Promise<boolean> {
  const facts = { ...document, lanesAreOpen: forum.lanesAreOpen };
  const lane = stand?.laneVillage ?? null;
  if (lane === null) return can(actor, "suggestion.accept", { ...facts, villageId: null });
  const names = await ThreadNames.load(env, db, { ...entered, document, forum }, []);
  const villageId = names.villageOfLane(lane);
  return villageId !== null && can(actor, "suggestion.accept", { ...facts, villageId });
}
