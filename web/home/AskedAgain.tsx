import { useQuery } from "@tanstack/react-query";
import { type ComponentType, lazy, Suspense } from "react";
import { type AskedAgain as Asked, askedQuery } from "../outcomes/asked-query.ts";

/** The rest of the page does without, should it not come. */
const AskedAgainCards = lazy<ComponentType<{ asked: Asked }>>(() =>
  import("../outcomes/AskedAgainCards.tsx").catch(() => ({ default: () => null })),
);

/** What is asked of this person three months after a case; its part is fetched where there is one. */
export function AskedAgain() {
  const { data } = useQuery(askedQuery);
  if (!data?.asked.length) return null;
  return (
    <Suspense>
      <AskedAgainCards asked={data.asked} />
    </Suspense>
  );
}
