import { useState } from "react";
import { faultyAnswers } from "../../../domain/survey/check-answers.ts";
import { Button, LinkButton } from "../../design/Button.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { Notice } from "../../design/Notice.tsx";
import { useLanguage } from "../../messages/use-messages.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import type { SurveyData } from "../survey-query.ts";
import { useSurveyDraft } from "../use-survey-draft.ts";
import { WhoSees } from "../WhoSees.tsx";
import { ResultsLink } from "./ResultsLink.tsx";
import { SentAnswer } from "./SentAnswer.tsx";
import { SurveyForm } from "./SurveyForm.tsx";

/** Where a village answers: kept on the device with each letter, sent once. */
export function AnswerDesk({ survey }: { survey: SurveyData }) {
  const words = useSurveyMessages();
  const own = useSurveyDraft(survey.id);
  return (
    <>
      <header className="section">
        <h1>{survey.title}</h1>
        {survey.intro && <p className="survey-intro">{survey.intro}</p>}
        {survey.laterId && (
          <div className="row">
            <Notice icon="warning">{words.laterExists}</Notice>
            <LinkButton href={`/program/survei/${survey.laterId}`} icon="forward">
              {words.toLater}
            </LinkButton>
          </div>
        )}
      </header>
      {survey.sent ? (
        <SentAnswer survey={survey} sent={survey.sent} own={own} />
      ) : survey.waitsForAnswer || own.draft ? (
        <Filling survey={survey} own={own} />
      ) : (
        <>
          <Notice icon="lock">
            {survey.status === "open" ? words.answer.notAsked : words.answer.closed}
          </Notice>
          {survey.seesResults && <ResultsLink surveyId={survey.id} />}
        </>
      )}
    </>
  );
}

function Filling({ survey, own }: { survey: SurveyData; own: ReturnType<typeof useSurveyDraft> }) {
  const { answer: words, units } = useSurveyMessages();
  const [language] = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const [wasTried, setTried] = useState(false);
  const { draft } = own;
  const answers = draft?.answers ?? {};
  const faults = faultyAnswers(survey.questions, answers);
  const isQueued = draft?.isQueued ?? false;
  const trySending = () => {
    setTried(true);
    const [first] = faults;
    if (first) document.getElementById(`q-${first.questionId}`)?.focus();
    else setAsking(true);
  };
  return (
    <>
      <WhoSees openness={survey.openness} />
      <p className="small soft">{units[survey.unit]}.</p>
      {survey.status === "closed" && (
        <Notice icon="clock" tone="wait">
          {words.closedKept}
        </Notice>
      )}
      <SurveyForm
        questions={survey.questions}
        answers={answers}
        faults={wasTried ? faults : []}
        isReadOnly={isQueued}
        onAnswers={own.change}
      />
      <div className="survey-foot">
        {draft?.refusal && (
          <p role="alert" className="failure-line">
            <strong>{words.refused}.</strong> {draft.refusal[language]}
          </p>
        )}
        <div role="status" className="stack">
          {isQueued ? (
            <Notice icon="clock" tone="wait">
              {words.queued}
            </Notice>
          ) : !own.isKept ? (
            <Notice icon="warning" tone="wait">
              {words.notKept}
            </Notice>
          ) : draft ? (
            <Notice icon="check">{words.kept}</Notice>
          ) : null}
          {wasTried && faults.length > 0 && (
            <p className="failure-line">{words.faulty(faults.length)}</p>
          )}
        </div>
        <div className="row">
          {isQueued ? (
            <>
              <Button icon="reload" onClick={() => void own.tryNow()}>
                {words.tryNow}
              </Button>
              <Button weight="quiet" icon="pencil" onClick={own.changeAgain}>
                {words.changeAgain}
              </Button>
            </>
          ) : (
            <Button weight="primary" size="large" icon="send" onClick={trySending}>
              {words.send}
            </Button>
          )}
        </div>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={words.confirmTitle}
          confirm={words.confirm}
          cancel={words.cancel}
          isPending={false}
          error={null}
          onConfirm={() => {
            setAsking(false);
            own.send();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{survey.unit === "village" ? words.confirmVillage : words.confirmPerson}</p>
          <WhoSees openness={survey.openness} />
        </ConfirmDialog>
      )}
    </>
  );
}
