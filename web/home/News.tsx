import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { type UnreadData, unreadQuery } from "../announcements/unread-query.ts";

/** The rest of the page does without, should it not come. */
const UnreadAnnouncements = lazy<ComponentType<{ data: UnreadData }>>(() =>
  import("../announcements/UnreadAnnouncements.tsx").catch(() => ({ default: () => null })),
);

/** What was announced and not read yet; its part is fetched where there is something. */
export function News() {
  const { data } = useQuery(unreadQuery);
  if (!data?.announcements.length) return null;
  return (
    <Suspense>
      <UnreadAnnouncements data={data} />
    </Suspense>
  );
}
