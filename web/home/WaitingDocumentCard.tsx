import type { IconName } from "../design/Icon.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import { formatMoment } from "../time.ts";
import type { WaitingDocument } from "./home-query.ts";
import { WaitingCard } from "./WaitingCard.tsx";

type Act = WaitingDocument["act"];

const icons: Record<Act, IconName> = {
  answer: "people",
  sign: "seal",
  publish: "seal",
  review: "note",
  redact: "lock",
};

const addresses: Record<Act, (id: string) => string> = {
  answer: (id) => `/dokumen/${id}`,
  sign: (id) => `/dokumen/${id}`,
  publish: (id) => `/program/modul/${id}`,
  review: (id) => `/dokumen/${id}/riwayat`,
  redact: (id) => `/dokumen/${id}#data-pribadi`,
};

/** A document about which this person has to do something. */
export function WaitingDocumentCard({ document }: { document: WaitingDocument }) {
  const words = useWaitingMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { act, id, title, kind, forumTitle, submittedAt } = document;
  return (
    <WaitingCard
      icon={icons[act]}
      state={words.states[act]}
      kind={messages.documentKinds[kind]}
      title={title}
      from={forumTitle ?? words.ofProgramme}
      since={
        submittedAt === null
          ? null
          : words.submitted(formatMoment(submittedAt, Date.now(), messages, language))
      }
      href={addresses[act](id)}
      button={words.buttons[act]}
    />
  );
}
