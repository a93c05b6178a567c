import { holdsWords } from "../../domain/redacted-words.ts";
import { maxRedactedUnits } from "../../domain/redaction.ts";
import {
  reasonHoldsWords,
  redactionNothingThere,
  redactionTooLong,
} from "../../domain/refusals/redaction.ts";
import { reasonMissing } from "../../domain/refusals/sign-off.ts";
import type { RedactionReason } from "../../domain/statuses.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { carryOut, finishLeft, refusalFor } from "./carry-out-redaction.ts";
import { enterDocument } from "./documents.ts";
import { authorOf, requireWay, writeRow } from "./redaction-record.ts";
import { chosenOccurrences, placesBeside, unitsOf } from "./redaction-search.ts";

export interface RedactionWish {
  documentId: string;
  /** What was searched for. */
  words: string;
  /** Keys of the places that were chosen; without any, only what stands beside the text goes. */
  chosen: string[];
  reasonKind: RedactionReason;
  reason: string;
}

/**
 * Removes words from a document that was not submitted, at once.
 * @throws notFound, notAllowed, redactionStatusChanged, redactionBusy, redactionNothingThere,
 * reasonHoldsWords, reasonMissing, redactionUnfinished, redactionWaits
 */
export async function redactNow(
  env: Env,
  me: SignedIn,
  wish: RedactionWish,
  now: number,
): Promise<{ redactionId: string; units: number }> {
  const { documentId } = wish;
  const entered = await enterDocument(env, me, documentId);
  requireWay(entered, "document.redact");
  await finishLeft(env, documentId, now);
  const proposal = await rowOf(env, me, wish);
  const row = {
    ...proposal,
    status: "confirmed" as const,
    words: JSON.stringify([wish.words]),
    decidedByPersonId: me.person.id,
    decidedAt: proposal.proposedAt,
  };
  await writeRow(env, me, entered, row, "redactionOrdered");
  const why = await carryOut(env, row, authorOf(me));
  if (why !== null) throw refusalFor(why);
  return { redactionId: row.id, units: row.units };
}

/**
 * Asks the camat to remove words from a document that was submitted.
 * @throws as `redactNow`, and redactionTooLong
 */
export async function proposeRedaction(
  env: Env,
  me: SignedIn,
  wish: RedactionWish,
): Promise<{ redactionId: string; units: number }> {
  const entered = await enterDocument(env, me, wish.documentId);
  requireWay(entered, "document.proposeRedaction");
  const row = await rowOf(env, me, wish);
  if (row.units > maxRedactedUnits) throw redactionTooLong(maxRedactedUnits);
  await writeRow(env, me, entered, row, "redactionProposed");
  return { redactionId: row.id, units: row.units };
}

async function rowOf(env: Env, me: SignedIn, wish: RedactionWish) {
  const { documentId, words, chosen, reasonKind, reason } = wish;
  if (reasonKind === "other" && reason === "") throw reasonMissing();
  if (holdsWords(reason, [words])) throw reasonHoldsWords();
  const occurrences = await chosenOccurrences(env, documentId, words, chosen);
  const isBeside = occurrences.length === 0;
  if (isBeside) {
    const { rows, links } = await placesBeside(env, documentId, words);
    if (rows + links === 0) throw redactionNothingThere();
  }
  return {
    ...{ id: crypto.randomUUID(), documentId, reasonKind, reason },
    status: "proposed" as const,
    pieces: JSON.stringify(occurrences.map(({ pieces }) => pieces)),
    units: isBeside ? words.length : unitsOf(occurrences),
    proposedByPersonId: me.person.id,
    // Searching took its time, and who finishes what is left counts from here.
    proposedAt: Date.now(),
    // No place in the room can tell the camat what it is about.
    words: isBeside ? JSON.stringify([words]) : null,
    ...{ submissionId: null, leaves: null, rejection: null },
    ...{ decidedByPersonId: null, decidedAt: null, place: null, epoch: null, doneAt: null },
  };
}
