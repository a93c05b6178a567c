import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { ChangeCard } from "./ChangeCard.tsx";
import { ComparedText } from "./ComparedText.tsx";
import { CompareHead } from "./CompareHead.tsx";
import { findChanges } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { comparisonQuery } from "./history-query.ts";
import { PrintedChanges } from "./PrintedChanges.tsx";
import { countParties, partyKey } from "./parties.ts";
import { useWalk } from "./use-walk.ts";
import type { HistoryView } from "./view-address.ts";
import { Walker } from "./Walker.tsx";

interface Props {
  desk: Desk;
  view: Extract<HistoryView, { kind: "compare" }>;
  isWide: boolean;
  isBeside: boolean;
  onBeside: (isBeside: boolean) => void;
}

/** Two moments laid over each other, or beside each other, with every change to walk through. */
export function CompareView({ desk, view, isWide, isBeside, onBeside }: Props) {
  const { sideBySide: words } = useHistoryMessages();
  const text = useRef<HTMLDivElement>(null);
  const { from, to, only } = view;
  const query = useQuery(comparisonQuery(desk.data.document.id, from, to));
  const { data } = query;
  const parties = useMemo(() => countParties(data ? findChanges(data).changes : []), [data]);
  const list = useMemo(
    () =>
      data &&
      findChanges(
        data,
        (author) => only === null || author.key === only || partyKey(author) === only,
      ),
    [data, only],
  );
  const walk = useWalk(list?.changes.length ?? 0, list, text);
  return (
    <div className="history-main">
      <CompareHead {...{ desk, view, parties }} changes={list?.changes ?? null}>
        {isWide && (
          <button
            type="button"
            className="button"
            data-weight="quiet"
            aria-pressed={isBeside}
            onClick={() => onBeside(!isBeside)}
          >
            {isBeside ? words.hide : words.show}
          </button>
        )}
      </CompareHead>
      {data && list ? (
        <div ref={text} className="compared" data-beside={isBeside && isWide}>
          {isBeside && isWide ? (
            <>
              <ComparedText {...{ desk, list, comparison: data }} side="older" name={words.older} />
              <ComparedText {...{ desk, list, comparison: data }} side="newer" name={words.newer} />
            </>
          ) : (
            <ComparedText {...{ desk, list, comparison: data }} side="both" />
          )}
          <ChangeCard {...{ desk, list }} within={text} onChoose={walk.go} />
        </div>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={8} />
      )}
      <PrintedChanges desk={desk} changes={list?.changes ?? []} />
      <Walker {...{ desk, walk }} changes={list?.changes ?? []} />
    </div>
  );
}
