import { standsFor } from "../../domain/problems/merging.ts";
import {
  ballotChanged,
  tooManyChosen,
  villageNotAsked,
  voteIsOver,
} from "../../domain/refusals/problems.ts";
import { invalidField, notAllowed } from "../../domain/refusals.ts";
import { selectBallots, selectVoteVillages, upsertBallot } from "../db/priority-votes.ts";
import { selectMerges } from "../db/problems.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { endOf, findSeen, speaksForVillage, voteFact } from "./priority-votes.ts";
import { record } from "./record.ts";

interface Given {
  voteId: string;
  problemIds: readonly string[];
  /** Of the ballot that the sender saw; 0 where the village had none. */
  revision: number;
}

/**
 * The vote of the person's village, in place of what it voted before; the same again changes nothing.
 * @throws notFound, notAllowed, voteIsOver, villageNotAsked, tooManyChosen, invalidField, ballotChanged
 */
export async function giveBallot(
  env: Env,
  me: SignedIn,
  { voteId, problemIds, revision }: Given,
  now: number,
): Promise<void> {
  const { db, found } = await findSeen(env, me, voteId);
  const { vote } = found;
  const { village } = me.person;
  if (village === null || !(await speaksForVillage(db, me))) throw notAllowed();
  if (vote.closedAt !== null || endOf(vote) <= now) throw voteIsOver();
  const asked = await selectVoteVillages(db, voteId);
  if (!asked.some(({ id, leftAt }) => id === village.id && leftAt === null)) {
    throw villageNotAsked();
  }
  const stands = standsFor(await selectMerges(db, me.district.id));
  const choosable = new Set(vote.problemIds.map(stands));
  const chosen = [...new Set(problemIds.map(stands))];
  if (chosen.length === 0 || chosen.length > vote.choices) throw tooManyChosen(vote.choices);
  if (!chosen.every((id) => choosable.has(id))) throw invalidField("problemIds");
  const ballot = { voteId, villageId: village.id, personId: me.person.id, revision };
  const [given] = await record(db, {
    facts: [voteFact(me, "ballotGiven", voteId)],
    now,
    change: [upsertBallot(db, { ...ballot, problemIds: chosen }, now)],
    onlyIfChanged: true,
  });
  if (given?.meta.changes) return;
  const ballots = await selectBallots(db, voteId);
  const known = ballots.find(({ villageId }) => villageId === village.id);
  // Sent twice: what stands is what was meant.
  if (known?.personId === me.person.id && isSame(known.problemIds, chosen)) return;
  throw known && known.revision !== revision ? ballotChanged() : voteIsOver();
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
