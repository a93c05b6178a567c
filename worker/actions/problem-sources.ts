import { can } from "../../domain/permissions.ts";
import { maxProblemTitle, type ProblemSourceKind } from "../../domain/problems/rules.ts";
import { surveyStillOpen, tooFewAnswers } from "../../domain/refusals/problems.ts";
import { invalidField, notFound } from "../../domain/refusals.ts";
import type { Theme } from "../../domain/statuses.ts";
import { choicesOf, chosen, type Question } from "../../domain/survey/questions.ts";
import { smallestRelease } from "../../domain/survey/rules.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { NewSource } from "../db/problem-changes.ts";
import { countReleased } from "../db/problems.ts";
import type { SignedIn } from "../db/sessions.ts";
import { selectAnswers } from "../db/survey-answers.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";
import { requireMapEditor } from "./problem-map-reader.ts";
import { requireResults } from "./survey-results.ts";
import { requireThread } from "./threads.ts";

/** Where a facilitator found a problem. */
export type GivenSource =
  | { kind: "survey"; surveyId: string; questionId: string; choiceId: string | null }
  | { kind: "case"; documentId: string }
  | { kind: "note"; documentId: string; threadId: string };

/** What a source says of the problem that is taken from it. */
export interface FoundSource {
  row: Pick<NewSource, "surveyId" | "questionId" | "choiceId" | "documentId" | "threadId"> & {
    kind: ProblemSourceKind;
  };
  title: string;
  theme: Theme | null;
  villageIds: readonly string[];
  /** Whether it does not tell whose it is, so that nothing that is written of it may. */
  isUnnamed: boolean;
}

/** What the form of a new problem begins with. @throws as `findSource` */
export async function readSource(
  env: Env,
  me: SignedIn,
  given: GivenSource,
): Promise<Pick<FoundSource, "title" | "theme" | "villageIds" | "isUnnamed">> {
  requireMapEditor(me);
  const { title, theme, villageIds, isUnnamed } = await findSource(env, me, given);
  return { title: title.slice(0, maxProblemTitle), theme, villageIds, isUnnamed };
}

/** @throws notFound, surveyStillOpen, tooFewAnswers, invalidField */
export async function findSource(env: Env, me: SignedIn, given: GivenSource): Promise<FoundSource> {
  const db = openDatabase(env);
  if (given.kind === "survey") return findInSurvey(db, me, given);
  const { document, forum, proposedBy } = await enterDocument(env, me, given.documentId);
  if (document.kind !== "case" || forum.kind !== "forum") throw notFound();
  const { isUnnamed, theme, id: documentId } = document;
  const villageIds = isUnnamed || proposedBy === null ? [] : [proposedBy.id];
  const row = { kind: given.kind, documentId };
  if (given.kind === "case") return { row, title: document.title, theme, villageIds, isUnnamed };
  const { id: threadId, text } = await requireThread(db, documentId, given.threadId);
  // What somebody wrote beside it may say whose case it is.
  return { row: { ...row, threadId }, title: isUnnamed ? "" : text, theme, villageIds, isUnnamed };
}

async function findInSurvey(
  db: Database,
  me: SignedIn,
  { surveyId, questionId, choiceId }: GivenSource & { kind: "survey" },
): Promise<FoundSource> {
  const { survey, facts, actor } = await requireResults(db, me, surveyId);
  if (!facts.isClosed) throw surveyStillOpen();
  const question = survey.questions.find(({ id }) => id === questionId);
  if (question === undefined) throw invalidField("questionId");
  const choice = choicesOf(question).find(({ id }) => id === choiceId);
  if (choiceId !== null && choice === undefined) throw invalidField("choiceId");
  const seesVillages = can(actor, "survey.villages", facts);
  if (!seesVillages && (await countReleased(db, surveyId, questionId)) < smallestRelease) {
    throw tooFewAnswers();
  }
  return {
    row: { kind: "survey", surveyId, questionId, choiceId },
    title: titleOf(question, choice?.text),
    theme: question.theme,
    villageIds: seesVillages ? await villagesThatSaid(db, surveyId, questionId, choiceId) : [],
    isUnnamed: !seesVillages,
  };
}

/** Of a scale the step alone says nothing. */
function titleOf(question: Question, choice: string | undefined): string {
  return choice === undefined || question.kind === "scale" ? question.text : choice;
}

async function villagesThatSaid(
  db: Database,
  surveyId: string,
  questionId: string,
  choiceId: string | null,
): Promise<string[]> {
  const given = await selectAnswers(db, surveyId, { isReleased: false });
  const ids = given.flatMap(({ villageId, answers }) => {
    const said = chosen(answers[questionId]);
    const isMeant = choiceId === null ? said.length > 0 : said.includes(choiceId);
    return isMeant && villageId !== null ? [villageId] : [];
  });
  return [...new Set(ids)];
}
