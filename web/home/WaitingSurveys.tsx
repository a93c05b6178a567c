import "../register/register.css";
import { LinkButton } from "../design/Button.tsx";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { useSurveyDraft } from "../survey/use-survey-draft.ts";
import type { WaitingSurvey } from "../survey/waiting-surveys.ts";

/** Surveys that this person may answer for themselves or for their village. */
export function WaitingSurveys({ surveys }: { surveys: readonly WaitingSurvey[] }) {
  return (
    <ul className="follow-ups">
      {surveys.map((survey) => (
        <SurveyReminder key={survey.id} survey={survey} />
      ))}
    </ul>
  );
}

function SurveyReminder({ survey }: { survey: WaitingSurvey }) {
  const { waitingHome: words, questionCount } = useSurveyMessages();
  const { draft } = useSurveyDraft(survey.id);
  return (
    <li className="follow-up">
      <h3>{words.answer(survey.title)}</h3>
      <p className="small soft">
        {draft?.isQueued ? words.queued : questionCount(survey.questionCount)}
      </p>
      <p>
        <LinkButton href={`/program/survei/${survey.id}`} icon="pencil">
          {words.fill}
        </LinkButton>
      </p>
    </li>
  );
}
