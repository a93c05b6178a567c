import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Desk } from "./HistoryDesk.tsx";
import type { ShownStretch } from "./history-answers.ts";
import { TimelineRow } from "./TimelineRow.tsx";
import { type Marks, rowsOfPage } from "./timeline-rows.ts";

interface Props {
  desk: Desk;
  stretches: readonly ShownStretch[];
  above: ShownStretch | null;
  isLast: boolean;
  marks: Marks;
  chosen: string | null;
  onChoose: (key: string | null) => void;
}

/** As far beyond the screen rows are kept ready. */
const marginPx = 1200;
const rowPx = 76;

/**
 * One page of the timeline. Far from the screen it is an empty space of its own height, so that a
 * record of any length costs no more than what is seen of it.
 */
export function TimelineChunk(props: Props) {
  const { desk, stretches, above, isLast, marks, chosen, onChoose } = props;
  const { phases } = desk.data;
  const rows = useMemo(
    () => rowsOfPage({ stretches, above, isLast }, phases, marks),
    [stretches, above, isLast, phases, marks],
  );
  const place = useRef<HTMLUListElement>(null);
  const [isNear, setNear] = useState(above === null);
  const [height, setHeight] = useState(rows.length * rowPx);

  useLayoutEffect(() => {
    const list = place.current;
    if (!list) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (!entry.isIntersecting) setHeight(entry.boundingClientRect.height);
        setNear(entry.isIntersecting);
      },
      { root: list.closest(".timeline-aside, .timeline-sheet"), rootMargin: `${marginPx}px` },
    );
    observer.observe(list);
    return () => observer.disconnect();
  }, []);

  return (
    <ul ref={place} className="timeline-page" style={isNear ? undefined : { blockSize: height }}>
      {isNear &&
        rows.map((row) => (
          <TimelineRow
            key={row.key}
            {...{ desk, row }}
            isChosen={chosen === row.key}
            onChoose={onChoose}
          />
        ))}
    </ul>
  );
}
