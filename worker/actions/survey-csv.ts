import { toCsv } from "../../domain/csv.ts";
import { can } from "../../domain/permissions.ts";
import { type Answer, choicesOf, chosen, type Question } from "../../domain/survey/questions.ts";
import type { QuestionResult } from "../../domain/survey/results.ts";
import { type TableLanguage, tableWords } from "../../domain/survey/table-words.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { selectAnswers } from "../db/survey-answers.ts";
import { type Survey, selectVillagesOf } from "../db/surveys.ts";
import type { Env } from "../env.ts";
import { record } from "./record.ts";
import { surveyFact } from "./survey-access.ts";
import { requireResults, resultsFor } from "./survey-results.ts";

type Rows = (string | number | null)[][];

/**
 * The results as a table: a line for each answer to who may see whose it is, sums to the others.
 * @throws notFound, notAllowed
 */
export async function exportResults(
  env: Env,
  me: SignedIn,
  { surveyId, language }: { surveyId: string; language: TableLanguage },
  now: number,
): Promise<{ csv: string }> {
  const db = openDatabase(env);
  const seen = await requireResults(db, me, surveyId);
  const rows = can(seen.actor, "survey.villages", seen.facts)
    ? await answerRows(db, seen.survey, language)
    : sumRows(seen.survey.questions, (await resultsFor(db, me, seen)).results, language);
  await record(db, {
    facts: [surveyFact(me, surveyId, "exported", { what: "survey", rows: rows.length - 1 })],
    now,
    change: [],
  });
  return { csv: toCsv(rows) };
}

async function answerRows(db: Database, survey: Survey, language: TableLanguage): Promise<Rows> {
  const { village, late, isLate: words } = tableWords[language];
  const names = new Map((await selectVillagesOf(db, survey)).map(({ id, name }) => [id, name]));
  const all = await selectAnswers(db, survey.id, { isReleased: false });
  const lines = all
    .map(({ villageId, isLate, answers }) => [
      (villageId && names.get(villageId)) ?? "",
      isLate ? words[0] : words[1],
      ...survey.questions.map((question) => inWords(question, answers[question.id])),
    ])
    .sort(([a], [b]) => String(a).localeCompare(String(b), "id"));
  return [[village, late, ...survey.questions.map(({ text }) => text)], ...lines];
}

function inWords(question: Question, answer: Answer | undefined): string | number {
  if (answer === undefined) return "";
  if (question.kind !== "single" && question.kind !== "multiple") {
    return typeof answer === "number" ? answer : String(answer);
  }
  const ids = chosen(answer);
  return choicesOf(question)
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => text)
    .join("; ");
}

/** Question by question, so that no line brings the answers of one village together. */
function sumRows(
  questions: readonly Question[],
  results: readonly QuestionResult[],
  language: TableLanguage,
): Rows {
  const words = tableWords[language];
  const lines = questions.flatMap((question, place) => {
    const result = results[place];
    if (result === undefined) return [];
    const theme = question.theme === null ? "" : words.themes[question.theme];
    return linesOf(question, result, words).map(([what, count]) => [
      place + 1,
      theme,
      question.text,
      what,
      count,
      result.asked,
    ]);
  });
  return [[...words.sums], ...lines];
}

function linesOf(
  question: Question,
  result: QuestionResult,
  words: (typeof tableWords)[TableLanguage],
): [string, number | null][] {
  const texts = new Map(choicesOf(question).map(({ id, text }) => [id, text]));
  if (result.answered === null) return [[words.tooFew, null]];
  return [
    [words.answered, result.answered],
    ...(result.counts ?? []).map(({ choiceId, count }): [string, number] => [
      texts.get(choiceId) ?? "",
      count,
    ]),
    ...(result.mean === null ? [] : ([[words.mean, result.mean]] as [string, number][])),
    ...(result.median === null ? [] : ([[words.median, result.median]] as [string, number][])),
    ...(result.texts ?? []).map((text): [string, null] => [text, null]),
  ];
}
