import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";
import { remindersQuery } from "../register/waiting-query.ts";
import { useMe } from "../session/SignedIn.tsx";
import { waitingSurveysQuery } from "../survey/waiting-surveys.ts";
import type { WaitingDocument } from "./home-query.ts";
import type News from "./NewsList.tsx";
import { programWaitingQuery, type Waiting } from "./program-waiting-query.ts";
import type List from "./WaitingList.tsx";

/** The rest of the page does without, should it not come. */
const WaitingList = lazy<ComponentType<ComponentProps<typeof List>>>(() =>
  import("./WaitingList.tsx").catch(() => ({ default: () => null })),
);
const NewsList = lazy<ComponentType<ComponentProps<typeof News>>>(() =>
  import("./NewsList.tsx").catch(() => ({ default: () => null })),
);
const StageBoard = lazy(() => import("./StageBoard.tsx").catch(() => ({ default: () => null })));

/** What waits for this person, and what their role looks after; each part is fetched where it is. */
export function WaitingForYou({ documents }: { documents: readonly WaitingDocument[] }) {
  const { person } = useMe();
  const { data } = useQuery(remindersQuery);
  const waiting = useQuery({ ...waitingSurveysQuery, enabled: person.village !== null });
  const surveys = waiting.data?.surveys ?? [];
  const { data: program } = useQuery(programWaitingQuery);
  const lists = [documents, surveys, data?.own, data?.overdue, ...(program ? asked(program) : [])];
  return (
    <Suspense>
      {lists.some((list) => list?.length) && (
        <WaitingList {...{ documents, surveys, program }} reminders={data} />
      )}
      {program?.news && <NewsList news={program.news} />}
      {program?.facilitator && <StageBoard />}
    </Suspense>
  );
}

function asked(waiting: Waiting) {
  const { toComment, toVote, toEvaluate, outcomes, toWrite, citizens, facilitator } = waiting;
  const own = [toComment, toVote, toEvaluate, outcomes, toWrite, citizens];
  if (facilitator === null) return own;
  const { questions, surveys, toSort, toRefine } = facilitator;
  return [...own, questions ? [questions] : [], surveys, toSort, toRefine];
}
