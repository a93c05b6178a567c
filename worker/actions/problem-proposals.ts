import { can } from "../../domain/permissions.ts";
import {
  noForumForProblem,
  problemIsCase,
  problemNotLiving,
} from "../../domain/refusals/problems.ts";
import { notAllowed } from "../../domain/refusals.ts";
import { toWib } from "../../domain/wib.ts";
import { insertDocument } from "../db/cases.ts";
import { placesIn, selectForumsNear, selectInvitedVillages } from "../db/forums.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { leadsNowhere, updateLeadsTo } from "../db/problem-changes.ts";
import { refuseUnless, wasRefused } from "../db/refuse-unless.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { isToBeHeld } from "./forums.ts";
import { makeModule } from "./modules.ts";
import { findNextForum } from "./next-forum.ts";
import {
  ProblemMap,
  requireEditable,
  requireMapReader,
  type SeenProblem,
} from "./problem-map-reader.ts";
import { byWhom, record } from "./record.ts";

/**
 * Puts the problem before the next forum as a case; whoever presses second is led to the same one.
 * @throws notFound, notAllowed, problemNotLiving, problemIsCase, noForumForProblem
 */
export async function proposeProblem(
  env: Env,
  me: SignedIn,
  problemId: string,
  now: number,
): Promise<{ documentId: string }> {
  const actor = requireMapReader(me);
  if (!can(actor, "problemMap.propose")) throw notAllowed();
  const db = openDatabase(env);
  const map = await ProblemMap.load(db, me);
  const problem = map.require(problemId);
  if (problem.state !== "living") throw problemNotLiving();
  if (problem.documentId !== null) return { documentId: requireCase(map, problem) };
  const forum = await findForumForProblem(db, me);
  if (forum === null) throw noForumForProblem();
  const documentId = crypto.randomUUID();
  const forumId = forum.id;
  try {
    await record(db, {
      facts: [
        {
          ...byWhom(me, forum.districtId),
          roles: actor.roles,
          action: "caseProposed",
          subjectKind: "document",
          subjectId: documentId,
          forumId,
          details: { isUnnamed: false },
        },
      ],
      now,
      change: [
        refuseUnless(db, leadsNowhere(problemId, "document_id", null)),
        insertDocument(db, {
          ...{ id: documentId, forumId, title: problem.title, theme: problem.theme },
          kind: "case",
          status: "draft",
          // What a forum talks about is the coming year's budget.
          fiscalYear: Number(toWib(forum.startsAt).day.slice(0, 4)) + 1,
          isUnnamed: false,
          proposedByPersonId: me.person.id,
          proposedByVillageId: await villageOfCase(db, me, problem, forumId),
          createdAt: now,
        }),
        updateLeadsTo(db, problemId, { documentId }),
      ],
    });
  } catch (error) {
    if (!wasRefused(error)) throw error;
    const after = await ProblemMap.load(db, me);
    return { documentId: requireCase(after, after.require(problemId)) };
  }
  return { documentId };
}

/** Begins a module of the problem's title and theme; whoever presses second is led to the same one. */
export async function makeProblemModule(
  env: Env,
  me: SignedIn,
  problemId: string,
  now: number,
): Promise<{ moduleId: string }> {
  const db = openDatabase(env);
  const { map, problem } = await requireEditable(db, me, problemId);
  const known = map.document(problem.moduleId);
  if (known !== null) return { moduleId: known.id };
  if (problem.state !== "living") throw problemNotLiving();
  try {
    const order = { ...problem, id: crypto.randomUUID() };
    return await makeModule(env, me, order, now, {
      // One that was taken out of the lists is followed by another.
      before: [refuseUnless(db, leadsNowhere(problemId, "module_id", problem.moduleId))],
      after: (moduleId) => [updateLeadsTo(db, problemId, { moduleId })],
    });
  } catch (error) {
    if (!wasRefused(error)) throw error;
    const after = await ProblemMap.load(db, me);
    const module = after.document(after.require(problemId).moduleId);
    if (module === null) throw problemNotLiving();
    return { moduleId: module.id };
  }
}

/** The next forum that the person may put a case before; for facilitators any of their district. */
export async function findForumForProblem(db: Database, me: SignedIn) {
  const actor = requireMapReader(me);
  if (!can(actor, "problemMap.propose")) return null;
  if (!can(actor, "problemMap.edit")) return findNextForum(db, me);
  const rows = await selectForumsNear(db, me.person.id, [me.district.id]);
  const [next] = [...Map.groupBy(rows, ({ forum }) => forum.id).values()]
    .flatMap((places) => {
      const [first] = places;
      if (first === undefined || !isToBeHeld(first.forum.status)) return [];
      if (first.forum.districtId !== me.district.id) return [];
      const inForum = actorOf(me, first.forum, placesIn(places));
      return can(inForum, "forum.configure") ? [first.forum] : [];
    })
    .sort((one, other) => one.startsAt - other.startsAt);
  return next ?? null;
}

function requireCase(map: ProblemMap, { documentId }: SeenProblem): string {
  const found = map.document(documentId);
  if (found === null) throw problemIsCase();
  return found.id;
}

/**
 * The proposer's own; for a facilitator the one village that the problem is of, where it was told
 * openly and is invited: what a survey tells the office alone must not stand on a case.
 */
async function villageOfCase(
  db: Database,
  me: SignedIn,
  { villageIds, sources }: SeenProblem,
  forumId: string,
): Promise<string | null> {
  if (me.person.village !== null) return me.person.village.id;
  const [only, ...others] = villageIds;
  if (only === undefined || others.length > 0) return null;
  const isTold = sources.some(
    ({ kind, villageIds: named }) => kind === "direct" && named.includes(only),
  );
  const invited = isTold ? await selectInvitedVillages(db, forumId) : [];
  return invited.some(({ id }) => id === only) ? only : null;
}
