import { can } from "../../domain/permissions.ts";
import { holds, villagers } from "../../domain/roles.ts";
import { placesIn } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { selectCasesToComment } from "../db/waiting-programme.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { readCitizensWaiting } from "./citizen-answers.ts";
import { readModules } from "./modules.ts";
import { type News, readNews } from "./news.ts";
import { type AskedAgain, readAskedAgain } from "./outcomes.ts";
import { readVotesToCast } from "./priority-votes.ts";
import { type FacilitatorWaiting, readFacilitatorWaiting } from "./waiting-facilitator.ts";

/** What the programme asks of this person, for Beranda. */
export interface Waiting {
  /** The cases of other villages beside which nobody of the person's village has noted anything. */
  toComment: { documentId: string; title: string; forumTitle: string }[];
  /** The votes on priorities in which their village speaks by them, and has not yet. */
  toVote: { voteId: string; title: string; endsAt: number }[];
  /** The cases of which it is time to say what came of them. */
  outcomes: AskedAgain[];
  /** The modules that they were asked to write, and what. */
  toWrite: { moduleId: string; title: string; request: string }[];
  /** The modules that a forum of theirs used, without their evaluation. */
  toEvaluate: { moduleId: string; title: string; forumId: string; forumTitle: string }[];
  /** Null for who is no facilitator. */
  facilitator: FacilitatorWaiting | null;
  /** What is new to a reviewer; null for everybody else. */
  news: News | null;
  /** The forums whose citizens wait for an answer of theirs, and how many questions. */
  citizens: { forumId: string; title: string; count: number }[];
}

export async function readWaiting(env: Env, me: SignedIn, now: number): Promise<Waiting> {
  const outcomes = await readAskedAgain(env, me, now);
  const { modules } = await readModules(env, me);
  const citizens = await readCitizensWaiting(env, me);
  return {
    toComment: await readToComment(env, me),
    toVote: await readVotesToCast(env, me, now),
    ...{ outcomes, citizens },
    toWrite: modules.flatMap(({ id, title, request }) =>
      request === null ? [] : [{ moduleId: id, title, request }],
    ),
    toEvaluate: modules.flatMap(({ id, title, toEvaluate }) =>
      toEvaluate.map((use) => ({
        moduleId: id,
        title,
        forumId: use.forumId,
        forumTitle: use.title,
      })),
    ),
    facilitator: await readFacilitatorWaiting(env, me, modules),
    news: await readNews(env, me, now),
  };
}

async function readToComment(env: Env, me: SignedIn): Promise<Waiting["toComment"]> {
  const villageId = me.person.village?.id;
  if (villageId === undefined) return [];
  const rows = await selectCasesToComment(openDatabase(env), me.person.id, villageId);
  return [...Map.groupBy(rows, ({ document }) => document.id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { document, forum } = first;
    const actor = actorOf(me, forum, placesIn(own));
    if (!holds(actor, villagers) || !can(actor, "document.annotate", document)) return [];
    return [{ documentId: document.id, title: document.title, forumTitle: forum.title }];
  });
}
