import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { programWaitingQuery, type Waiting } from "./program-waiting-query.ts";

/** The rest of the page does without, should it not come. */
const ProgramCards = lazy<ComponentType<{ waiting: Waiting }>>(() =>
  import("./ProgramCards.tsx").catch(() => ({ default: () => null })),
);

/** What the programme asks of this person; its part is fetched where there is something. */
export function ProgramWaiting() {
  const { data } = useQuery(programWaitingQuery);
  if (!data || Object.values(data).every((asked) => asked.length === 0)) return null;
  return (
    <Suspense>
      <ProgramCards waiting={data} />
    </Suspense>
  );
}
