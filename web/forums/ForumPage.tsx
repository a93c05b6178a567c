import "./ForumPage.css";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { DocumentList } from "../documents/DocumentList.tsx";
import { InSession } from "../in-session/InSession.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { CarriedSection } from "../register/CarriedSection.tsx";
import { StatusDisclosure } from "../statuses/StatusDisclosure.tsx";
import { AgendaList } from "./AgendaList.tsx";
import { ForumHead } from "./ForumHead.tsx";
import { ForumPeople } from "./ForumPeople.tsx";
import { type ForumTab, ForumTabs } from "./ForumTabs.tsx";
import { type ForumPageData, forumQuery } from "./forum-query.ts";

/** For those who host it. */
const ForumMoves = lazy(() => import("../statuses/ForumMoves.tsx"));
const HostTools = lazy(() => import("./HostTools.tsx"));
const InviteControls = lazy(() => import("./InviteControls.tsx"));
const AgendaEditor = lazy(() => import("../agenda/AgendaEditor.tsx"));
/** For those who propose or sort cases. */
const CaseTools = lazy(() => import("../cases/CaseTools.tsx"));
/** For those who take all of it out. */
const ForumExport = lazy(() => import("../export/forum/ForumExport.tsx"));
/** For a forum that is over. */
const ForumEvaluation = lazy(() => import("../evaluation/ForumEvaluation.tsx"));
const RegisterTab = lazy(() => import("../register/RegisterTab.tsx"));

interface Props {
  forumId: string;
  tab: ForumTab;
}

export function ForumPage({ forumId, tab }: Props) {
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
          <InSession forum={query.data.forum} />
          <ForumHead forum={query.data.forum} />
          {/* What the device kept from an older page has none. */}
          {query.data.moves?.length > 0 && (
            <StatusDisclosure>
              <ForumMoves {...query.data} />
            </StatusDisclosure>
          )}
          {query.data.may?.configure && (
            <Suspense>
              <HostTools data={query.data} />
            </Suspense>
          )}
          {query.data.forum.status === "ended" && (
            <Suspense>
              <ForumEvaluation forumId={forumId} />
            </Suspense>
          )}
          <ForumTabs forumId={forumId} current={tab} />
          <Suspense fallback={<Skeleton rows={4} />}>
            <TabContent tab={tab} data={query.data} />
          </Suspense>
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function TabContent({ tab, data }: { tab: ForumTab; data: ForumPageData }) {
  const { forums } = useMessages();
  switch (tab) {
    case "agenda":
      return (
        <>
          {data.may?.configure ? (
            <AgendaEditor data={data} />
          ) : data.agenda.length > 0 ? (
            <AgendaList {...data} />
          ) : (
            <EmptyState icon="clock">{forums.noAgenda}</EmptyState>
          )}
          <CarriedSection forumId={data.forum.id} />
        </>
      );
    case "documents":
      return (
        <>
          {(data.may?.proposeCase || data.may?.sortCases) && <CaseTools {...data} />}
          {data.documents.length > 0 ? (
            <DocumentList documents={data.documents} showsForum={false} />
          ) : (
            <EmptyState icon="document">{forums.noDocuments}</EmptyState>
          )}
          {data.may?.export && <ForumExport forumId={data.forum.id} title={data.forum.title} />}
        </>
      );
    case "people":
      return (
        <>
          {data.may?.configure && <InviteControls {...data} />}
          <ForumPeople {...data} />
        </>
      );
    case "register":
      return <RegisterTab forumId={data.forum.id} />;
  }
}
