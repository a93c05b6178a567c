import type { HistoryHead, StretchPage, StretchQuery } from "./history-view.ts";
import type { Replay } from "./replay.ts";
import { sectionsNow } from "./sections-now.ts";
import { listStretches } from "./stretch-list.ts";

/** What a review shows before anything is asked for. */
export interface FirstScreen {
  head: HistoryHead;
  /** The newest stretches, as without a query. */
  stretches: StretchPage;
}

export function firstScreenOf(replay: Replay): FirstScreen {
  const { last, entries, doc } = replay;
  return {
    head: {
      last,
      firstAt: entries.timeOf(1),
      lastAt: entries.timeOf(last),
      authors: entries.authors(),
      sections: sectionsNow(doc),
    },
    stretches: listStretches(replay, {}),
  };
}

/** Whether a query asks for the first screen's stretches. */
export function isFirstScreen(query: StretchQuery): boolean {
  return Object.values(query).every((value) => value === undefined);
}
