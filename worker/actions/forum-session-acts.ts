import { can, reviewableStatuses } from "../../domain/permissions.ts";
import type { PollAnswer } from "../../domain/poll-answers.ts";
import { itemGone } from "../../domain/refusals/live.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { SessionAct } from "../../party/forum/acts.ts";
import { findDocument } from "../db/documents.ts";
import { selectAgenda } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { currentItem, enterSession, mayLead } from "./forum-session.ts";

/** Of those who may lead: what the table of permissions says is all there is to it. */
export async function leadAct(
  env: Env,
  me: SignedIn,
  forumId: string,
  act: SessionAct,
): Promise<void> {
  await (await enterSession(env, me, forumId, mayLead)).act(act);
}

/**
 * @param itemId null: between two items
 * @returns the item that came to its end by it
 */
export async function chooseItem(
  env: Env,
  me: SignedIn,
  forumId: string,
  itemId: string | null,
): Promise<{ id: string; title: string } | null> {
  const session = await enterSession(env, me, forumId, mayLead);
  const next = itemId === null ? null : await findItem(env, forumId, itemId);
  const last = await currentItem(env, forumId);
  await session.act({ kind: "chooseItem", item: next });
  return last?.id === next?.id ? null : last;
}

export async function askForTurn(env: Env, me: SignedIn, forumId: string): Promise<void> {
  const session = await enterSession(env, me, forumId, (actor) => can(actor, "floor.ask"));
  const { id: personId, name, village } = me.person;
  await session.act({ kind: "askForTurn", id: crypto.randomUUID(), personId, name, village });
}

/** One's own, or whoever's where one leads. */
export async function removeTurn(
  env: Env,
  me: SignedIn,
  forumId: string,
  turnId: string,
): Promise<void> {
  const session = await enterSession(
    env,
    me,
    forumId,
    (actor, forum) => mayLead(actor, forum) || can(actor, "floor.ask"),
  );
  const of = mayLead(session.actor, session.forum) ? null : me.person.id;
  await session.act({ kind: "removeTurn", turnId, of });
}

/**
 * @param insteadOf the lead that is taken over knowingly
 * @returns what the leader's later acts have to name
 */
export async function takeLead(
  env: Env,
  me: SignedIn,
  forumId: string,
  insteadOf: string | null,
): Promise<{ leadId: string }> {
  const leadId = crypto.randomUUID();
  const { id: personId, name } = me.person;
  const lead = { id: leadId, personId, name };
  await leadAct(env, me, forumId, { kind: "lead", lead, insteadOf });
  return { leadId };
}

interface WantedPlace {
  leadId: string;
  documentId: string;
  containerId: string | null;
  block: number | null;
}

/** @throws notFound also for a document that is not the forum's, or not the leader's to see */
export async function goTo(
  env: Env,
  me: SignedIn,
  forumId: string,
  { leadId, ...place }: WantedPlace,
): Promise<void> {
  const session = await enterSession(env, me, forumId, mayLead);
  const found = await findDocument(openDatabase(env), place.documentId, me.person.id);
  if (found?.forum.id !== forumId) throw notFound();
  const { document } = found;
  if (!can(session.actor, "document.see", document)) throw notFound();
  const isReviewable = reviewableStatuses.includes(document.status);
  // In an unnamed case nobody is to be found by where they are, a leader neither.
  const shown = document.isUnnamed ? { ...place, block: null } : place;
  await session.act({ kind: "goTo", leadId, place: { ...shown, isReviewable } });
}

export async function vote(
  env: Env,
  me: SignedIn,
  forumId: string,
  pollId: string,
  answer: PollAnswer,
): Promise<void> {
  const session = await enterSession(env, me, forumId, (actor) => can(actor, "poll.vote"));
  const { village } = me.person;
  // A representative speaks for a village; whoever has none has no vote.
  if (village === null) throw notAllowed();
  await session.act({ kind: "vote", pollId, village, answer });
}

async function findItem(env: Env, forumId: string, itemId: string) {
  const agenda = await selectAgenda(openDatabase(env), forumId);
  const item = agenda.find(({ id }) => id === itemId);
  if (!item) throw itemGone();
  const { id, title, durationMinutes } = item;
  return { id, title, durationMinutes };
}
