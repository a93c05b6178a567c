import { type Answers, choicesOf, chosen, type Question, shownQuestions } from "./questions.ts";
import { smallestRelease } from "./rules.ts";

/**
 * How a question was answered. `asked`: to how many it was shown; `answered`: how many did. All is
 * null where single answers may not be seen and fewer than `smallestRelease` answered.
 */
export interface QuestionResult {
  questionId: string;
  asked: number | null;
  answered: number | null;
  /** How many chose what; of several choices each counts. Null for other kinds. */
  counts: { choiceId: string; count: number }[] | null;
  /** Of scales and numbers. */
  mean: number | null;
  /** Of scales, and of numbers where single answers may be seen: it may be a village's own. */
  median: number | null;
  /** Of numbers, where single answers may be seen. */
  range: { least: number; most: number } | null;
  /** What was written, in alphabetical order: the order in which it came says whose it is. */
  texts: string[] | null;
}

/** What of single answers may be seen. */
export interface Sight {
  /** How few answered, the median, the smallest and the largest number. */
  singleNumbers: boolean;
  /** What was written. */
  texts: boolean;
}

export function resultsOf(
  questions: readonly Question[],
  all: readonly Answers[],
  sight: Sight,
): QuestionResult[] {
  const shownTo = all.map(
    (answers) => new Set(shownQuestions(questions, answers).map(({ id }) => id)),
  );
  return questions.map((question) => {
    const given = all
      .map((answers) => answers[question.id])
      .filter((answer) => answer !== undefined);
    if (!sight.singleNumbers && given.length < smallestRelease) return tooFew(question.id);
    const numbers = given.filter((answer) => typeof answer === "number");
    const isText = question.kind === "short" || question.kind === "long";
    return {
      questionId: question.id,
      asked: shownTo.filter((shown) => shown.has(question.id)).length,
      answered: given.length,
      counts: countsOf(question, all),
      mean:
        numbers.length > 0 ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : null,
      median: question.kind !== "number" || sight.singleNumbers ? medianOf(numbers) : null,
      range: question.kind === "number" && sight.singleNumbers ? rangeOf(numbers) : null,
      texts:
        isText && sight.texts ? given.map(String).sort((a, b) => a.localeCompare(b, "id")) : null,
    };
  });
}

function tooFew(questionId: string): QuestionResult {
  return {
    ...{ questionId, asked: null, answered: null, counts: null },
    ...{ mean: null, median: null, range: null, texts: null },
  };
}

function countsOf(question: Question, all: readonly Answers[]): QuestionResult["counts"] {
  const choices = choicesOf(question);
  if (choices.length === 0) return null;
  return choices.map(({ id }) => ({
    choiceId: id,
    count: all.filter((answers) => chosen(answers[question.id]).includes(id)).length,
  }));
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

function rangeOf(numbers: readonly number[]): QuestionResult["range"] {
  return numbers.length > 0 ? { least: Math.min(...numbers), most: Math.max(...numbers) } : null;
}
