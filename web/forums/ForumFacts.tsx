import "./ForumFacts.css";
import { Icon } from "../design/Icon.tsx";
import type { ForumCard } from "../home/home-query.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatForumTime } from "../time.ts";

/** When and where. */
export function ForumFacts({ forum }: { forum: ForumCard }) {
  const messages = useMessages();
  const [language] = useLanguage();
  return (
    <dl className="forum-facts">
      <div>
        <dt>
          <Icon name="clock" />
          <span className="only-read-aloud">{messages.forums.time}</span>
        </dt>
        <dd>{formatForumTime(forum, messages, language)}</dd>
      </div>
      <div>
        <dt>
          <Icon name="place" />
          <span className="only-read-aloud">{messages.forums.place}</span>
        </dt>
        <dd>{forum.place}</dd>
      </div>
    </dl>
  );
}
