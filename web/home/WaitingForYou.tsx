import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";
import { remindersQuery } from "../register/waiting-query.ts";
import type { WaitingDocument } from "./home-query.ts";
import type List from "./WaitingList.tsx";

/** The rest of the page does without, should it not come. */
const WaitingList = lazy<ComponentType<ComponentProps<typeof List>>>(() =>
  import("./WaitingList.tsx").catch(() => ({ default: () => null })),
);

/** What waits for this person; its part is fetched where there is something. */
export function WaitingForYou({ documents }: { documents: readonly WaitingDocument[] }) {
  const { data } = useQuery(remindersQuery);
  if (documents.length === 0 && !data?.own.length && !data?.overdue.length) return null;
  return (
    <Suspense>
      <WaitingList documents={documents} reminders={data} />
    </Suspense>
  );
}
