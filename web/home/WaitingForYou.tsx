import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { type Reminders as RemindersData, remindersQuery } from "../register/waiting-query.ts";
import { useMe } from "../session/SignedIn.tsx";
import { type WaitingSurvey, waitingSurveysQuery } from "../survey/waiting-surveys.ts";

export interface RemindersProps {
  data: RemindersData;
  surveys: readonly WaitingSurvey[];
}

const none: RemindersData = { own: [], ownCount: 0, overdue: [] };

/** The rest of the page does without, should it not come. */
const Reminders = lazy<ComponentType<RemindersProps>>(() =>
  import("./Reminders.tsx").catch(() => ({ default: () => null })),
);

/** What waits for this person; its part is fetched where there is something. */
export function WaitingForYou() {
  const { person } = useMe();
  const { data = none } = useQuery(remindersQuery);
  const waiting = useQuery({ ...waitingSurveysQuery, enabled: person.village !== null });
  const surveys = waiting.data?.surveys ?? [];
  if (data.own.length + data.overdue.length + surveys.length === 0) return null;
  return (
    <Suspense>
      <Reminders data={data} surveys={surveys} />
    </Suspense>
  );
}
