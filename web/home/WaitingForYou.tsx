import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";
import { remindersQuery } from "../register/waiting-query.ts";
import { useMe } from "../session/SignedIn.tsx";
import { waitingSurveysQuery } from "../survey/waiting-surveys.ts";
import type { WaitingDocument } from "./home-query.ts";
import { programWaitingQuery } from "./program-waiting-query.ts";
import type List from "./WaitingList.tsx";

/** The rest of the page does without, should it not come. */
const WaitingList = lazy<ComponentType<ComponentProps<typeof List>>>(() =>
  import("./WaitingList.tsx").catch(() => ({ default: () => null })),
);

/** What waits for this person; its part is fetched where there is something. */
export function WaitingForYou({ documents }: { documents: readonly WaitingDocument[] }) {
  const { person } = useMe();
  const { data } = useQuery(remindersQuery);
  const waiting = useQuery({ ...waitingSurveysQuery, enabled: person.village !== null });
  const surveys = waiting.data?.surveys ?? [];
  const { data: program } = useQuery(programWaitingQuery);
  const lists = [documents, surveys, data?.own, data?.overdue, ...Object.values(program ?? {})];
  if (lists.every((list) => !list?.length)) return null;
  return (
    <Suspense>
      <WaitingList {...{ documents, surveys, program }} reminders={data} />
    </Suspense>
  );
}
