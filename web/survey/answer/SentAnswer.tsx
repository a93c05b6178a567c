import { Button } from "../../design/Button.tsx";
import { Card } from "../../design/Card.tsx";
import { Icon } from "../../design/Icon.tsx";
import { Notice } from "../../design/Notice.tsx";
import { useLanguage, useMessages } from "../../messages/use-messages.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { formatMoment } from "../../time.ts";
import type { SurveyData } from "../survey-query.ts";
import type { useSurveyDraft } from "../use-survey-draft.ts";
import { ResultsLink } from "./ResultsLink.tsx";
import { SurveyForm } from "./SurveyForm.tsx";

interface Props {
  survey: SurveyData;
  sent: NonNullable<SurveyData["sent"]>;
  own: ReturnType<typeof useSurveyDraft>;
}

/** That the answer is there; and what was filled in here while somebody else was first. */
export function SentAnswer({ survey, sent, own }: Props) {
  const { answer: words, sentAt } = useSurveyMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const moment = formatMoment(sent.at, Date.now(), messages, language);
  return (
    <>
      <Card>
        <h2 className="row">
          <Icon name="check" />
          {words.sentTitle}
        </h2>
        <p>{sent.by === null ? `${sentAt(moment)}.` : words.sentBy(moment, sent.by)}</p>
        {sent.isLate && <p>{words.sentLate}</p>}
        {!survey.seesResults && <p className="soft">{words.resultsLater}</p>}
      </Card>
      {survey.seesResults && <ResultsLink surveyId={survey.id} />}
      {own.draft && (
        <section className="section" aria-labelledby="kept-here">
          <Notice icon="warning" tone="wait">
            {words.otherFirst}
          </Notice>
          <h2 id="kept-here">{words.ownKept}</h2>
          <SurveyForm
            questions={survey.questions}
            answers={own.draft.answers}
            faults={[]}
            isReadOnly
            onAnswers={own.change}
          />
          <p>
            <Button icon="close" onClick={own.throwAway}>
              {words.throwAway}
            </Button>
          </p>
        </section>
      )}
    </>
  );
}
