import { notFound, notSignedIn } from "../../domain/refusals.ts";
import type { DocumentKind, DocumentStatus, Theme } from "../../domain/statuses.ts";
import { admissionOf } from "../../party/rights/admission.ts";
import type { OwnRights, RoomPerson, VillageBadge } from "../../party/room-person.ts";
import { findDocument } from "../db/documents.ts";
import { selectInvitedVillages } from "../db/forums.ts";
import { type FoundDocument, findKnock } from "../db/knocks.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { type ForumCard, forumCard } from "./cards.ts";
import { documentMoves } from "./document-moves.ts";
import { hashToken } from "./tokens.ts";

export interface DocumentPage {
  document: {
    id: string;
    kind: DocumentKind;
    title: string;
    theme: Theme;
    fiscalYear: number;
    status: DocumentStatus;
    proposedBy: VillageBadge | null;
  };
  forum: ForumCard;
  /** The invited villages, in the order of their lanes. */
  villages: VillageBadge[];
  /** What the document's room will be told about this person. */
  me: OwnRights;
  /** Where this person may move the document now. */
  moves: DocumentStatus[];
}

/** @throws notFound, also for a document that may not be seen */
export async function readDocument(
  env: Env,
  me: SignedIn,
  documentId: string,
): Promise<DocumentPage> {
  const { document, forum, proposedBy, actor, roomPerson } = await enterDocument(
    env,
    me,
    documentId,
  );
  const { id, kind, title, theme, fiscalYear, status } = document;
  return {
    document: { id, kind, title, theme, fiscalYear, status, proposedBy },
    forum: forumCard(forum),
    villages: await selectInvitedVillages(openDatabase(env), forum.id),
    me: ownRightsOf(roomPerson),
    moves: documentMoves(actor, document),
  };
}

/**
 * The document's words as they are now, as JSON of a `ReadingNode`, without taking a seat in its
 * room.
 * @throws notFound, also for a document that may not be seen
 */
export async function readWords(env: Env, me: SignedIn, documentId: string): Promise<string> {
  const { document } = await enterDocument(env, me, documentId);
  return env.DOCUMENT_ROOM.getByName(document.id).reading();
}

/**
 * The document, and what its room is told about the person who comes.
 * @throws notFound, also for a document that may not be seen
 */
export async function enterDocument(env: Env, me: SignedIn, documentId: string) {
  const decidedAt = Date.now();
  return admit(me, await findDocument(openDatabase(env), documentId, me.person.id), decidedAt);
}

/**
 * As `enterDocument`, for whoever holds this session cookie.
 * @param isMeant whether the person of the session is the one who knocks
 * @throws notSignedIn, and notFound, also for a document that may not be seen
 */
export async function enterWithCookie(
  env: Env,
  token: string | undefined,
  documentId: string,
  isMeant: (personId: string) => boolean,
) {
  if (token === undefined) throw notSignedIn();
  const tokenHash = await hashToken(token);
  const now = Date.now();
  const knock = await findKnock(openDatabase(env), tokenHash, documentId, now);
  if (!knock || !mayExist(knock.me.person, env) || !isMeant(knock.me.person.id)) {
    throw notSignedIn();
  }
  return admit(knock.me, knock.found, now);
}

function ownRightsOf({ sessionId: _s, decidedAt: _d, ...own }: RoomPerson): OwnRights {
  return own;
}

function admit(me: SignedIn, found: FoundDocument | null, decidedAt: number) {
  const admission = found && admissionOf(me, found, decidedAt);
  if (!admission) throw notFound();
  return { ...found, ...admission };
}
