import { useEffect, useRef, useState } from "react";
import { useHistoryMessages } from "../messages/use-history-messages.ts";

interface Props {
  /** How many pages stand above it: with each it is seen anew. */
  pageCount: number;
  isBusy: boolean;
  onSeen: () => void;
}

/** Asks for the next page before its foot is reached. */
export function TimelineFoot({ pageCount, isBusy, onSeen }: Props) {
  const { timeline: words } = useHistoryMessages();
  const foot = useRef<HTMLDivElement>(null);
  const [seenAt, setSeenAt] = useState<number | null>(null);

  useEffect(() => {
    if (!foot.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => setSeenAt(entry?.isIntersecting ? pageCount : null),
      { root: foot.current.closest(".timeline-aside, .timeline-sheet"), rootMargin: "800px" },
    );
    observer.observe(foot.current);
    return () => observer.disconnect();
  }, [pageCount]);

  const isWanted = seenAt === pageCount && !isBusy;
  const ask = useRef(onSeen);
  useEffect(() => {
    ask.current = onSeen;
  });
  useEffect(() => {
    if (isWanted) ask.current();
  }, [isWanted]);

  return (
    <div ref={foot} className="timeline-more soft" role="status">
      {words.loading}
    </div>
  );
}
