import { Link } from "wouter";
import { DocumentStatusBadge } from "../documents/DocumentStatusBadge.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { HistoryData } from "./history-answers.ts";
import { RecordFiles } from "./RecordFiles.tsx";

export function HistoryHeader({ data: { document, head } }: { data: HistoryData }) {
  const { documentKinds } = useMessages();
  const words = useHistoryMessages();
  return (
    <header className="history-head">
      <p className="desk-kind">
        {words.title} · {documentKinds[document.kind]}
      </p>
      <h1>
        <Link href={`/dokumen/${document.id}`} title={words.toDocument}>
          {document.title}
        </Link>
      </h1>
      <div className="desk-state">
        <DocumentStatusBadge status={document.status} />
        {head !== null && <RecordFiles documentId={document.id} />}
      </div>
    </header>
  );
}
