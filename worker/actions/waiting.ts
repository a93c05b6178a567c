import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { readCitizensWaiting } from "./citizen-answers.ts";
import { readModules } from "./modules.ts";
import { type AskedAgain, readAskedAgain } from "./outcomes.ts";

/** What the programme asks of this person, for Beranda. */
export interface Waiting {
  /** The cases of which it is time to say what came of them. */
  outcomes: AskedAgain[];
  /** The modules that they were asked to write, and what. */
  toWrite: { moduleId: string; title: string; request: string }[];
  /** The modules that a forum of theirs used, without their evaluation. */
  toEvaluate: { moduleId: string; title: string; forumId: string; forumTitle: string }[];
  /** The forums whose citizens wait for an answer of theirs, and how many questions. */
  citizens: { forumId: string; title: string; count: number }[];
}

export async function readWaiting(env: Env, me: SignedIn, now: number): Promise<Waiting> {
  const outcomes = await readAskedAgain(env, me, now);
  const { modules } = await readModules(env, me);
  const citizens = await readCitizensWaiting(env, me);
  return {
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
  };
}
