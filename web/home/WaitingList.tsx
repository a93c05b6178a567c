import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import type { Reminders as RemindersData } from "../register/waiting-query.ts";
import type { WaitingDocument } from "./home-query.ts";
import { Reminders } from "./Reminders.tsx";
import { WaitingDocuments } from "./WaitingDocuments.tsx";

interface Props {
  documents: readonly WaitingDocument[];
  reminders: RemindersData | undefined;
}

/** What only this person can do: documents first, for others wait for those. */
export default function WaitingList({ documents, reminders }: Props) {
  const words = useWaitingMessages();
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{words.title}</h2>
      {documents.length > 0 && <WaitingDocuments documents={documents} />}
      {reminders && <Reminders data={reminders} />}
    </section>
  );
}
