import "../register/register.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { api, readResponse, requireOk } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { formatDay } from "../time.ts";
import { SurveyForm } from "./answer/SurveyForm.tsx";
import { SurveyStatusBadge } from "./SurveyStatusBadge.tsx";
import type { SurveyData } from "./survey-query.ts";
import { VillagesFollowed } from "./VillagesFollowed.tsx";
import { WhoSees } from "./WhoSees.tsx";
import { surveysKey } from "./waiting-surveys.ts";

/** Who has answered, and what facilitators do with an opened survey. */
export default function FollowDesk({ survey }: { survey: SurveyData }) {
  const words = useSurveyMessages();
  const [language] = useLanguage();
  const { follow, units } = words;
  const { openedAt, closedAt, progress, versions } = survey;
  const others = versions.filter(({ id }) => id !== survey.id);
  return (
    <>
      <header className="section">
        <h1>{survey.title}</h1>
        <p className="row">
          <SurveyStatusBadge status={survey.status} />
          <span className="soft">{words.version(survey.version)}</span>
        </p>
        <p className="small soft">
          {[
            openedAt !== null && follow.openedAt(formatDay(openedAt, language)),
            closedAt !== null && follow.closedAt(formatDay(closedAt, language)),
            units[survey.unit],
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {progress && (
          <p>
            <strong>{words.progress(progress.answers, progress.asked, survey.unit)}</strong>
          </p>
        )}
        <div className="row">
          {survey.seesResults && (
            <LinkButton href={`/program/survei/${survey.id}/hasil`} weight="primary" icon="table">
              {words.seeResults}
            </LinkButton>
          )}
          {survey.mayMake && survey.status === "open" && <CloseButton surveyId={survey.id} />}
          {survey.mayMake && <VersionButton survey={survey} />}
        </div>
      </header>
      <WhoSees openness={survey.openness} />
      <VillagesFollowed survey={survey} />
      {others.length > 0 && (
        <section className="section" aria-labelledby="versions">
          <h2 id="versions">{follow.versions}</h2>
          <ul className="stack">
            {others.map(({ id, version }) => (
              <li key={id}>
                <Link href={`/program/survei/${id}`}>{words.version(version)}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className="survey-questions">
        <summary>{follow.questions}</summary>
        <Questions survey={survey} />
      </details>
    </>
  );
}

/** As it is asked; what is tapped here is not kept. */
function Questions({ survey }: { survey: SurveyData }) {
  const [answers, setAnswers] = useState({});
  return (
    <SurveyForm questions={survey.questions} answers={answers} faults={[]} onAnswers={setAnswers} />
  );
}

function CloseButton({ surveyId }: { surveyId: string }) {
  const { follow } = useSurveyMessages();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const closing = useMutation({
    mutationFn: () => requireOk(api.surveys[":surveyId"].closure.$put({ param: { surveyId } })),
    onSuccess: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: surveysKey });
    },
  });
  return (
    <>
      <Button icon="lock" onClick={() => setAsking(true)}>
        {follow.close}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={follow.closeTitle}
          confirm={closing.isPending ? follow.closing : follow.close}
          cancel={follow.cancel}
          isPending={closing.isPending}
          error={closing.error}
          onConfirm={() => closing.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{follow.closeWords}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function VersionButton({ survey }: { survey: SurveyData }) {
  const { follow } = useSurveyMessages();
  const [, navigate] = useLocation();
  const making = useMutation({
    mutationFn: () =>
      readResponse(api.surveys[":surveyId"].versions.$post({ param: { surveyId: survey.id } })),
    onSuccess: ({ surveyId }) => navigate(`/program/survei/${surveyId}/susun`),
  });
  if (survey.laterId !== null) return null;
  return (
    <>
      <Button
        icon="pencil"
        aria-busy={making.isPending}
        onClick={() => making.isPending || making.mutate()}
      >
        {survey.draftId === null ? follow.newVersion : follow.toDraft}
      </Button>
      <FailureLine error={making.error} />
    </>
  );
}
