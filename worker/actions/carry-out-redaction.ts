import type { AuditFact } from "../../domain/audit.ts";
import {
  maxRedactedUnits,
  type RedactionOutcome,
  type RedactionPiece,
} from "../../domain/redaction.ts";
import {
  redactionBusy,
  redactionNothingThere,
  redactionStatusChanged,
  redactionTooLong,
  redactionUnfinished,
  redactionWaits,
} from "../../domain/refusals/redaction.ts";
import { Refusal } from "../../domain/refusals.ts";
import type { Author } from "../../party/log/page-codec.ts";
import type { NoteNews } from "../../party/notes/thread-view.ts";
import { findDocumentDistrict } from "../db/documents.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { overwriteRows } from "../db/redacted-rows.ts";
import { isUnderWay } from "../db/redaction-under-way.ts";
import {
  deleteRedaction,
  findLeft,
  finishRedaction,
  lapseRedaction,
  type RedactionRow,
  undecideRedaction,
} from "../db/redactions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { record } from "./record.ts";
import { type SignedLeaves, settleSalts } from "./signed-leaves.ts";

type Prevented = Exclude<RedactionOutcome["kind"], "redacted" | "storageFails" | "busy">;

/** From then on what is under way is nobody's who is still at it. */
const leftAfterMs = 30_000;

/** In the middle of a forum somebody may write the words again while they are removed. */
const sweeps = 3;

/**
 * Removes the words of a row that is under way: first from the room, then from the rest of the
 * database; the last step forgets them. Each step can be done again.
 * @returns what kept the room from it, and then nothing was removed and the row is let go; null when
 * it is done
 * @throws redactionUnfinished, redactionWaits where that is not known
 */
export async function carryOut(
  env: Env,
  row: RedactionRow,
  author: Author,
): Promise<Prevented | null> {
  const { id: redactionId, documentId } = row;
  const pieces = (JSON.parse(row.pieces) as RedactionPiece[][]).flat();
  const words = JSON.parse(row.words ?? "[]") as string[];
  const outcome = await env.DOCUMENT_ROOM.getByName(documentId).redact({
    redactionId,
    pieces,
    author,
    isAtOnce: isAtOnce(row),
    ...(isBeside(row) && { words }),
  });
  if (outcome.kind === "storageFails") throw redactionUnfinished();
  // The room may be at this very order: it is asked again by whoever looks next.
  if (outcome.kind === "busy") throw redactionWaits();
  const db = openDatabase(env);
  // A document that nobody ever entered may have a name and nothing else.
  const isNameOnly = outcome.kind === "nothingThere" && isBeside(row);
  if (outcome.kind !== "redacted" && !isNameOnly) {
    await letGo(db, row, outcome.kind);
    return outcome.kind;
  }
  const done = outcome.kind === "redacted" ? outcome : null;
  try {
    if (done) await followRoom(env, documentId);
    const kept = { documentId, place: done?.place ?? 0 };
    for (let sweep = 0; sweep < sweeps; sweep++) {
      if ((await overwriteRows(env.DB, kept, words)) === 0) break;
    }
    if (!(await env.DOCUMENT_ROOM.getByName(documentId).forgetIndexed(words))) {
      throw new Error("the search index does not follow the document");
    }
    await settleSalts(env, db, documentId, { kept: keptLeaves(row), words });
    // Before the words are forgotten: where nobody could be told, the next who looks does it again.
    if (done) await tellRemoved(env, documentId);
    await noteDone(db, row, done);
  } catch (error) {
    logBug(error);
    throw redactionUnfinished();
  }
  // What is listed of it changed too.
  if (done) await tellRemoved(env, documentId).catch(logBug);
  return null;
}

/** Before the sweep: what it takes out of the register is swept as it was. */
async function followRoom(env: Env, documentId: string): Promise<void> {
  await env.REVIEW_ROOM.getByName(documentId).forget();
  const isProjected = await env.DOCUMENT_ROOM.getByName(documentId).project();
  if (!isProjected) throw new Error("the register does not follow the document");
}

/** Whoever came back before the sweep was over was answered with the words. */
async function tellRemoved(env: Env, documentId: string): Promise<void> {
  const news: NoteNews = { threads: [], removedIds: [], placements: [], askAgain: true };
  await env.DOCUMENT_ROOM.getByName(documentId).tellNotes({ named: news, masked: news });
}

/** Of what stands beside the text alone: it has no place in the text. */
export function isBeside({ pieces }: Pick<RedactionRow, "pieces">): boolean {
  return pieces === "[]";
}

/** Ordered by a facilitator alone, before anything was submitted. */
export function isAtOnce(row: RedactionRow): boolean {
  return row.proposedAt === row.decidedAt && row.proposedByPersonId === row.decidedByPersonId;
}

/**
 * An order in vain is gone, and what the camat confirmed is a proposal again. One that the document
 * was submitted before stays to be read: whoever ordered it may not be there any more.
 */
async function letGo(db: Database, row: RedactionRow, why: Prevented): Promise<void> {
  if (why === "stale") await noteLapsed(db, row);
  else await (isAtOnce(row) ? deleteRedaction(db, row.id) : undecideRedaction(db, row.id));
}

/** What a request left half-done is finished by the next one. Never makes that one fail. */
export async function finishLeft(env: Env, documentId: string, now: number): Promise<void> {
  const left = await findLeft(openDatabase(env), documentId, now - leftAfterMs);
  if (left === null) return;
  const { redaction, villageId } = left;
  const personId = redaction.decidedByPersonId ?? redaction.proposedByPersonId;
  try {
    await carryOut(env, redaction, { personId, villageId });
  } catch (error) {
    // Refused in words it was told already, or only waits.
    if (!(error instanceof Refusal)) logBug(error);
  }
}

/**
 * For what must not happen in between: finishes what is left.
 * @throws redactionBusy while somebody is at it
 */
export async function requireNoneUnderWay(
  env: Env,
  documentId: string,
  now: number,
): Promise<void> {
  await finishLeft(env, documentId, now);
  if (await isUnderWay(openDatabase(env), documentId)) throw redactionBusy();
}

export function refusalFor(why: Prevented) {
  switch (why) {
    case "stale":
      return redactionStatusChanged();
    case "nothingThere":
      return redactionNothingThere();
    case "tooMany":
      return redactionTooLong(maxRedactedUnits);
  }
}

function keptLeaves({ submissionId, leaves }: RedactionRow): SignedLeaves | null {
  if (submissionId === null || leaves === null) return null;
  return { submissionId, leaves: JSON.parse(leaves) as string[] };
}

async function noteDone(
  db: Database,
  row: RedactionRow,
  done: Extract<RedactionOutcome, { kind: "redacted" }> | null,
): Promise<void> {
  const doneAt = Date.now();
  const { place = null, epoch = null } = done ?? {};
  const units = isBeside(row) ? row.units : (done?.units ?? row.units);
  await noted(db, row, {
    ...{ action: "personalDataRemoved", details: { units, place }, now: doneAt },
    change: finishRedaction(db, row.id, { place, epoch, doneAt }),
  });
}

async function noteLapsed(db: Database, row: RedactionRow): Promise<void> {
  await noted(db, row, {
    ...{ action: "redactionLapsed", details: { units: row.units }, now: Date.now() },
    change: lapseRedaction(db, row.id),
  });
}

/** Whoever ordered it stands in the log already; this is the product's own word of what became of it. */
async function noted(
  db: Database,
  { id, documentId, reasonKind }: RedactionRow,
  {
    action,
    details,
    now,
    change,
  }: Pick<AuditFact, "action" | "details"> & {
    now: number;
    change: ReturnType<typeof finishRedaction> | ReturnType<typeof lapseRedaction>;
  },
): Promise<void> {
  const { districtId, forumId } = await findDocumentDistrict(db, documentId);
  await record(db, {
    facts: [
      {
        ...{ districtId, personId: null, roles: [], action },
        ...{ subjectKind: "document", subjectId: documentId, forumId },
        details: { redaction: id, ...details, reason: reasonKind },
      },
    ],
    now,
    change: [change],
    onlyIfChanged: true,
  });
}
