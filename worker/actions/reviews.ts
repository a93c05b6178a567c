import type { AuditFact } from "../../domain/audit.ts";
import { can } from "../../domain/permissions.ts";
import { placeOutside } from "../../domain/refusals/sign-off.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { ShownPerson } from "../../party/masks/shown-person.ts";
import { openDatabase } from "../db/open.ts";
import {
  findReviewNote,
  insertReview,
  insertReviewNote,
  selectReviewNotes,
  takeReviewNoteBack,
} from "../db/reviews.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findVersion } from "../db/versions.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";
import { readReviews, type ShownReview } from "./shown-reviews.ts";
import { ThreadNames } from "./thread-names.ts";

export interface ReviewView {
  notes: ShownNote[];
  /** Who has reviewed it, up to which place. */
  reviews: ShownReview[];
  mayReview: boolean;
}

interface ShownNote {
  id: string;
  place: number;
  /** Of a note on a change: the place before it. */
  from: number | null;
  versionId: string | null;
  /** Empty where it was taken back. */
  text: string;
  at: number;
  takenBackAt: number | null;
  by: ShownPerson;
  isOwn: boolean;
}

/** For whom the history names people. @throws notFound, notAllowed */
export async function readReview(env: Env, me: SignedIn, documentId: string): Promise<ReviewView> {
  const entered = await enterDocument(env, me, documentId);
  const { document, actor, roomPerson } = entered;
  if (!can(actor, "history.names", document)) throw notAllowed();
  const db = openDatabase(env);
  const [notes, reviews] = await Promise.all([
    selectReviewNotes(db, documentId),
    readReviews(env, entered),
  ]);
  const people = [...new Set(notes.map(({ personId }) => personId))];
  const names = await ThreadNames.load(env, db, entered, people);
  return {
    notes: notes.map(({ id, place, fromPlace, versionId, text, at, takenBackAt, personId }) => ({
      ...{ id, place, from: fromPlace, versionId, text, at, takenBackAt },
      by: names.person(roomPerson, personId),
      isOwn: personId === me.person.id,
    })),
    reviews,
    mayReview: can(actor, "review.note", document),
  };
}

interface NewNote {
  documentId: string;
  text: string;
  /** A place of the record, what came up to it since `from`, or a version, whose place it is then. */
  on: { place: number; from?: number | undefined } | { versionId: string };
}

/** @throws notFound also for a version of another document, notAllowed, placeOutside */
export async function addReviewNote(
  env: Env,
  me: SignedIn,
  { documentId, text, on }: NewNote,
  now: number,
): Promise<{ noteId: string }> {
  const entered = await enterToReview(env, me, documentId);
  const db = openDatabase(env);
  const version = "versionId" in on ? await findVersion(db, documentId, on.versionId) : null;
  if ("versionId" in on && version === null) throw notFound();
  const place = version?.place ?? ("place" in on ? on.place : 0);
  const fromPlace = "place" in on ? (on.from ?? null) : null;
  if (fromPlace !== null && fromPlace >= place) throw placeOutside();
  await requirePlace(env, documentId, place);
  const id = crypto.randomUUID();
  const versionId = version?.id ?? null;
  await record(db, {
    facts: [factOf(me, entered, "reviewNoted", { note: id, place })],
    now,
    change: [
      insertReviewNote(db, {
        ...{ id, documentId, versionId, fromPlace, place, text, at: now },
        personId: me.person.id,
      }),
    ],
  });
  return { noteId: id };
}

/** Its words go; that it was there stays. Once more changes nothing. @throws notFound, notAllowed */
export async function takeBackReviewNote(
  env: Env,
  me: SignedIn,
  { documentId, noteId }: { documentId: string; noteId: string },
  now: number,
): Promise<void> {
  const entered = await enterToReview(env, me, documentId);
  const db = openDatabase(env);
  const note = await findReviewNote(db, documentId, noteId);
  if (note === null) throw notFound();
  if (note.personId !== me.person.id) throw notAllowed();
  await record(db, {
    facts: [factOf(me, entered, "reviewNoteTakenBack", { note: noteId })],
    now,
    change: [takeReviewNoteBack(db, { documentId, noteId }, now)],
    onlyIfChanged: true,
  });
}

/** "Telah ditinjau": said once for a place. @throws notFound, notAllowed, placeOutside */
export async function closeReview(
  env: Env,
  me: SignedIn,
  { documentId, place }: { documentId: string; place: number },
  now: number,
): Promise<void> {
  const entered = await enterToReview(env, me, documentId);
  await requirePlace(env, documentId, place);
  const db = openDatabase(env);
  const { id: personId, position, office } = me.person;
  await record(db, {
    facts: [factOf(me, entered, "documentReviewed", { place })],
    now,
    change: [insertReview(db, { documentId, place, personId, position, office, at: now })],
    onlyIfChanged: true,
  });
}

type Entered = Awaited<ReturnType<typeof enterDocument>>;

async function enterToReview(env: Env, me: SignedIn, documentId: string): Promise<Entered> {
  const entered = await enterDocument(env, me, documentId);
  if (!can(entered.actor, "review.note", entered.document)) throw notAllowed();
  return entered;
}

async function requirePlace(env: Env, documentId: string, place: number): Promise<void> {
  const last = await env.DOCUMENT_ROOM.getByName(documentId).currentPlace();
  if (last === null || place > last) throw placeOutside();
}

function factOf(
  me: SignedIn,
  { document, forum, actor }: Entered,
  action: "reviewNoted" | "reviewNoteTakenBack" | "documentReviewed",
  details: AuditFact["details"],
): AuditFact {
  return {
    ...byWhom(me, forum.districtId),
    roles: actor.roles,
    action,
    subjectKind: "document",
    subjectId: document.id,
    forumId: forum.id,
    ...(details ? { details } : {}),
  };
}
