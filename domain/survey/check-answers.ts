import {
  type Answer,
  type Answers,
  choicesOf,
  maxAnswerLength,
  type Question,
  shownQuestions,
} from "./questions.ts";

/** Why an answer cannot be sent: nothing was answered, or not what the question asks for. */
export type AnswerFault = "missing" | "wrong";

interface FaultyAnswer {
  questionId: string;
  fault: AnswerFault;
}

/** The shown questions whose answers cannot be sent yet, in their order. */
export function faultyAnswers(questions: readonly Question[], answers: Answers): FaultyAnswer[] {
  return shownQuestions(questions, answers).flatMap((question): FaultyAnswer[] => {
    const answer = answers[question.id];
    if (isEmpty(answer)) {
      return question.isRequired ? [{ questionId: question.id, fault: "missing" }] : [];
    }
    return fits(question, answer) ? [] : [{ questionId: question.id, fault: "wrong" }];
  });
}

/** What is sent: answers to shown questions alone, text without blanks around it, nothing empty. */
export function answersToSend(questions: readonly Question[], answers: Answers): Answers {
  const kept: Record<string, Answer> = {};
  for (const { id } of shownQuestions(questions, answers)) {
    const answer = answers[id];
    if (!isEmpty(answer)) kept[id] = typeof answer === "string" ? answer.trim() : answer;
  }
  return kept;
}

export function isEmpty(answer: Answer | undefined): answer is undefined {
  if (answer === undefined) return true;
  if (typeof answer === "number") return false;
  return typeof answer === "string" ? answer.trim() === "" : answer.length === 0;
}

function fits(question: Question, answer: Answer): boolean {
  const isChoice = (id: unknown) => choicesOf(question).some((choice) => choice.id === id);
  switch (question.kind) {
    case "single":
      return isChoice(answer);
    case "multiple":
      return (
        Array.isArray(answer) && new Set(answer).size === answer.length && answer.every(isChoice)
      );
    case "scale":
      return typeof answer === "number" && isChoice(`${answer}`);
    case "number":
      return (
        typeof answer === "number" &&
        Number.isFinite(answer) &&
        answer >= (question.least ?? Number.NEGATIVE_INFINITY) &&
        answer <= (question.most ?? Number.POSITIVE_INFINITY)
      );
    case "short":
    case "long":
      return typeof answer === "string" && answer.trim().length <= maxAnswerLength[question.kind];
  }
}
