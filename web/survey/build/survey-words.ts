import type { Question } from "../../../domain/survey/questions.ts";
import type { SurveyData } from "../survey-query.ts";

/** What a draft consists of while it is being written. */
export type SurveyWords = Pick<SurveyData, "title" | "intro" | "unit" | "openness" | "questions">;

export function wordsOf({ title, intro, unit, openness, questions }: SurveyData): SurveyWords {
  return { title, intro, unit, openness, questions };
}

/** As the API takes it: the same lists, which it may not change either. */
export function toSend(words: SurveyWords) {
  return {
    ...words,
    questions: words.questions.map((question) => ({
      ...question,
      choices: [...question.choices],
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
