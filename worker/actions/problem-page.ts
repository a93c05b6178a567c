import { can } from "../../domain/permissions.ts";
import type { ProblemSourceKind } from "../../domain/problems/rules.ts";
import { notFound } from "../../domain/refusals.ts";
import { choicesOf } from "../../domain/survey/questions.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { findProblem, selectQuestionsOf, selectStandingNotes } from "../db/problems.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import {
  badgesOf,
  type ListedProblem,
  listedProblem,
  villagesFor,
  villagesNamed,
} from "./problem-map.ts";
import { ProblemMap, requireMapReader, type SeenSource } from "./problem-map-reader.ts";
import { findForumForProblem } from "./problem-proposals.ts";

export interface NamedThing {
  id: string;
  title: string;
}

export interface ShownSource {
  id: string;
  kind: ProblemSourceKind;
  at: number;
  villages: VillageBadge[];
  survey: (NamedThing & { question: string; choice: string | null }) | null;
  document: NamedThing | null;
  /** Of a note that still stands beside the document. */
  threadId: string | null;
  /** The part that it came with, where the problem was merged of several. */
  part: NamedThing | null;
}

export interface ProblemPage {
  problem: ListedProblem & { note: string; at: number };
  /** Those that were ticked by hand for this problem itself. */
  directVillageIds: string[];
  sources: ShownSource[];
  parts: NamedThing[];
  mergedInto: NamedThing | null;
  /** Who made or merged it; named to the district's office alone. */
  madeBy: string | null;
  setAside: { by: string | null; at: number } | null;
  separated: { by: string | null; at: number } | null;
  case: NamedThing | null;
  module: NamedThing | null;
  /** Every village that can be ticked; for who edits. */
  villages: VillageBadge[];
  may: { edit: boolean; takeUp: boolean; separate: boolean; makeModule: boolean };
  /** Before which forum this person may put it; null where before none. */
  nextForum: NamedThing | null;
}

/** @throws notFound */
export async function readProblem(env: Env, me: SignedIn, problemId: string): Promise<ProblemPage> {
  const actor = requireMapReader(me);
  const db = openDatabase(env);
  const [map, found, badges] = await Promise.all([
    ProblemMap.load(db, me),
    findProblem(db, me.district.id, problemId),
    badgesOf(db, me),
  ]);
  const problem = map.require(problemId);
  if (found === null) throw notFound();
  const named = (id: string): NamedThing => ({ id, title: map.require(id).title });
  const isLiving = problem.state === "living";
  const mayEdit = can(actor, "problemMap.edit");
  const namesPeople = can(actor, "people.see");
  const shownName = (name: string | null) => (namesPeople ? name : null);
  const linkedCase = map.document(problem.documentId);
  const module = map.document(problem.moduleId);
  const nextForum = isLiving && linkedCase === null ? await findForumForProblem(db, me) : null;
  return {
    problem: { ...listedProblem(problem, badges), note: found.note, at: problem.createdAt },
    directVillageIds: problem.sources.flatMap((source) =>
      source.kind === "direct" && source.problemId === problemId ? source.villageIds : [],
    ),
    sources: await shownSources(db, map, problem.id, problem.sources, badges),
    parts: [...map.problems.values()]
      .filter(({ mergedIntoId }) => mergedIntoId === problemId)
      .map(({ id }) => named(id)),
    mergedInto: problem.mergedIntoId === null ? null : named(problem.mergedIntoId),
    madeBy: shownName(found.madeBy),
    setAside:
      problem.setAsideAt === null
        ? null
        : { by: shownName(found.setAsideBy), at: problem.setAsideAt },
    separated:
      problem.separatedAt === null
        ? null
        : { by: shownName(found.separatedBy), at: problem.separatedAt },
    case: linkedCase,
    module,
    villages: mayEdit ? await villagesFor(env, db, me, problem.villageIds) : [],
    may: {
      edit: mayEdit && isLiving,
      takeUp: mayEdit && problem.state === "setAside",
      separate: mayEdit && isLiving && problem.partIds.length > 0,
      makeModule: mayEdit && isLiving && module === null,
    },
    nextForum: nextForum && { id: nextForum.id, title: nextForum.title },
  };
}

async function shownSources(
  db: Database,
  map: ProblemMap,
  problemId: string,
  sources: readonly SeenSource[],
  badges: ReadonlyMap<string, VillageBadge>,
): Promise<ShownSource[]> {
  const surveyIds = sources.flatMap(({ surveyId }) => surveyId ?? []);
  const threadIds = sources.flatMap(({ threadId }) => threadId ?? []);
  const [surveys, notes] = await Promise.all([
    selectQuestionsOf(db, surveyIds),
    selectStandingNotes(db, threadIds),
  ]);
  const questionsOf = new Map(surveys.map(({ id, questions }) => [id, questions]));
  const standing = new Set(notes.map(({ id }) => id));
  return sources.map((source) => {
    const { id, kind, addedAt, surveyId, questionId, choiceId, threadId } = source;
    const question = questionsOf.get(surveyId ?? "")?.find((each) => each.id === questionId);
    const choice = question && choicesOf(question).find((each) => each.id === choiceId);
    const isOwn = source.problemId === problemId;
    return {
      ...{ id, kind, at: addedAt },
      villages: villagesNamed(source.villageIds, badges),
      survey:
        surveyId === null
          ? null
          : {
              id: surveyId,
              title: map.surveyTitle(surveyId),
              question: question?.text ?? "",
              choice: choice?.text ?? null,
            },
      document: map.document(source.documentId),
      threadId: threadId !== null && standing.has(threadId) ? threadId : null,
      part: isOwn ? null : { id: source.problemId, title: map.require(source.problemId).title },
    };
  });
}
