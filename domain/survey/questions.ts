import type { Theme } from "../statuses.ts";

export const questionKinds = ["single", "multiple", "scale", "number", "short", "long"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Of a question with choices; the id stays while its words are edited. */
export interface Choice {
  id: string;
  text: string;
}

/** The question is asked only where the earlier one was answered with one of these. */
export interface Condition {
  questionId: string;
  /** Ids of choices, or steps of a scale as text: "4". */
  anyOf: readonly string[];
}

/** One question. What its kind does not need is kept and not used, so that a kind can be tried out. */
export interface Question {
  id: string;
  kind: QuestionKind;
  theme: Theme | null;
  text: string;
  hint: string;
  isRequired: boolean;
  choices: readonly Choice[];
  /** What the first and the last step of a scale mean. */
  scaleFrom: string;
  scaleTo: string;
  /** What a number counts, such as "orang" or "Rp". */
  unit: string;
  least: number | null;
  most: number | null;
  condition: Condition | null;
}

export const scaleSteps = [1, 2, 3, 4, 5] as const;
export const maxQuestions = 60;
export const maxChoices = 20;
export const maxQuestionLength = 500;
export const maxChoiceLength = 200;
/** In characters, of what is typed as an answer. */
export const maxAnswerLength = { short: 200, long: 4000 } as const;

/** A choice's id, several of them, a step of the scale, a number, or text. */
export type Answer = string | readonly string[] | number;
export type Answers = Readonly<Record<string, Answer>>;

/** Whether its answers can be counted by choice, and a later question can hang on one of them. */
export function hasChoices(kind: QuestionKind): boolean {
  return kind === "single" || kind === "multiple" || kind === "scale";
}

/** What can be chosen: of a scale its steps. */
export function choicesOf({
  kind,
  choices,
}: Pick<Question, "kind" | "choices">): readonly Choice[] {
  if (kind === "scale") return scaleSteps.map((step) => ({ id: `${step}`, text: `${step}` }));
  return hasChoices(kind) ? choices : [];
}

/** The ids of what was chosen. */
export function chosen(answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return [];
  return Array.isArray(answer) ? answer : [`${answer}`];
}

/** The questions that are asked given these answers: an answer to a hidden one opens no other. */
export function shownQuestions<Q extends Pick<Question, "id" | "condition">>(
  questions: readonly Q[],
  answers: Answers,
): Q[] {
  const shown = new Set<string>();
  return questions.filter(({ id, condition }) => {
    const isShown =
      condition === null ||
      (shown.has(condition.questionId) &&
        chosen(answers[condition.questionId]).some((each) => condition.anyOf.includes(each)));
    if (isShown) shown.add(id);
    return isShown;
  });
}
