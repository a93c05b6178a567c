import type { ModuleStatus } from "../../domain/modules.ts";
import { can } from "../../domain/permissions.ts";
import { notFound, notSignedIn } from "../../domain/refusals.ts";
import {
  type DocumentKind,
  type DocumentStatus,
  isFrozen,
  type Theme,
} from "../../domain/statuses.ts";
import type { LaneVillage, ShownVillage } from "../../party/masks/shown-person.ts";
import { admissionOf } from "../../party/rights/admission.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { findDocument } from "../db/documents.ts";
import { selectVillagesAround } from "../db/forum-villages.ts";
import { type FoundDocument, findKnock } from "../db/knocks.ts";
import { findModule } from "../db/modules.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { type ForumCard, forumCard } from "./cards.ts";
import { maskOf, selfShown, villagesShown } from "./masks.ts";
import { type RedactionSummary, summarizeRedactions } from "./redaction-summary.ts";
import { readReviews, type ShownReview } from "./shown-reviews.ts";
import { readSigning, type Signing } from "./signing.ts";
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
    /** How a module stands; null for what belongs to a forum. */
    moduleStatus: ModuleStatus | null;
    /** In an unnamed case for its facilitators alone: its facts may point to the village. */
    proposedBy: VillageBadge | null;
  };
  forum: ForumCard;
  /** The invited villages, in the order of their lanes. */
  villages: LaneVillage[];
  /** Those that are not invited: what they wrote while they were bears their names. */
  otherVillages: ShownVillage[];
  /** What this person may do in the document's room, and as whom they are there. */
  me: ReturnType<typeof selfShown>;
  /** Where this person may move the document by a word. */
  moves: PlainDocumentMove[];
  /** Whether this person may lock parts of it while they are discussed. */
  mayLock: boolean;
  /** Its way to being signed. */
  signing: Signing;
  redaction: RedactionSummary;
  /** Who has reviewed it. */
  reviews: ShownReview[];
}

/** @throws notFound, also for a document that may not be seen */
export async function readDocument(
  env: Env,
  me: SignedIn,
  documentId: string,
): Promise<DocumentPage> {
  const entered = await enterDocument(env, me, documentId);
  const { document, forum, proposedBy, roomPerson, actor } = entered;
  const { id, kind, title, theme, fiscalYear, status, isUnnamed } = document;
  const db = openDatabase(env);
  const [around, signing, reviews] = await Promise.all([
    selectVillagesAround(db, forum),
    readSigning(env, entered),
    readReviews(env, entered),
  ]);
  const invited = around.filter(({ position }) => position !== null).map(badgeOf);
  const others = around
    .filter((village) => village.position === null && mayExist(village, env))
    .map(badgeOf);
  return {
    document: {
      ...{ id, kind, title, theme, fiscalYear, status, isUnnamed },
      proposedBy: roomPerson.unmasks ? proposedBy : null,
      moduleStatus: kind === "module" ? ((await findModule(db, id))?.status ?? null) : null,
    },
    forum: forumCard(forum),
    // Behind a mask nobody learns which of the villages is not invited any more.
    villages: isUnnamed
      ? await villagesShown(db, document, roomPerson, [...invited, ...others])
      : invited,
    otherVillages: isUnnamed ? [] : others,
    me: selfShown(roomPerson),
    moves: documentMoves(actor, document),
    mayLock: !isFrozen(document.status) && can(actor, "document.lock"),
    signing,
    reviews,
    redaction: await summarizeRedactions(db, entered),
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
  const decidedAt = Date.now();
  return admit(db, me, await findDocument(db, documentId, me.person.id), decidedAt);
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
  const tokenHash = await hashToken(token);
  const now = Date.now();
  const knock = await findKnock(db, tokenHash, documentId, now);
  if (!knock || !mayExist(knock.me.person, env) || !isMeant(knock.me.person.id)) {
    throw notSignedIn();
  }
  return admit(db, knock.me, knock.found, now);
}

function badgeOf({ id, name, colour }: VillageBadge): VillageBadge {
  return { id, name, colour };
}

async function admit(db: Database, me: SignedIn, found: FoundDocument | null, decidedAt: number) {
  if (found === null || admissionOf(me, found, null, decidedAt) === null) throw notFound();
  // Only now: whoever may not see the document gets no mask in it.
  const admission = admissionOf(me, found, await maskOf(db, me, found.document), decidedAt);
  if (admission === null) throw notFound();
  return { ...found, ...admission };
}
