import { can } from "../../domain/permissions.ts";
import { minRedactedLetters } from "../../domain/redacted-words.ts";
import { type RedactionPiece, redactionFiller } from "../../domain/redaction.ts";
import { redactionDecided, redactionNothingThere } from "../../domain/refusals/redaction.ts";
import { reasonMissing } from "../../domain/refusals/sign-off.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { openDatabase } from "../db/open.ts";
import { findRedaction, type RedactionRow } from "../db/redactions.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { carryOut, finishLeft, isBeside, refusalFor } from "./carry-out-redaction.ts";
import { enterDocument } from "./documents.ts";
import { authorOf, decideRow, requireWay } from "./redaction-record.ts";
import { placesBeside } from "./redaction-search.ts";
import { mayTakeBack } from "./redaction-summary.ts";
import { signedLeaves } from "./signed-leaves.ts";

interface Named {
  documentId: string;
  redactionId: string;
}

/** The camat has it done. @throws as `redactNow`, and redactionDecided, contentDiffers */
export async function confirmRedaction(
  env: Env,
  me: SignedIn,
  named: Named,
  now: number,
): Promise<void> {
  const { entered, row } = await open(env, me, named);
  requireWay(entered, "document.confirmRedaction");
  if (row.status !== "proposed") throw redactionDecided();
  await finishLeft(env, named.documentId, now);
  const words = await wordsOf(env, row);
  const kept = await signedLeaves(env, openDatabase(env), entered.document);
  const decided = {
    status: "confirmed" as const,
    decidedByPersonId: me.person.id,
    // Reading the leaves took its time, and who finishes what is left counts from here.
    decidedAt: Date.now(),
    words: JSON.stringify(words),
    submissionId: kept?.submissionId ?? null,
    leaves: kept && JSON.stringify(kept.leaves),
  };
  await decideRow(env, me, entered, row, decided, "redactionConfirmed");
  const why = await carryOut(env, { ...row, ...decided }, authorOf(me));
  if (why !== null) throw refusalFor(why);
}

/** @throws notFound, notAllowed, redactionDecided, reasonMissing */
export async function rejectRedaction(
  env: Env,
  me: SignedIn,
  { reason, ...named }: Named & { reason: string },
  now: number,
): Promise<void> {
  const { entered, row } = await open(env, me, named);
  if (!can(entered.actor, "document.confirmRedaction", entered.document)) throw notAllowed();
  if (reason === "") throw reasonMissing();
  const decided = {
    decidedByPersonId: me.person.id,
    decidedAt: now,
    rejection: reason,
    words: null,
  };
  const rejected = { status: "rejected" as const, ...decided };
  await decideRow(env, me, entered, row, rejected, "redactionRejected");
}

/** A facilitator takes a proposal back. @throws notFound, notAllowed, redactionDecided */
export async function takeBackRedaction(
  env: Env,
  me: SignedIn,
  named: Named,
  now: number,
): Promise<void> {
  const { entered, row } = await open(env, me, named);
  if (!mayTakeBack(entered)) throw notAllowed();
  const decided = { decidedByPersonId: me.person.id, decidedAt: now, words: null };
  const withdrawn = { status: "withdrawn" as const, ...decided };
  await decideRow(env, me, entered, row, withdrawn, "redactionTakenBack");
}

/**
 * What a proposal would remove, as it stands in the room: no row has the words.
 * @throws redactionNothingThere where all of it is bars already
 */
async function wordsOf(env: Env, row: RedactionRow): Promise<string[]> {
  if (isBeside(row)) return wordsBeside(env, row);
  const places = JSON.parse(row.pieces) as RedactionPiece[][];
  const found = (await env.REVIEW_ROOM.getByName(row.documentId).occurrencesAt(places)) ?? [];
  const words = found.flatMap((each) => each.words.split(redactionFiller)).filter(Boolean);
  if (words.length === 0) throw redactionNothingThere();
  // What an earlier redaction left of them may be two letters that stand in every note.
  return [...new Set(words)].filter(({ length }) => length >= minRedactedLetters);
}

/** No row has the words, but that of what stands beside the text alone. */
async function wordsBeside(env: Env, row: RedactionRow): Promise<string[]> {
  const words = JSON.parse(row.words ?? "[]") as string[];
  const places = await Promise.all(words.map((each) => placesBeside(env, row.documentId, each)));
  if (places.every(({ rows, links }) => rows + links === 0)) throw redactionNothingThere();
  return words;
}

async function open(env: Env, me: SignedIn, { documentId, redactionId }: Named) {
  const entered = await enterDocument(env, me, documentId);
  const row = await findRedaction(openDatabase(env), documentId, redactionId);
  const mayKnow =
    mayTakeBack(entered) || can(entered.actor, "document.confirmRedaction", entered.document);
  if (row === null) throw notFound();
  if (!mayKnow) throw notAllowed();
  return { entered, row };
}
