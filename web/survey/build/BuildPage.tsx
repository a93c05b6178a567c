import "../../register/register.css";
import "./build.css";
import { useQuery } from "@tanstack/react-query";
import { Redirect } from "wouter";
import { ErrorState } from "../../design/ErrorState.tsx";
import { PageFrame } from "../../design/PageFrame.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { surveyQuery } from "../survey-query.ts";
import { BuildDesk } from "./BuildDesk.tsx";

/** Where facilitators write a survey until it is opened. */
export default function BuildPage({ surveyId }: { surveyId: string }) {
  const { build } = useSurveyMessages();
  const { data, isError, error, refetch } = useQuery(surveyQuery(surveyId));
  if (data && (data.status !== "draft" || !data.mayMake)) {
    return <Redirect to={`/program/survei/${surveyId}`} replace />;
  }
  return (
    <PageFrame title={build.title} back="/program/survei">
      {data ? (
        <BuildDesk survey={data} />
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}
