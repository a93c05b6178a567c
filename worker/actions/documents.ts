import { type Actor, can, type DocumentFacts } from "../../domain/permissions.ts";
import { notFound, notSignedIn } from "../../domain/refusals.ts";
import {
  type DocumentKind,
  type DocumentStatus,
  isFrozen,
  type Theme,
} from "../../domain/statuses.ts";
import type { Mask } from "../../party/masks/mask.ts";
import type { ShownVillage } from "../../party/masks/shown-person.ts";
import type { RoomPerson, VillageBadge } from "../../party/room-person.ts";
import { findDocument } from "../db/documents.ts";
import { selectInvitedVillages } from "../db/forums.ts";
import { findKnock } from "../db/knocks.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { type ForumCard, forumCard } from "./cards.ts";
import { lanesUnder, maskOf, selfShown, unmasks, villagesShown } from "./masks.ts";
import { mayExist } from "./sessions.ts";
import { documentMoves, type PlainDocumentMove } from "./statuses.ts";
import { hashToken } from "./tokens.ts";

export interface DocumentPage {
  document: {
    id: string;
    kind: DocumentKind;
    title: string;
    theme: Theme;
    fiscalYear: number;
    status: DocumentStatus;
    isUnnamed: boolean;
    /** In an unnamed case for its facilitators alone: its facts may point to the village. */
    proposedBy: VillageBadge | null;
  };
  forum: ForumCard;
  /** The invited villages, in the order of their lanes. */
  villages: ShownVillage[];
  /** What this person may do in the document's room, and as whom they are there. */
  me: ReturnType<typeof selfShown>;
  /** Where this person may move the document by a word. */
  moves: PlainDocumentMove[];
}

/** @throws notFound, also for a document that may not be seen */
export async function readDocument(
  env: Env,
  me: SignedIn,
  documentId: string,
): Promise<DocumentPage> {
  const { document, forum, proposedBy, roomPerson, actor } = await enterDocument(
    env,
    me,
    documentId,
  );
  const { id, kind, title, theme, fiscalYear, status, isUnnamed } = document;
  const db = openDatabase(env);
  const invited = await selectInvitedVillages(db, forum.id);
  return {
    document: {
      ...{ id, kind, title, theme, fiscalYear, status, isUnnamed },
      proposedBy: roomPerson.unmasks ? proposedBy : null,
    },
    forum: forumCard(forum),
    villages: await villagesShown(db, document, roomPerson, invited),
    me: selfShown(roomPerson),
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
  const db = openDatabase(env);
  return admit(db, me, await findDocument(db, documentId, me.person.id));
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
  const db = openDatabase(env);
  const knock = await findKnock(db, await hashToken(token), documentId, Date.now());
  if (!knock || !mayExist(knock.me.person, env) || !isMeant(knock.me.person.id)) {
    throw notSignedIn();
  }
  return admit(db, knock.me, knock.found);
}

type Found = Awaited<ReturnType<typeof findDocument>>;

async function admit(db: Database, me: SignedIn, found: Found) {
  if (found === null) throw notFound();
  const actor = actorOf(me, found.forum, found.ownRoles);
  if (!can(actor, "document.see", found.document)) throw notFound();
  const mask = await maskOf(db, me, found.document);
  return { ...found, actor, roomPerson: roomPersonOf(me, actor, found.document, mask) };
}

function roomPersonOf(
  me: SignedIn,
  actor: Actor,
  document: DocumentFacts & { isUnnamed: boolean },
  mask: Mask | null,
): RoomPerson {
  return {
    personId: me.person.id,
    name: me.person.name,
    village: me.person.village,
    office: me.person.office,
    mayWrite: can(actor, "document.write", document),
    isFrozen: isFrozen(document.status),
    unmasks: unmasks(actor, document),
    mask,
    lanes: lanesUnder(mask, lanesOf(actor, document)),
    sessionEndsAt: me.sessionEndsAt,
  };
}

function lanesOf(actor: Actor, document: DocumentFacts): RoomPerson["lanes"] {
  if (can(actor, "lanes.write", document)) return "all";
  const { villageId } = actor;
  if (villageId === null) return [];
  return can(actor, "lane.write", { ...document, villageId }) ? [villageId] : [];
}
