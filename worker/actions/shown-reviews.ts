import { can } from "../../domain/permissions.ts";
import { within } from "../../party/rights/within.ts";
import { openDatabase } from "../db/open.ts";
import { selectReviews } from "../db/reviews.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import type { enterDocument } from "./documents.ts";
import type { By } from "./signing.ts";
import { ThreadNames } from "./thread-names.ts";

/** That somebody has reviewed a document ("Telah ditinjau"), up to a place of its record. */
export interface ShownReview {
  place: number;
  at: number;
  by: By;
  /** As they were then; null behind a mask. */
  position: string | null;
  office: string | null;
  isOwn: boolean;
  /** Whether the same person has said it of no later place. */
  isLatest: boolean;
  /** Null where the record does not answer. */
  hasChangedSince: boolean | null;
}

type Entered = Awaited<ReturnType<typeof enterDocument>>;

/** The record has to be read for it; a document's page does not wait longer. */
const answerWithinMs = 3000;

/** Who has reviewed a document, the first one first. */
export async function readReviews(env: Env, entered: Entered): Promise<ShownReview[]> {
  const db = openDatabase(env);
  const { document, actor, roomPerson } = entered;
  const rows = await selectReviews(db, document.id);
  if (rows.length === 0) return [];
  const people = can(actor, "history.names", document)
    ? [...new Set(rows.map(({ personId }) => personId))]
    : [];
  const [names, lastChange] = await Promise.all([
    ThreadNames.load(env, db, entered, people),
    lastChangeOf(env, document.id),
  ]);
  return rows.map(({ place, at, personId, position, office }) => ({
    ...{ place, at },
    by: people.includes(personId) ? names.person(roomPerson, personId) : null,
    position: roomPerson.unmasks ? position : null,
    office: roomPerson.unmasks ? office : null,
    isOwn: personId === actor.personId,
    isLatest: rows.every((other) => other.personId !== personId || other.place <= place),
    hasChangedSince: lastChange === null ? null : lastChange > place,
  }));
}

async function lastChangeOf(env: Env, documentId: string): Promise<number | null> {
  try {
    return await within(answerWithinMs, env.REVIEW_ROOM.getByName(documentId).lastChange());
  } catch (error) {
    logBug(error);
    return null;
  }
}
