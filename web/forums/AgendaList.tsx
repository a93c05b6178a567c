import "./AgendaList.css";
import { startsOf } from "../../domain/agenda-order.ts";
import { AgendaItemWords } from "./AgendaItemWords.tsx";
import type { ForumPageData } from "./forum-query.ts";

export function AgendaList({ agenda, forum, documents, modules }: ForumPageData) {
  const starts = startsOf(agenda, forum.startsAt);
  return (
    <ol className="agenda">
      {agenda.map((item, place) => (
        <li key={item.id}>
          <AgendaItemWords
            item={item}
            startsAt={starts[place] ?? forum.startsAt}
            documents={[...documents, ...(modules ?? [])]}
          />
        </li>
      ))}
    </ol>
  );
}
