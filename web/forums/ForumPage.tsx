import "./ForumPage.css";
import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { DocumentList } from "../documents/DocumentList.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { StatusDisclosure } from "../statuses/StatusDisclosure.tsx";
import { AgendaList } from "./AgendaList.tsx";
import { ForumHead } from "./ForumHead.tsx";
import { ForumPeople } from "./ForumPeople.tsx";
import { type ForumPageData, forumQuery } from "./forum-query.ts";

/** For those who host it. */
const ForumMoves = lazy(() => import("../statuses/ForumMoves.tsx"));

export function ForumPage({ forumId }: { forumId: string }) {
  const { forums, errors } = useMessages();
  const query = useQuery(forumQuery(forumId));
  return (
    <PageFrame title={query.data?.forum.title ?? forums.title} back="/forum">
      {query.data ? (
        <>
          {query.isRefetchError && (
            <Notice icon="offline" tone="wait">
              {errors.stale}
            </Notice>
          )}
          <ForumContent data={query.data} />
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function ForumContent({ data }: { data: ForumPageData }) {
  const { forums } = useMessages();
  return (
    <>
      <ForumHead forum={data.forum} />
      {/* What the device kept from an older page has none. */}
      {data.moves?.length > 0 && (
        <StatusDisclosure>
          <ForumMoves {...data} />
        </StatusDisclosure>
      )}
      <div className="forum-columns">
        <section className="section" aria-labelledby="documents">
          <h2 id="documents">{forums.documents}</h2>
          {data.documents.length > 0 ? (
            <DocumentList documents={data.documents} showsForum={false} />
          ) : (
            <EmptyState icon="document">{forums.noDocuments}</EmptyState>
          )}
        </section>
        <section className="section" aria-labelledby="agenda">
          <h2 id="agenda">{forums.agenda}</h2>
          {data.agenda.length > 0 ? (
            <AgendaList agenda={data.agenda} />
          ) : (
            <EmptyState icon="clock">{forums.noAgenda}</EmptyState>
          )}
        </section>
        <section className="section" aria-labelledby="people">
          <h2 id="people">{forums.people}</h2>
          <ForumPeople villages={data.villages} officials={data.officials} />
        </section>
      </div>
    </>
  );
}
