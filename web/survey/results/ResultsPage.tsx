import "./results.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { EmptyState } from "../../design/EmptyState.tsx";
import { ErrorState } from "../../design/ErrorState.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { Notice } from "../../design/Notice.tsx";
import { PageFrame } from "../../design/PageFrame.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { saveFile } from "../../design/save-file.ts";
import { useLanguage } from "../../messages/use-messages.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { SurveyStatusBadge } from "../SurveyStatusBadge.tsx";
import { resultsQuery, type SurveyResultsData } from "../survey-query.ts";
import { WhoSees } from "../WhoSees.tsx";
import { QuestionResults } from "./QuestionResults.tsx";

/** What was answered, as far as this person may see it. */
export default function ResultsPage({ surveyId }: { surveyId: string }) {
  const { results: words } = useSurveyMessages();
  const { data, isError, error, refetch } = useQuery(resultsQuery(surveyId));
  return (
    <PageFrame title={words.title} back={`/program/survei/${surveyId}`}>
      {data ? (
        <Results data={data} />
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function Results({ data }: { data: SurveyResultsData }) {
  const words = useSurveyMessages();
  const { results, status, answers, late, waiting } = { ...data, results: words.results };
  return (
    <>
      <header className="section">
        <h1>{results.title}</h1>
        <p>
          <strong>{data.title}</strong>
        </p>
        <p className="row">
          <SurveyStatusBadge status={status} />
          <span className="soft">{words.version(data.version)}</span>
        </p>
        <p>{results.summary(answers, late)}</p>
        {waiting > 0 && <Notice icon="clock">{results.waiting(waiting)}</Notice>}
        {(answers > 0 || data.villages.length > 0) && <SaveTable surveyId={data.id} />}
      </header>
      <WhoSees openness={data.openness} />
      {answers === 0 && data.villages.length === 0 ? (
        <EmptyState icon="table">{results.none}</EmptyState>
      ) : (
        <ol className="survey-results">
          {data.questions.map((question, place) => (
            <QuestionResults key={question.id} data={data} question={question} place={place} />
          ))}
        </ol>
      )}
    </>
  );
}

function SaveTable({ surveyId }: { surveyId: string }) {
  const { results: words } = useSurveyMessages();
  const [language] = useLanguage();
  const saving = useMutation({
    mutationFn: async () => {
      const answer: Response = await requireOk(
        api.surveys[":surveyId"]["results.csv"].$post({
          param: { surveyId },
          query: { language },
        }),
      );
      // Decoding drops the mark by which Excel knows UTF-8; the bytes keep it.
      return answer.arrayBuffer();
    },
    onSuccess: (table) => saveFile("hasil-survei.csv", "text/csv;charset=utf-8", [table]),
  });
  return (
    <>
      <div className="row">
        <Button
          icon="table"
          aria-busy={saving.isPending}
          onClick={() => saving.isPending || saving.mutate()}
        >
          {saving.isPending ? words.saving : words.save}
        </Button>
      </div>
      <FailureLine error={saving.error} />
    </>
  );
}
