import type { SurveyOpenness } from "../../domain/survey/openness.ts";
import { useSurveyMessages } from "../messages/use-survey-messages.ts";

/** Said plainly before anybody answers. */
export function WhoSees({ openness }: { openness: SurveyOpenness }) {
  const { whoSees } = useSurveyMessages();
  return (
    <section className="who-sees" aria-label={whoSees.title}>
      <h2>{whoSees.title}</h2>
      <p>{whoSees[openness]}</p>
    </section>
  );
}
