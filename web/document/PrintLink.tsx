import { Link } from "wouter";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";

/** To the document as its office prints it. */
export function PrintLink({ documentId }: { documentId: string }) {
  const { document: words } = useMessages();
  return (
    <Link className="tool history-link" href={`/dokumen/${documentId}/cetak`}>
      <Icon name="print" />
      <span className="tool-name">{words.print}</span>
    </Link>
  );
}
