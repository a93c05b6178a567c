import { Link } from "wouter";
import { Icon } from "../design/Icon.tsx";
import type { DocumentCard } from "../home/home-query.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatMoment } from "../time.ts";
import { DocumentStatusBadge } from "./DocumentStatusBadge.tsx";
import { PresentGroups } from "./PresentGroups.tsx";

interface Props {
  document: DocumentCard;
  showsForum: boolean;
}

/** A document in a list: what it is, how it stands, who is in it now, and the one way in. */
export function DocumentRow({ document, showsForum }: Props) {
  const messages = useMessages();
  const [language] = useLanguage();
  const { documents, documentKinds, themes } = messages;
  const { kind, title, theme, fiscalYear, status, present, lastEditedAt } = document;
  return (
    <li className="document-row">
      <p className="row small">
        <span className="document-kind">
          <Icon name={kind === "minutes" ? "pencil" : "document"} />
          {documentKinds[kind]}
        </span>
        <DocumentStatusBadge status={status} />
      </p>
      <h3>{title}</h3>
      <p className="small soft">
        {showsForum
          ? document.forumTitle
          : `${themes[theme]} · ${documents.fiscalYear(fiscalYear)}`}
      </p>
      <div className="document-left">
        {present.length > 0 ? (
          <PresentGroups present={present} />
        ) : (
          <p className="small soft">
            {lastEditedAt === null
              ? documents.neverEdited
              : documents.edited(formatMoment(lastEditedAt, Date.now(), messages, language))}
          </p>
        )}
      </div>
      <Link
        href={`/dokumen/${document.id}`}
        className="button whole-card-link document-open"
        aria-label={documents.openNamed(title)}
      >
        {documents.open}
        <Icon name="forward" />
      </Link>
    </li>
  );
}
