import "./AgendaList.css";
import { useMessages } from "../messages/use-messages.ts";
import type { ForumPageData } from "./forum-query.ts";

export function AgendaList({ agenda }: { agenda: ForumPageData["agenda"] }) {
  const { forums, agendaItemKinds } = useMessages();
  return (
    <ol className="agenda">
      {agenda.map((item) => (
        <li key={item.id}>
          <span>{item.title}</span>
          <span className="small soft">
            {agendaItemKinds[item.kind]} · {forums.minutes(item.durationMinutes)}
          </span>
        </li>
      ))}
    </ol>
  );
}
