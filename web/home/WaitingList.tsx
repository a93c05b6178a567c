import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import type { Reminders as RemindersData } from "../register/waiting-query.ts";
import type { WaitingSurvey } from "../survey/waiting-surveys.ts";
import type { WaitingDocument } from "./home-query.ts";
import { Reminders } from "./Reminders.tsx";
import { WaitingDocuments } from "./WaitingDocuments.tsx";
import { WaitingSurveys } from "./WaitingSurveys.tsx";

interface Props {
  documents: readonly WaitingDocument[];
  surveys: readonly WaitingSurvey[];
  reminders: RemindersData | undefined;
}

/** What only this person can do: documents first, for others wait for those. */
export default function WaitingList({ documents, surveys, reminders }: Props) {
  const words = useWaitingMessages();
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{words.title}</h2>
      {documents.length > 0 && <WaitingDocuments documents={documents} />}
      {surveys.length > 0 && <WaitingSurveys surveys={surveys} />}
      {reminders && <Reminders data={reminders} />}
    </section>
  );
}
