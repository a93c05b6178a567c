import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { formatDay } from "../time.ts";
import { AnnounceDialog } from "./AnnounceDialog.tsx";
import {
  type Announcement,
  type AnnouncementList,
  announcementsQuery,
} from "./announcements-query.ts";
import { ReadButton } from "./ReadButton.tsx";
import { ReadersDialog } from "./ReadersDialog.tsx";
import { WithdrawAnnouncement } from "./WithdrawAnnouncement.tsx";

/** What facilitators told everybody, the newest first. */
export function AnnouncementsPage() {
  const { announcements: words } = useSharingMessages();
  const { errors } = useMessages();
  const query = useQuery(announcementsQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      {query.isRefetchError && (
        <Notice icon="offline" tone="wait">
          {errors.stale}
        </Notice>
      )}
      {query.data ? (
        <Content list={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function Content({ list: { announcements, mayMake } }: { list: AnnouncementList }) {
  const { announcements: words } = useSharingMessages();
  const [isMaking, setMaking] = useState(false);
  return (
    <div className="stack">
      {mayMake && (
        <div className="row">
          <Button weight="primary" icon="plus" onClick={() => setMaking(true)}>
            {words.make}
          </Button>
        </div>
      )}
      {announcements.length === 0 ? (
        <EmptyState icon="forum">{mayMake ? words.emptyMaker : words.empty}</EmptyState>
      ) : (
        <ul className="listed">
          {announcements.map((announcement) => (
            <Item key={announcement.id} announcement={announcement} />
          ))}
        </ul>
      )}
      {isMaking && <AnnounceDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function Item({ announcement }: { announcement: Announcement }) {
  const { announcements: words } = useSharingMessages();
  const [language] = useLanguage();
  const [isCounting, setCounting] = useState(false);
  const { id, title, text, at, isRead, readerCount } = announcement;
  return (
    <li className="listed-item">
      <p className="row small">
        {!isRead && (
          <StatusBadge tone="live" icon="live">
            {words.isNew}
          </StatusBadge>
        )}
        <span className="soft">{formatDay(at, language)}</span>
      </p>
      <h2>{title}</h2>
      {text && <p className="said">{text}</p>}
      <div className="row">
        {!isRead && <ReadButton id={id} title={title} />}
        {readerCount !== null && (
          <>
            <Button icon="people" onClick={() => setCounting(true)}>
              {words.readers(readerCount)}
            </Button>
            <WithdrawAnnouncement id={id} title={title} />
          </>
        )}
      </div>
      {isCounting && <ReadersDialog id={id} title={title} onClose={() => setCounting(false)} />}
    </li>
  );
}
