import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { AnswerDesk } from "./answer/AnswerDesk.tsx";
import { surveyQuery } from "./survey-query.ts";

const FollowDesk = lazy(() => import("./FollowDesk.tsx"));

/** One survey: to answer it, or to follow who has. */
export function SurveyPage({ surveyId }: { surveyId: string }) {
  const { title } = useSurveyMessages();
  const { errors } = useMessages();
  const { data, isError, error, refetch } = useQuery(surveyQuery(surveyId));
  return (
    <PageFrame title={data?.title ?? title} back="/program/survei">
      {data ? (
        <>
          {isError && (
            <Notice icon="offline" tone="wait">
              {errors.stale}
            </Notice>
          )}
          {data.progress ? <FollowDesk survey={data} /> : <AnswerDesk survey={data} />}
        </>
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}
