import "./print-link.css";
import { Link } from "wouter";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";

interface Props {
  documentId: string;
  /** On phones the bar has no room: there it stands in the head. */
  place: "bar" | "head";
}

/** To the document as its office prints it. */
export function PrintLink({ documentId, place }: Props) {
  const { document: words } = useMessages();
  const href = `/dokumen/${documentId}/cetak`;
  if (place === "head") {
    return (
      <Link className="print-link" data-place="head" href={href}>
        <Icon name="print" />
        {words.print}
      </Link>
    );
  }
  return (
    <Link className="tool history-link print-link" data-place="bar" href={href}>
      <Icon name="print" />
      <span className="tool-name">{words.print}</span>
    </Link>
  );
}
