import { choicesOf, hasChoices, type Question } from "./questions.ts";

/** Why a survey cannot be opened yet. */
export type QuestionFault =
  | "noText"
  | "fewChoices"
  | "emptyChoice"
  | "sameChoices"
  | "leastAboveMost"
  | "conditionNotEarlier"
  | "conditionWithoutChoice";

/** What has to be put right before anybody is asked, by question; none of a complete survey. */
export function faultyQuestions(
  questions: readonly Question[],
): { questionId: string; fault: QuestionFault }[] {
  return questions.flatMap((question, place) => {
    const faults: QuestionFault[] = [
      ...(question.text.trim() === "" ? (["noText"] as const) : []),
      ...choiceFaults(question),
      ...(isUpsideDown(question) ? (["leastAboveMost"] as const) : []),
      ...conditionFaults(question, questions.slice(0, place)),
    ];
    return faults.map((fault) => ({ questionId: question.id, fault }));
  });
}

function choiceFaults({ kind, choices }: Question): QuestionFault[] {
  if (kind !== "single" && kind !== "multiple") return [];
  if (choices.length < 2) return ["fewChoices"];
  const texts = choices.map(({ text }) => text.trim().toLocaleLowerCase("id"));
  if (texts.includes("")) return ["emptyChoice"];
  return new Set(texts).size < texts.length ? ["sameChoices"] : [];
}

function isUpsideDown({ kind, least, most }: Question): boolean {
  return kind === "number" && least !== null && most !== null && least > most;
}

function conditionFaults({ condition }: Question, earlier: readonly Question[]): QuestionFault[] {
  if (condition === null) return [];
  const asked = earlier.find(({ id }) => id === condition.questionId);
  if (!asked || !hasChoices(asked.kind)) return ["conditionNotEarlier"];
  const known = choicesOf(asked).map(({ id }) => id);
  const isKnown = condition.anyOf.every((id) => known.includes(id));
  return condition.anyOf.length > 0 && isKnown ? [] : ["conditionWithoutChoice"];
}
