import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { carriedQuery } from "./waiting-query.ts";

const CarriedFollowUps = lazy(() => import("./CarriedFollowUps.tsx"));

/** What returned from earlier forums, beside an agenda; fetched where there is something. */
export function CarriedSection({ forumId }: { forumId: string }) {
  // It stands beside the agenda: what cannot be shown of it now must not hide that.
  const { data } = useQuery(carriedQuery(forumId));
  if (!data?.carried.length && !data?.candidates.length) return null;
  return (
    <Suspense>
      <CarriedFollowUps forumId={forumId} data={data} />
    </Suspense>
  );
}
