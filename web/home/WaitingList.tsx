import { MoreOfList } from "../design/MoreOfList.tsx";
import { useCitizensMessages } from "../messages/use-citizens-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import type { Reminders as RemindersData } from "../register/waiting-query.ts";
import type { WaitingSurvey } from "../survey/waiting-surveys.ts";
import { facilitatorCards } from "./facilitator-cards.tsx";
import type { WaitingDocument } from "./home-query.ts";
import type { Waiting } from "./program-waiting-query.ts";
import { programmeCards } from "./programme-cards.tsx";
import { Reminders } from "./Reminders.tsx";
import { WaitingDocumentCard } from "./WaitingDocumentCard.tsx";
import { WaitingSurveyCard } from "./WaitingSurveyCard.tsx";

interface Props {
  documents: readonly WaitingDocument[];
  surveys: readonly WaitingSurvey[];
  program: Waiting | undefined;
  reminders: RemindersData | undefined;
}

const shownCards = 3;

/** What only this person can do: documents first, for others wait for those. */
export default function WaitingList({ documents, surveys, program, reminders }: Props) {
  const waiting = useWaitingMessages();
  const { more } = useMessages();
  const [language] = useLanguage();
  const words = {
    waiting,
    modules: useModulesMessages(),
    outcomes: useOutcomesMessages(),
    citizens: useCitizensMessages(),
  };
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{waiting.title}</h2>
      <MoreOfList shown={shownCards} more={more}>
        {documents.map((document) => (
          <WaitingDocumentCard key={`${document.act} ${document.id}`} document={document} />
        ))}
        {surveys.map((survey) => (
          <WaitingSurveyCard key={survey.id} survey={survey} />
        ))}
        {program?.facilitator && facilitatorCards(program.facilitator, waiting)}
        {program && programmeCards(program, words, language)}
      </MoreOfList>
      {reminders && <Reminders data={reminders} />}
    </section>
  );
}
