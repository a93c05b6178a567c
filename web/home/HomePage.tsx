import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { DocumentList } from "../documents/DocumentList.tsx";
import { ForumList } from "../forums/ForumList.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { RecoveredElsewhere } from "../offline/RecoveredElsewhere.tsx";
import { WaitingWords } from "../offline/WaitingWords.tsx";
import { useMe } from "../session/SignedIn.tsx";
import { Greeting } from "./Greeting.tsx";
import { type Home, homeQuery } from "./home-query.ts";
import { NextForum } from "./NextForum.tsx";
import { nowOrNext } from "./order.ts";
import { WaitingForYou } from "./WaitingForYou.tsx";

/** The rest of the page does without, should it not come. */
const UnreadAnnouncements = lazy<ComponentType<Pick<Home, "announcements">>>(() =>
  import("../announcements/UnreadAnnouncements.tsx").catch(() => ({ default: () => null })),
);

export function HomePage() {
  const { home, errors } = useMessages();
  const { person } = useMe();
  const query = useQuery(homeQuery);
  return (
    <PageFrame title={home.title}>
      <Greeting person={person} />
      <WaitingWords personId={person.id} />
      <RecoveredElsewhere personId={person.id} />
      {query.data ? (
        <>
          {query.isRefetchError && (
            <Notice icon="offline" tone="wait">
              {errors.stale}
            </Notice>
          )}
          <HomeContent home={query.data} />
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={3} />
      )}
    </PageFrame>
  );
}

function HomeContent({ home: { forums, documents, waiting, announcements } }: { home: Home }) {
  const { home } = useMessages();
  const main = nowOrNext(forums, Date.now());
  const others = forums.filter((forum) => forum !== main);
  return (
    <>
      {main ? (
        <NextForum forum={main} />
      ) : (
        <EmptyState icon="calendar" title={home.noForumTitle}>
          {home.noForum}
        </EmptyState>
      )}
      {/* What the device kept from an older page has none. */}
      {announcements?.length > 0 && (
        <Suspense>
          <UnreadAnnouncements announcements={announcements} />
        </Suspense>
      )}
      <WaitingForYou documents={waiting ?? []} />
      <section className="section" aria-labelledby="work">
        <h2 id="work">{home.workTitle}</h2>
        {documents.length > 0 ? (
          <DocumentList documents={documents} showsForum={forums.length > 1} shown={3} />
        ) : (
          <EmptyState icon="document">{home.noWork}</EmptyState>
        )}
      </section>
      {others.length > 0 && (
        <section className="section" aria-labelledby="other-forums">
          <h2 id="other-forums">{home.otherForums}</h2>
          <ForumList forums={others} shown={2} />
        </section>
      )}
    </>
  );
}
