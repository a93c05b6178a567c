import { fewestEvaluations } from "../../domain/evidence/evidence-lists.ts";
import {
  countScales,
  type EvaluationScale,
  maxEvaluationWord,
  type ScaleCounts,
} from "../../domain/modules.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { alreadyEvaluated, moduleNotUsed } from "../../domain/refusals/modules.ts";
import { invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import { findForum, placesIn, selectForumsNear } from "../db/forums.ts";
import {
  type Evaluation,
  findEvaluation,
  insertEvaluation,
  selectEvaluations,
  selectOwnEvaluations,
} from "../db/module-evaluations.ts";
import { selectUses } from "../db/modules.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf, districtsOf } from "./actor.ts";
import { findSeenModule } from "./module-door.ts";
import { record } from "./record.ts";

type Use = Awaited<ReturnType<typeof selectUses>>[number];

/** A forum that this person took part in and that used the module. */
export interface OwnUse {
  moduleId: string;
  forumId: string;
  title: string;
  startsAt: number;
  /** Whether they have given their evaluation. */
  isGiven: boolean;
}

/** What the evaluations of one forum say; nobody is named, and small groups say nothing. */
export interface ForumResult {
  forumId: string;
  participants: ScaleCounts;
  facilitators: ScaleCounts;
  words: { givenAs: Evaluation["givenAs"]; word: string }[];
}

/** The uses in forums that the person sees, and whether they may evaluate there. */
export async function readSeenUses(db: Database, me: SignedIn, uses: readonly Use[]) {
  if (uses.length === 0) return [];
  const rows = await selectForumsNear(db, me.person.id, districtsOf(me));
  const forums = new Map(
    [...Map.groupBy(rows, ({ forum }) => forum.id)].flatMap(([id, own]) => {
      const [first] = own;
      const actor = first && actorOf(me, first.forum, placesIn(own));
      return actor && can(actor, "forum.see", first.forum) ? [[id, actor] as const] : [];
    }),
  );
  return uses.flatMap((use) => {
    const actor = forums.get(use.forumId);
    return actor ? [{ ...use, mayEvaluate: can(actor, "module.evaluate") }] : [];
  });
}

export async function readOwnUses(
  db: Database,
  me: SignedIn,
  moduleIds: readonly string[],
  uses: readonly Use[],
): Promise<OwnUse[]> {
  const own = (await readSeenUses(db, me, uses)).filter(({ mayEvaluate }) => mayEvaluate);
  if (own.length === 0) return [];
  const given = await selectOwnEvaluations(db, me.person.id, moduleIds);
  return own.map(({ moduleId, forumId, title, startsAt }) => ({
    ...{ moduleId, forumId, title, startsAt },
    isGiven: given.some((each) => each.documentId === moduleId && each.forumId === forumId),
  }));
}

/** Each forum's answers, counted. */
export async function readResults(db: Database, moduleId: string): Promise<ForumResult[]> {
  const rows = await selectEvaluations(db, moduleId);
  return [...Map.groupBy(rows, ({ forumId }) => forumId)].map(([forumId, given]) => {
    const groups = Map.groupBy(given, ({ givenAs }) => givenAs);
    const answersOf = (group: Evaluation["givenAs"]) => groups.get(group) ?? [];
    return {
      forumId,
      participants: countScales(answersOf("participant")),
      facilitators: countScales(answersOf("facilitator")),
      words: given.flatMap(({ givenAs, word }) => {
        const isHidden = word === "" || answersOf(givenAs).length < fewestEvaluations;
        return isHidden ? [] : [{ givenAs, word }];
      }),
    };
  });
}

interface Order {
  moduleId: string;
  forumId: string;
  scales: Record<EvaluationScale, number>;
  word: string;
}

/**
 * What somebody thinks of a module after a forum, once; the same sent again is answered the same.
 * @throws notFound, notAllowed, moduleNotUsed, alreadyEvaluated, invalidField
 */
export async function evaluateModule(
  env: Env,
  me: SignedIn,
  { moduleId, forumId, scales, ...order }: Order,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { document } = await findSeenModule(db, me, moduleId);
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const actor = actorOf(me, found.forum, found.ownRoles);
  if (!can(actor, "forum.see", found.forum)) throw notFound();
  if (!can(actor, "module.evaluate")) throw notAllowed();
  const uses = await selectUses(db, [moduleId]);
  if (!uses.some((use) => use.forumId === forumId)) throw moduleNotUsed();
  const word = cleanLine(order.word);
  if (word.length > maxEvaluationWord) throw invalidField("word");
  const evaluation: Evaluation = {
    documentId: document.id,
    forumId,
    personId: me.person.id,
    villageId: actor.villageId,
    givenAs: actor.roles.includes("facilitator") ? "facilitator" : "participant",
    ...scales,
    word,
    at: now,
  };
  const [added] = await record(db, {
    facts: [
      {
        // Of a few who evaluate a name or a role would say whose the answers are.
        ...{ districtId: found.forum.districtId, personId: null, roles: [] },
        action: "moduleEvaluated",
        subjectKind: "document",
        subjectId: document.id,
        forumId,
      },
    ],
    now,
    change: [insertEvaluation(db, evaluation)],
    onlyIfChanged: true,
  });
  if (added?.meta.changes) return;
  const known = await findEvaluation(db, evaluation);
  if (known === null || !isSame(known, evaluation)) throw alreadyEvaluated();
}

function isSame(a: Evaluation, b: Evaluation): boolean {
  const saidOf = ({ clear, useful, fitting, applicable, word }: Evaluation) =>
    JSON.stringify([clear, useful, fitting, applicable, word]);
  return saidOf(a) === saidOf(b);
}
