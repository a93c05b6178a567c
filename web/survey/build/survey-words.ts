import type { Question } from "../../../domain/survey/questions.ts";
import type { SurveyData } from "../survey-query.ts";

/** What a draft consists of while it is being written. */
export type SurveyWords = Pick<SurveyData, "title" | "intro" | "unit" | "openness" | "questions">;

export function wordsOf({ title, intro, unit, openness, questions }: SurveyData): SurveyWords {
  return { title, intro, unit, openness, questions };
}

/** As the API takes and keeps it: without blanks around words. */
export function toSend(words: SurveyWords) {
  return {
    ...words,
    title: words.title.trim(),
    intro: words.intro.trim(),
    questions: words.questions.map((question) => ({
      ...question,
      text: question.text.trim(),
      hint: question.hint.trim(),
      choices: question.choices.map(({ id, text }) => ({ id, text: text.trim() })),
      scaleFrom: question.scaleFrom.trim(),
      scaleTo: question.scaleTo.trim(),
      unit: question.unit.trim(),
      condition: question.condition && {
        ...question.condition,
        anyOf: [...question.condition.anyOf],
      },
    })),
  };
}

/** Ids are short: they are stored with each answer. */
export function newId(): string {
  return crypto.randomUUID().slice(0, 8);
}

export function newQuestion(): Question {
  return {
    id: newId(),
    kind: "single",
    theme: null,
    text: "",
    hint: "",
    isRequired: true,
    choices: [
      { id: newId(), text: "" },
      { id: newId(), text: "" },
    ],
    scaleFrom: "",
    scaleTo: "",
    unit: "",
    least: null,
    most: null,
    condition: null,
  };
}
