import { Link } from "wouter";
import { DocumentStatusBadge } from "../documents/DocumentStatusBadge.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatDay, formatTime } from "../time.ts";
import type { HistoryData } from "./history-answers.ts";

export function HistoryHeader({ data: { document, forum } }: { data: HistoryData }) {
  const messages = useMessages();
  const { documentKinds } = messages;
  const [language] = useLanguage();
  const words = useHistoryMessages();
  const { files } = words;
  const now = Date.now();
  return (
    <header className="history-head">
      <div className="row">
        <p className="desk-kind">
          {words.title} · {documentKinds[document.kind]}
        </p>
        <DocumentStatusBadge status={document.status} />
      </div>
      <h1>
        <Link href={`/dokumen/${document.id}`} title={words.toDocument}>
          {document.title}
        </Link>
      </h1>
      <p className="print-line">
        {forum.title} ·{" "}
        {files.printed(messages.forums.dayAndTime(formatDay(now, language), formatTime(now)))}
      </p>
    </header>
  );
}
