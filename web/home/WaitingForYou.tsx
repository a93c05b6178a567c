import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { type Reminders as RemindersData, remindersQuery } from "../register/waiting-query.ts";

/** The rest of the page does without, should it not come. */
const Reminders = lazy<ComponentType<{ data: RemindersData }>>(() =>
  import("./Reminders.tsx").catch(() => ({ default: () => null })),
);

/** What waits for this person; its part is fetched where there is something. */
export function WaitingForYou() {
  const { data } = useQuery(remindersQuery);
  if (!data?.own.length && !data?.overdue.length) return null;
  return (
    <Suspense>
      <Reminders data={data} />
    </Suspense>
  );
}
