import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { ComparedText } from "./ComparedText.tsx";
import { findChanges } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";
import type { ShownComparison, ShownOrigin } from "./history-answers.ts";
import { Player } from "./Player.tsx";
import { TimelineButton } from "./TimelineButton.tsx";
import { usePlayback } from "./use-playback.ts";
import { useShownMoment } from "./use-shown-moment.ts";
import { useSteadyComparison } from "./use-steady-comparison.ts";
import { Writers } from "./Writers.tsx";

/** The document as it was at one moment, and the way from one moment to the next. */
export function MomentView({ desk, place: addressed }: { desk: Desk; place: number }) {
  const { player: words, restore } = useHistoryMessages();
  const { data: page, head, show } = desk;
  const [isByWriter, setByWriter] = useState(true);
  const [moment, setMoment] = useState({ from: addressed, to: addressed });
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  const move = useCallback((to: number) => setMoment({ from: to, to }), []);
  // While it plays, each moment shows what came since the one before; the last one is at rest.
  const play = useCallback(
    (to: number) =>
      setMoment((before) => ({ from: to === head.last ? to : Math.min(before.to, to), to })),
    [head.last],
  );
  const query = useSteadyComparison(page.document.id, moment);
  const film = usePlayback({
    ...{ place: moment.to, last: head.last },
    isBehind: query.isBehind,
    onMove: play,
  });
  useShownMoment(addressed, moment.to, film.isPlaying, {
    onAddress: move,
    onRest: (place) => latest.current({ kind: "moment", place }, { replace: true }),
  });
  const { data } = query;
  const list = useMemo(() => data && findChanges(data), [data]);
  return (
    <div className="history-main">
      <Player
        {...{ desk, film }}
        place={moment.to}
        isBehind={query.isBehind}
        at={data?.to === moment.to ? newestTime(data) : null}
        onMove={move}
      />
      <div className="row">
        <label className="tick">
          <input
            type="checkbox"
            checked={isByWriter}
            onChange={(event) => setByWriter(event.target.checked)}
          />
          {words.colours}
        </label>
        <TimelineButton desk={desk} />
        {moment.to !== head.last && (
          <>
            <Button
              weight="quiet"
              onClick={() => show({ kind: "compare", from: moment.to, to: head.last, only: null })}
            >
              {words.sinceHere}
            </Button>
            {page.mayRestore && moment.to > 0 && (
              <Button
                weight="quiet"
                icon="reload"
                onClick={() => show({ kind: "restore", place: moment.to, sectionId: null })}
              >
                {restore.button}
              </Button>
            )}
          </>
        )}
      </div>
      {isByWriter && data && <Writers comparison={data} />}
      {data && list ? (
        <div className="compared">
          <ComparedText {...{ desk, list, isByWriter }} comparison={data} side="both" />
        </div>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={8} />
      )}
    </div>
  );
}

/** When the newest of the words that are shown were written. */
function newestTime({ origins }: ShownComparison): number | null {
  const newest = origins.reduce<ShownOrigin | null>(
    (before, origin) => (before && before.to > origin.to ? before : origin),
    null,
  );
  return newest?.toAt ?? null;
}
