import "./ForumList.css";
import { Link } from "wouter";
import { MoreOfList } from "../design/MoreOfList.tsx";
import type { ForumCard } from "../home/home-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { ForumFacts } from "./ForumFacts.tsx";
import { ForumStatusBadge } from "./ForumStatusBadge.tsx";

interface Props {
  forums: readonly ForumCard[];
  /** How many stay in sight; all where it is left out. */
  shown?: number;
}

/** Forums as rows, each a way in. */
export function ForumList({ forums, shown }: Props) {
  const { more } = useMessages();
  return (
    <MoreOfList shown={shown} more={more} className="forum-list">
      {forums.map((forum) => (
        <li key={forum.id} className="forum-row">
          <h3>
            <Link href={`/forum/${forum.id}`} className="whole-card-link">
              {forum.title}
            </Link>
          </h3>
          <ForumStatusBadge status={forum.status} />
          <ForumFacts forum={forum} />
        </li>
      ))}
    </MoreOfList>
  );
}
