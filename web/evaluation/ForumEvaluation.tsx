import "./evaluation.css";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../design/Card.tsx";
import { Notice } from "../design/Notice.tsx";
import { shownNumber } from "../evidence/shown-values.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { EvaluationForm } from "./EvaluationForm.tsx";
import { evaluationQuery } from "./evaluation-query.ts";

/** What a forum that is over was to its people: asked of each, shown to facilitators as a whole. */
export default function ForumEvaluation({ forumId }: { forumId: string }) {
  const { evaluation: words } = useEvidenceMessages();
  const [language] = useLanguage();
  // Without it the page is whole all the same: nothing is said of a failure.
  const { data } = useQuery(evaluationQuery(forumId));
  if (!data || (!data.mayEvaluate && !data.hasEvaluated && !data.result)) return null;
  const { result } = data;
  const said = result?.words.map((words, place) => ({ words, key: `${place}` })) ?? [];
  return (
    <Card>
      <h2>{words.title}</h2>
      {data.mayEvaluate && <EvaluationForm forumId={forumId} />}
      {data.hasEvaluated && <Notice icon="check">{words.sent}</Notice>}
      {result && (
        <>
          <p>
            {words.count(result.count)}
            {result.average !== null &&
              `. ${words.average(shownNumber(result.average, language))}.`}
          </p>
          {result.average === null ? (
            <p className="soft small">{words.tooFew}</p>
          ) : (
            <ul className="evaluation-scores">
              {result.scores.map(({ score, count }) => (
                <li key={score}>
                  <span>{words.scores[score as keyof typeof words.scores]}</span>
                  <meter min={0} max={result.count} value={count} aria-hidden="true" />
                  <span>{count}</span>
                </li>
              ))}
            </ul>
          )}
          {said.length > 0 && (
            <details>
              <summary>{words.said}</summary>
              <ul className="evaluation-words">
                {said.map(({ words: text, key }) => (
                  <li key={key}>{text}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Card>
  );
}
