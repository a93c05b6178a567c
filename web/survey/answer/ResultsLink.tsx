import { LinkButton } from "../../design/Button.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";

export function ResultsLink({ surveyId }: { surveyId: string }) {
  const { seeResults } = useSurveyMessages();
  return (
    <p>
      <LinkButton href={`/program/survei/${surveyId}/hasil`} icon="table">
        {seeResults}
      </LinkButton>
    </p>
  );
}
