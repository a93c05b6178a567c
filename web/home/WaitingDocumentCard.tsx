import type { IconName } from "../design/Icon.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import { formatMoment } from "../time.ts";
import type { WaitingDocument } from "./home-query.ts";
import { WaitingCard } from "./WaitingCard.tsx";

const icons: Record<WaitingDocument["act"], IconName> = {
  answer: "people",
  sign: "seal",
  review: "note",
  redact: "lock",
};

const addresses: Record<WaitingDocument["act"], (id: string) => string> = {
  answer: (id) => `/dokumen/${id}`,
  sign: (id) => `/dokumen/${id}`,
  review: (id) => `/dokumen/${id}/riwayat`,
  redact: (id) => `/dokumen/${id}#data-pribadi`,
};

/** Documents about which this person has to do something, one card for each thing. */
export function WaitingDocuments({ documents }: { documents: readonly WaitingDocument[] }) {
  const words = useWaitingMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  return documents.map(({ act, id, title, kind, forumTitle, submittedAt }) => (
    <WaitingCard
      key={`${act} ${id}`}
      icon={icons[act]}
      state={words.states[act]}
      kind={messages.documentKinds[kind]}
      title={title}
      from={forumTitle}
      since={
        submittedAt === null
          ? null
          : words.submitted(formatMoment(submittedAt, Date.now(), messages, language))
      }
      href={addresses[act](id)}
      button={words.buttons[act]}
    />
  ));
}
