import { Link } from "wouter";
import { useMessages } from "../messages/use-messages.ts";
import { formatTime } from "../time.ts";
import type { ForumPageData } from "./forum-query.ts";

interface Props {
  item: ForumPageData["agenda"][number];
  startsAt: number;
  documents: readonly { id: string; title: string }[];
}

/** An item of the agenda: when it begins, what it is, and the documents that are dealt with. */
export function AgendaItemWords({ item, startsAt, documents }: Props) {
  const { forums, agendaItemKinds } = useMessages();
  // What the device kept from an older page has none.
  const linked = documents.filter(({ id }) => item.documentIds?.includes(id));
  return (
    <>
      <strong>{item.title}</strong>
      <span className="small soft">
        {formatTime(startsAt)} · {agendaItemKinds[item.kind]} ·{" "}
        {forums.minutes(item.durationMinutes)}
      </span>
      {linked.map(({ id, title }) => (
        <Link key={id} href={`/dokumen/${id}`} className="agenda-link">
          {title}
        </Link>
      ))}
    </>
  );
}
