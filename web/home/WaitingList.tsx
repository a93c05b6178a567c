import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import type { Reminders as RemindersData } from "../register/waiting-query.ts";
import type { WaitingSurvey } from "../survey/waiting-surveys.ts";
import type { WaitingDocument } from "./home-query.ts";
import type { Waiting } from "./program-waiting-query.ts";
import { Reminders } from "./Reminders.tsx";
import { WaitingDocuments } from "./WaitingDocuments.tsx";
import { WaitingProgram } from "./WaitingProgram.tsx";
import { WaitingSurveyCard } from "./WaitingSurveyCard.tsx";

interface Props {
  documents: readonly WaitingDocument[];
  surveys: readonly WaitingSurvey[];
  program: Waiting | undefined;
  reminders: RemindersData | undefined;
}

/** What only this person can do: documents first, for others wait for those. */
export default function WaitingList({ documents, surveys, program, reminders }: Props) {
  const words = useWaitingMessages();
  const lists = [documents, surveys, ...Object.values(program ?? {})];
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{words.title}</h2>
      {lists.some(({ length }) => length > 0) && (
        <ul className="document-list">
          <WaitingDocuments documents={documents} />
          {surveys.map((survey) => (
            <WaitingSurveyCard key={survey.id} survey={survey} />
          ))}
          {program && <WaitingProgram waiting={program} />}
        </ul>
      )}
      {reminders && <Reminders data={reminders} />}
    </section>
  );
}
