import { LinkButton } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { ForumFacts } from "./ForumFacts.tsx";
import { ForumStatusBadge } from "./ForumStatusBadge.tsx";
import type { ForumPageData } from "./forum-query.ts";

export function ForumHead({ forum }: { forum: ForumPageData["forum"] }) {
  const { forums, forumStages, themes } = useMessages();
  const { roles } = useMe();
  const isToCome = forum.status === "planned" || forum.status === "invited";
  return (
    <header className="forum-head">
      <ForumStatusBadge status={forum.status} />
      <h1>{forum.title}</h1>
      <ForumFacts forum={forum} />
      <dl className="small soft">
        <div>
          <dt className="in-line">{forums.theme}: </dt>
          <dd className="in-line">{themes[forum.theme]}</dd>
        </div>
        <div>
          <dt className="in-line">{forums.stage}: </dt>
          <dd className="in-line">{forumStages[forum.stage]}</dd>
        </div>
      </dl>
      <div className="row">
        {isToCome && (
          <a className="button" data-weight="quiet" href={`/api/forums/${forum.id}/calendar.ics`}>
            <Icon name="calendar" />
            {forums.saveToCalendar}
          </a>
        )}
        {roles.some((role) => role === "facilitator" || role === "camat") && (
          <LinkButton href={`/forum/${forum.id}/pintu`} icon="people">
            {forums.door}
          </LinkButton>
        )}
      </div>
    </header>
  );
}
