import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { can } from "../../domain/permissions.ts";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { type ForumCard, homeQuery } from "../home/home-query.ts";
import { splitByTime } from "../home/order.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { ForumList } from "./ForumList.tsx";

/** For hosts. */
const NewForumLink = lazy(() => import("./NewForumLink.tsx"));

/** The forums of the person. */
export function ForumsPage() {
  const { forums } = useMessages();
  const { person, roles } = useMe();
  const actor = { personId: person.id, villageId: person.village?.id ?? null, roles };
  const query = useQuery(homeQuery);
  return (
    <PageFrame title={forums.title}>
      <h1>{forums.title}</h1>
      {can(actor, "forum.create") && (
        <Suspense>
          <NewForumLink />
        </Suspense>
      )}
      {query.data ? (
        <ForumGroups forums={query.data.forums} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={3} />
      )}
    </PageFrame>
  );
}

function ForumGroups({ forums: all }: { forums: readonly ForumCard[] }) {
  const { forums } = useMessages();
  if (all.length === 0) {
    return (
      <EmptyState icon="forum" title={forums.emptyTitle}>
        {forums.empty}
      </EmptyState>
    );
  }
  const { current, past } = splitByTime(all, Date.now());
  return (
    <>
      <ForumGroup title={forums.current} forums={current} />
      <ForumGroup title={forums.past} forums={past} />
    </>
  );
}

function ForumGroup({ title, forums }: { title: string; forums: readonly ForumCard[] }) {
  if (forums.length === 0) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <ForumList forums={forums} />
    </section>
  );
}
