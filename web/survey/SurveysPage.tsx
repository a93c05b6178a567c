import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { formatMoment } from "../time.ts";
import { SurveyStatusBadge } from "./SurveyStatusBadge.tsx";
import { keptSurveys } from "./survey-drafts.ts";
import { type SurveyCard, surveysQuery } from "./survey-query.ts";
import { useSurveyDraft } from "./use-survey-draft.ts";

/** The surveys of one's village; to their makers all of them. */
export function SurveysPage() {
  const words = useSurveyMessages();
  const { data, isError, error, refetch } = useQuery(surveysQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {data?.mayMake && <MakeButton />}
      {data && <KeptElsewhere listed={data.surveys.map(({ id }) => id)} />}
      {data ? (
        data.surveys.length > 0 ? (
          <ul className="survey-list">
            {data.surveys.map((survey) => (
              <SurveyRow key={survey.id} survey={survey} />
            ))}
          </ul>
        ) : (
          <EmptyState icon="tasks">{data.mayMake ? words.noneMade : words.noneYet}</EmptyState>
        )
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={3} />
      )}
    </PageFrame>
  );
}

/** What was filled in for a survey that is listed no more, as after a new version. */
function KeptElsewhere({ listed }: { listed: readonly string[] }) {
  const { keptHere } = useSurveyMessages();
  const { person } = useMe();
  return keptSurveys(person.id)
    .filter((id) => !listed.includes(id))
    .map((id) => (
      <p key={id}>
        <Link href={`/program/survei/${id}`}>{keptHere}</Link>
      </p>
    ));
}

function MakeButton() {
  const words = useSurveyMessages();
  const [, navigate] = useLocation();
  const [id] = useState(() => crypto.randomUUID());
  const making = useMutation({
    mutationFn: () =>
      readResponse(
        api.surveys.$post({
          json: {
            id,
            title: words.newTitle,
            intro: "",
            unit: "village",
            openness: "hosts",
            questions: [],
          },
        }),
      ),
    onSuccess: ({ surveyId }) => navigate(`/program/survei/${surveyId}/susun`),
  });
  return (
    <>
      <div className="row">
        <Button
          weight="primary"
          icon="plus"
          aria-busy={making.isPending}
          onClick={() => making.isPending || making.mutate()}
        >
          {making.isPending ? words.making : words.make}
        </Button>
      </div>
      <FailureLine error={making.error} />
    </>
  );
}

function SurveyRow({ survey }: { survey: SurveyCard }) {
  const words = useSurveyMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { draft } = useSurveyDraft(survey.id);
  const { id, status, sent, progress } = survey;
  const href = `/program/survei/${id}${status === "draft" ? "/susun" : ""}`;
  return (
    <li className="survey-row">
      <p className="row">
        <SurveyStatusBadge status={status} />
        {survey.version > 1 && <span className="small soft">{words.version(survey.version)}</span>}
      </p>
      <h2>
        <Link href={href} className="whole-card-link">
          {survey.title}
        </Link>
      </h2>
      <p className="small soft">
        {words.questionCount(survey.questionCount)}
        {progress && status !== "draft" && (
          <> · {words.progress(progress.answers, progress.asked, survey.unit)}</>
        )}
      </p>
      {(survey.waitsForAnswer || (draft && !sent)) && (
        <p className="survey-waits">
          {draft?.isQueued ? words.waitingHome.queued : draft ? words.goOn : words.waits}
        </p>
      )}
      {sent && (
        <p className="small soft">
          {words.sentAt(formatMoment(sent.at, Date.now(), messages, language))}
          {sent.isLate && ` · ${words.late}`}
        </p>
      )}
    </li>
  );
}
