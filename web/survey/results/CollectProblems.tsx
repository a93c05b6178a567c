import { Link } from "wouter";
import { choicesOf, type Question } from "../../../domain/survey/questions.ts";
import type { QuestionResult } from "../../../domain/survey/results.ts";
import { useProblemMessages } from "../../messages/use-problem-messages.ts";
import { newProblemAddress } from "../../problem-map/source-address.ts";

interface Props {
  surveyId: string;
  question: Question;
  result: QuestionResult;
}

/** Ways from what was answered to the problem map. */
export function CollectProblems({ surveyId, question, result }: Props) {
  const { collect: words } = useProblemMessages();
  const given = new Set(
    (result.counts ?? []).flatMap(({ choiceId, count }) => (count > 0 ? [choiceId] : [])),
  );
  const choices = choicesOf(question).filter(({ id }) => given.has(id));
  const address = (choiceId: string | null) =>
    newProblemAddress({ kind: "survey", surveyId, questionId: question.id, choiceId });
  return (
    <details className="survey-questions">
      <summary>{words.choose}</summary>
      <ul className="collect-problems">
        {choices.map(({ id, text }) => (
          <li key={id}>
            <Link href={address(id)}>{words.answer(text)}</Link>
          </li>
        ))}
        <li>
          <Link href={address(null)}>{words.question}</Link>
        </li>
      </ul>
    </details>
  );
}
