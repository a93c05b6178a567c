import { Link } from "wouter";
import { DocumentStatusBadge } from "../documents/DocumentStatusBadge.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { HistoryData } from "./history-answers.ts";

export function HistoryHeader({ data: { document } }: { data: HistoryData }) {
  const { documentKinds } = useMessages();
  const words = useHistoryMessages();
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
    </header>
  );
}
