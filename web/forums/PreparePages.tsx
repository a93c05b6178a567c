import "./prepare.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { CaseSorting } from "../cases/CaseSorting.tsx";
import { ProposeCase } from "../cases/ProposeCase.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { ForumGuests } from "./ForumGuests.tsx";
import { ForumSettings } from "./ForumSettings.tsx";
import { ForumVillages } from "./ForumVillages.tsx";
import { type ForumPageData, forumQuery } from "./forum-query.ts";
import { NewForumPage } from "./NewForumPage.tsx";
import { VillagePeople } from "./VillagePeople.tsx";

type May = keyof ForumPageData["may"];

/** The pages on which a forum is prepared; they travel together, and only to who opens one. */
export default function PreparePages() {
  const words = usePrepareMessages();
  return (
    <Switch>
      <Route path="/forum/baru" component={NewForumPage} />
      <Route path="/forum/:forumId/pengaturan">
        {({ forumId }) => (
          <Prepared forumId={forumId} title={words.forum.settingsTitle} may="configure">
            {(data) => <ForumSettings data={data} />}
          </Prepared>
        )}
      </Route>
      <Route path="/forum/:forumId/desa">
        {({ forumId }) => (
          <Prepared
            forumId={forumId}
            title={words.villages.title}
            may="configure"
            back={`/forum/${forumId}/peserta`}
          >
            {(data) => <ForumVillages data={data} />}
          </Prepared>
        )}
      </Route>
      <Route path="/forum/:forumId/desa/:villageId">
        {({ forumId, villageId }) => (
          <Prepared
            forumId={forumId}
            title={words.villages.people}
            may="configure"
            back={`/forum/${forumId}/desa`}
          >
            {(data) => <VillagePeople data={data} villageId={villageId} />}
          </Prepared>
        )}
      </Route>
      <Route path="/forum/:forumId/tamu">
        {({ forumId }) => (
          <Prepared
            forumId={forumId}
            title={words.guests.title}
            may="configure"
            back={`/forum/${forumId}/peserta`}
          >
            {(data) => <ForumGuests data={data} />}
          </Prepared>
        )}
      </Route>
      <Route path="/forum/:forumId/usul">
        {({ forumId }) => (
          <Prepared
            forumId={forumId}
            title={words.cases.proposeTitle}
            may="proposeCase"
            back={`/forum/${forumId}/dokumen`}
          >
            {(data) => <ProposeCase data={data} />}
          </Prepared>
        )}
      </Route>
      <Route path="/forum/:forumId/kasus">
        {({ forumId }) => (
          <Prepared
            forumId={forumId}
            title={words.cases.sortTitle}
            may="sortCases"
            back={`/forum/${forumId}/dokumen`}
          >
            {(data) => <CaseSorting data={data} />}
          </Prepared>
        )}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}

interface Props {
  forumId: string;
  title: string;
  /** Without this right the page does not exist. */
  may: May;
  back?: string;
  children: (data: ForumPageData) => ReactNode;
}

function Prepared({ forumId, title, may, back = `/forum/${forumId}`, children }: Props) {
  const { loading } = useMessages();
  const { data, isError, error, refetch } = useQuery(forumQuery(forumId));
  // What the device kept from an older page has none.
  if (data && !data.may?.[may]) return <NotFoundPage />;
  return (
    <PageFrame title={data ? title : loading} back={back}>
      {data ? (
        <>
          <header>
            <p className="soft">{data.forum.title}</p>
            <h1>{title}</h1>
          </header>
          {children(data)}
        </>
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}
