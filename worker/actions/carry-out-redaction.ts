import {
  maxRedactedUnits,
  type RedactionOutcome,
  type RedactionPiece,
} from "../../domain/redaction.ts";
import {
  redactionBusy,
  redactionNothingThere,
  redactionTooLong,
  redactionUnfinished,
} from "../../domain/refusals/redaction.ts";
import type { Author } from "../../party/log/page-codec.ts";
import { findDocumentDistrict } from "../db/documents.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { overwriteRows } from "../db/redacted-rows.ts";
import {
  deleteRedaction,
  findLeft,
  finishRedaction,
  type RedactionRow,
  undecideRedaction,
} from "../db/redactions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { record } from "./record.ts";
import { type SignedLeaves, settleSalts } from "./signed-leaves.ts";

type Prevented = Exclude<RedactionOutcome["kind"], "redacted" | "storageFails">;

/** From then on what is under way is nobody's who is still at it. */
const leftAfterMs = 30_000;

/** In the middle of a forum somebody may write the words again while they are removed. */
const sweeps = 3;

/**
 * Removes the words of a row that is under way: first from the room, then from the rest of the
 * database; the last step forgets them. Each step can be done again.
 * @returns what kept the room from it, and then nothing was removed and the row is let go; null when
 * it is done
 * @throws redactionUnfinished where that is not known
 */
export async function carryOut(
  env: Env,
  row: RedactionRow,
  author: Author,
): Promise<Prevented | null> {
  const { id: redactionId, documentId } = row;
  const pieces = (JSON.parse(row.pieces) as RedactionPiece[][]).flat();
  const outcome = await env.DOCUMENT_ROOM.getByName(documentId).redact({
    redactionId,
    pieces,
    author,
  });
  if (outcome.kind === "storageFails") throw redactionUnfinished();
  const db = openDatabase(env);
  if (outcome.kind !== "redacted") {
    await letGo(db, row);
    return outcome.kind;
  }
  try {
    await env.REVIEW_ROOM.getByName(documentId).forget();
    // Before the sweep: what it takes out of the register is swept as it was.
    const isProjected = await env.DOCUMENT_ROOM.getByName(documentId).project();
    if (!isProjected) throw new Error("the register does not follow the document");
    const words = JSON.parse(row.words ?? "[]") as string[];
    for (let sweep = 0; sweep < sweeps; sweep++) {
      if ((await overwriteRows(env.DB, documentId, words)) === 0) break;
    }
    if (!(await env.DOCUMENT_ROOM.getByName(documentId).forgetIndexed(words))) {
      throw new Error("the search index does not follow the document");
    }
    await settleSalts(env, db, documentId, { kept: keptLeaves(row), words });
    await noteDone(db, row, outcome);
  } catch (error) {
    logBug(error);
    throw redactionUnfinished();
  }
  return null;
}

/** Ordered by a facilitator alone, before anything was submitted. */
export function isAtOnce(row: RedactionRow): boolean {
  return row.proposedAt === row.decidedAt && row.proposedByPersonId === row.decidedByPersonId;
}

/** An order in vain is gone; what the camat confirmed is a proposal again. */
async function letGo(db: Database, row: RedactionRow): Promise<void> {
  await (isAtOnce(row) ? deleteRedaction(db, row.id) : undecideRedaction(db, row.id));
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
    logBug(error);
  }
}

export function refusalFor(why: Prevented) {
  switch (why) {
    case "busy":
      return redactionBusy();
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

/** Whoever ordered it stands in the log already; this is the product's own word that it is done. */
async function noteDone(
  db: Database,
  { id, documentId, reasonKind }: RedactionRow,
  { place, epoch, units }: Extract<RedactionOutcome, { kind: "redacted" }>,
): Promise<void> {
  const doneAt = Date.now();
  const { districtId, forumId } = await findDocumentDistrict(db, documentId);
  await record(db, {
    facts: [
      {
        ...{ districtId, personId: null, roles: [], action: "personalDataRemoved" },
        ...{ subjectKind: "document", subjectId: documentId, forumId },
        details: { redaction: id, units, place, reason: reasonKind },
      },
    ],
    now: doneAt,
    change: [finishRedaction(db, id, { place, epoch, doneAt })],
    onlyIfChanged: true,
  });
}
