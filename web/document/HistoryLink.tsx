import { Link } from "wouter";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";

/** To who wrote what and when, since the document's first word. */
export function HistoryLink({ documentId }: { documentId: string }) {
  const { document: words } = useMessages();
  return (
    <Link className="tool history-link" href={`/dokumen/${documentId}/riwayat`}>
      <Icon name="clock" />
      <span className="tool-name">{words.history}</span>
    </Link>
  );
}
