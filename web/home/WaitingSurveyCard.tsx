import { useSurveyMessages } from "../messages/use-survey-messages.ts";
import { useSurveyDraft } from "../survey/use-survey-draft.ts";
import type { WaitingSurvey } from "../survey/waiting-surveys.ts";
import { WaitingCard } from "./WaitingCard.tsx";

/** A survey that this person may answer for themselves or for their village. */
export function WaitingSurveyCard({ survey }: { survey: WaitingSurvey }) {
  const { waitingHome: words, questionCount } = useSurveyMessages();
  const { draft } = useSurveyDraft(survey.id);
  return (
    <WaitingCard
      icon="pencil"
      state={words.waits}
      title={survey.title}
      from={draft?.isQueued ? words.queued : questionCount(survey.questionCount)}
      href={`/program/survei/${survey.id}`}
      button={words.fill}
    />
  );
}
