import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { stretchesQuery } from "./history-query.ts";
import { useMomentName } from "./moment-words.ts";
import { TimelineChunk } from "./TimelineChunk.tsx";
import { TimelineFilters } from "./TimelineFilters.tsx";
import { TimelineFoot } from "./TimelineFoot.tsx";
import type { Marks } from "./timeline-rows.ts";

/** Everything that was written, the newest first, page after page as far as somebody scrolls. */
export function Timeline({ desk }: { desk: Desk }) {
  const { timeline: words } = useHistoryMessages();
  const { filter, setFilter } = desk;
  const asked = useDeferredValue(filter);
  const query = useInfiniteQuery(stretchesQuery(desk.data.document.id, asked));
  const [chosen, setChosen] = useState<string | null>(null);
  const pages = query.data?.pages;
  const isFiltered = Object.keys(asked).length > 0;
  const marks = useMarks(desk, isFiltered);
  return (
    <>
      <TimelineFilters desk={desk} filter={filter} onFilter={setFilter} />
      {desk.first !== null && <Choosing desk={desk} place={desk.first} />}
      <div className="timeline-list">
        {pages?.map(({ stretches }, number) => (
          <TimelineChunk
            key={stretches[0]?.to ?? "none"}
            {...{ desk, stretches, marks, chosen }}
            above={pages[number - 1]?.stretches.at(-1) ?? null}
            isLast={number === pages.length - 1 && !query.hasNextPage}
            onChoose={setChosen}
          />
        ))}
        {pages?.every(({ stretches }) => stretches.length === 0) && isFiltered && (
          <p className="soft">{words.empty}</p>
        )}
        {query.isPending && <Skeleton rows={6} />}
        {query.isError &&
          (pages ? (
            <div className="timeline-failed">
              <Notice icon="offline" tone="wait">
                {words.failed}
              </Notice>
              <Button icon="reload" onClick={() => query.fetchNextPage()}>
                {words.again}
              </Button>
            </div>
          ) : (
            <ErrorState error={query.error} onRetry={query.refetch} />
          ))}
        {query.hasNextPage && !query.isError && (
          <TimelineFoot
            pageCount={pages?.length ?? 0}
            isBusy={query.isFetchingNextPage}
            onSeen={() => void query.fetchNextPage()}
          />
        )}
      </div>
    </>
  );
}

/** Where only some stretches are asked for, nothing else stands between them. */
function useMarks({ data: { versions }, review, reviews }: Desk, isFiltered: boolean): Marks {
  const notes = review?.notes;
  return useMemo(
    () =>
      isFiltered
        ? { versions: [], reviews: [], notes: [] }
        : { versions, reviews, notes: notes ?? [] },
    [versions, reviews, notes, isFiltered],
  );
}

/** While the second moment of a comparison is looked for. */
function Choosing({ desk, place }: { desk: Desk; place: number }) {
  const { timeline: words } = useHistoryMessages();
  const name = useMomentName(desk, place);
  return (
    <div className="timeline-choosing" role="status">
      <p>{words.choose(name)}</p>
      <Button weight="quiet" onClick={() => desk.chooseFirst(null)}>
        {words.cancel}
      </Button>
    </div>
  );
}
