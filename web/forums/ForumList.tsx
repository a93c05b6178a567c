import "./ForumList.css";
import { Link } from "wouter";
import type { ForumCard } from "../home/home-query.ts";
import { ForumFacts } from "./ForumFacts.tsx";
import { ForumStatusBadge } from "./ForumStatusBadge.tsx";

/** Forums as rows, each a way in. */
export function ForumList({ forums }: { forums: readonly ForumCard[] }) {
  return (
    <ul className="forum-list">
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
    </ul>
  );
}
