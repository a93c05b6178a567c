import "../documents/DocumentList.css";
import { Link } from "wouter";
import { Icon, type IconName } from "../design/Icon.tsx";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useWaitingMessages } from "../messages/use-waiting-messages.ts";
import { formatMoment } from "../time.ts";
import type { WaitingDocument } from "./home-query.ts";

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
  return (
    <ul className="document-list">
      {documents.map((document) => (
        <Card key={`${document.act} ${document.id}`} document={document} />
      ))}
    </ul>
  );
}

function Card({ document }: { document: WaitingDocument }) {
  const words = useWaitingMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { act, id, title, kind, forumTitle, submittedAt } = document;
  return (
    <li className="document-row">
      <p className="row small">
        <StatusBadge tone="wait" icon={icons[act]}>
          {words.states[act]}
        </StatusBadge>
        <span className="document-kind">{messages.documentKinds[kind]}</span>
      </p>
      <h3>{title}</h3>
      <p className="small soft">{forumTitle}</p>
      <p className="document-left small soft">
        {submittedAt !== null &&
          words.submitted(formatMoment(submittedAt, Date.now(), messages, language))}
      </p>
      <Link
        href={addresses[act](id)}
        className="button whole-card-link document-open"
        data-weight="primary"
        aria-label={words.buttonNamed(words.buttons[act], title)}
      >
        {words.buttons[act]}
        <Icon name="forward" />
      </Link>
    </li>
  );
}
