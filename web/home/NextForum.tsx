import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { ForumFacts } from "../forums/ForumFacts.tsx";
import { ForumStatusBadge } from "../forums/ForumStatusBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import type { ForumCard } from "./home-query.ts";

/** The one card of the home page: the forum that is now or next, and the way in. */
export function NextForum({ forum }: { forum: ForumCard }) {
  const { home } = useMessages();
  const isInSession = forum.status === "inSession";
  return (
    <Card weight="main">
      <div className="section">
        <p className="row">
          {!isInSession && <span className="soft">{home.next}</span>}
          <ForumStatusBadge status={forum.status} />
        </p>
        <h2>{forum.title}</h2>
        <ForumFacts forum={forum} />
      </div>
      <p>
        <LinkButton href={`/forum/${forum.id}`} weight="primary" size="large" icon="forward">
          {isInSession ? home.enterForum : home.openForum}
        </LinkButton>
      </p>
    </Card>
  );
}
