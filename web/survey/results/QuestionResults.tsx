import { choicesOf, type Question } from "../../../domain/survey/questions.ts";
import { formatNumber } from "../../../domain/survey/read-number.ts";
import type { QuestionResult } from "../../../domain/survey/results.ts";
import { VillageBadge } from "../../design/VillageBadge.tsx";
import { useMessages } from "../../messages/use-messages.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { useEditsMap } from "../../problem-map/use-edits-map.ts";
import type { SurveyResultsData } from "../survey-query.ts";
import { Bars } from "./Bars.tsx";
import { CollectProblems } from "./CollectProblems.tsx";

interface Props {
  data: SurveyResultsData;
  question: Question;
  place: number;
}

/** One question: the sums, and below them what each village answered where that is seen. */
export function QuestionResults({ data, question, place }: Props) {
  const { results: words } = useSurveyMessages();
  const { themes } = useMessages();
  const collects = useEditsMap();
  const result = data.results[place];
  if (!result) return null;
  return (
    <li className="section question-results">
      <h2>
        {place + 1}. {question.text}
      </h2>
      <p className="small soft">
        {question.theme && `${themes[question.theme]} · `}
        {result.answered === null || result.asked === null
          ? words.tooFew
          : words.asked(result.answered, result.asked)}
      </p>
      {result.answered !== null && (
        <Sums question={question} result={result} answered={result.answered} />
      )}
      <ByVillage data={data} question={question} place={place} />
      {collects && data.status === "closed" && result.answered !== null && result.answered > 0 && (
        <CollectProblems surveyId={data.id} question={question} result={result} />
      )}
    </li>
  );
}

interface SumsProps {
  question: Question;
  result: QuestionResult;
  answered: number;
}

function Sums({ question, result, answered }: SumsProps) {
  const { results: words } = useSurveyMessages();
  const { counts, mean, median, range, texts } = result;
  const ends = [
    question.scaleFrom && words.from(question.scaleFrom),
    question.scaleTo && words.to(question.scaleTo),
  ].filter(Boolean);
  return (
    <>
      {counts && (
        <Bars
          caption={question.text}
          rows={choicesOf(question).map(({ id, text }) => ({
            id,
            text,
            count: counts.find(({ choiceId }) => choiceId === id)?.count ?? 0,
          }))}
          of={answered}
        />
      )}
      {question.kind === "scale" && ends.length > 0 && (
        <p className="small soft">{ends.join(" · ")}</p>
      )}
      {mean !== null && (
        <p>
          {[
            words.mean(formatNumber(mean)),
            median !== null && words.median(formatNumber(median)),
            range && words.range(formatNumber(range.least), formatNumber(range.most)),
          ]
            .filter(Boolean)
            .join(", ")}
          {question.kind === "number" && question.unit && ` ${question.unit}`}
        </p>
      )}
      {texts && texts.length > 0 && (
        <details className="survey-questions">
          <summary>{words.texts(texts.length)}</summary>
          <ul className="written">
            {texts.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same
              <li key={at}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {texts === null && (question.kind === "short" || question.kind === "long") && (
        <p className="small soft">{words.textsHidden}</p>
      )}
    </>
  );
}

function ByVillage({ data, question, place }: Props) {
  const { results: words, late } = useSurveyMessages();
  if (data.villages.length === 0) return null;
  return (
    <details className="survey-questions">
      <summary>{data.seesVillages ? words.byVillage : words.own}</summary>
      <table className="village-answers">
        <caption className="only-read-aloud">{words.byVillageOf(question.text)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.village}</th>
            <th scope="col">{words.choice}</th>
          </tr>
        </thead>
        <tbody>
          {data.villages.map(({ village, results, late: lateCount }) => (
            <tr key={village.id}>
              <th scope="row">
                <VillageBadge village={village} />
                {lateCount > 0 && <span className="small soft"> {late}</span>}
              </th>
              <td>{inWords(question, results[place], words.noAnswer)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** A village's answer in a few words: of several people each choice with its number. */
function inWords(question: Question, result: QuestionResult | undefined, none: string): string {
  if (!result?.answered) return none;
  if (result.texts) return result.texts.join(" / ");
  if (result.counts) {
    const texts = new Map(choicesOf(question).map(({ id, text }) => [id, text]));
    return result.counts
      .filter(({ count }) => count > 0)
      .map(({ choiceId, count }) => `${texts.get(choiceId)}${count > 1 ? ` (${count})` : ""}`)
      .join(", ");
  }
  return result.mean === null ? none : `${formatNumber(result.mean)} ${question.unit}`.trim();
}
