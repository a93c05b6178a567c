import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { ShownVillage } from "../../party/masks/shown-person.ts";
import { Notice } from "../design/Notice.tsx";
import { useIsOffline } from "../design/use-is-offline.ts";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { patiently } from "../offline/patiently.ts";
import { CompareView } from "./CompareView.tsx";
import type { HistoryData, HistoryHead } from "./history-answers.ts";
import type { TimelineFilter } from "./history-query.ts";
import { ModeSwitch } from "./ModeSwitch.tsx";
import { MomentView } from "./MomentView.tsx";
import { NameVersion } from "./NameVersion.tsx";
import { RecordFiles } from "./RecordFiles.tsx";
import { RestoredNotice } from "./RestoredNotice.tsx";
import { RestoreView } from "./RestoreView.tsx";
import { NoteDialog } from "./review/NoteDialog.tsx";
import type { NoteTarget } from "./review/note-target.ts";
import { ReviewPanel } from "./review/ReviewPanel.tsx";
import { type Review, reviewQuery, type ShownReview } from "./review/review-query.ts";
import { searchedWords } from "./searched-words.ts";
import { Timeline } from "./Timeline.tsx";
import { TimelineSheet } from "./TimelineSheet.tsx";
import { type ShowView, useHistoryView } from "./use-history-view.ts";
import { useIsWide } from "./use-is-wide.ts";
import type { HistoryView } from "./view-address.ts";

const HistoryRedactions = lazy(() => patiently(() => import("./HistoryRedactions.tsx")));

interface Props {
  data: HistoryData;
  head: HistoryHead;
  villages: readonly ShownVillage[];
  /** Who has reviewed it, as this reader may know them. */
  reviews: readonly ShownReview[];
}

/** What every part of the page knows. */
export interface Desk extends Props {
  view: HistoryView;
  show: ShowView;
  /** Where the timeline stands in a sheet. */
  openTimeline: (() => void) | null;
  filter: TimelineFilter;
  setFilter: (filter: TimelineFilter) => void;
  /** Looks in the timeline for when these words changed. */
  searchWords: (words: string) => void;
  /** The first moment of a comparison whose second one is looked for. */
  first: number | null;
  chooseFirst: (place: number | null) => void;
  /** Null for whom the history names no people, and until it is here. */
  review: Review | null;
  /** Begins a reviewer's note. */
  noteOn: ((target: NoteTarget) => void) | null;
}

/** A restore that was just made, and what it stands on. */
export interface Restored {
  place: number;
  sectionId: string | null;
  said: string;
  isUndo: boolean;
}

export function HistoryDesk({ data, head, villages, reviews }: Props) {
  const words = useHistoryMessages();
  const [view, show] = useHistoryView(head.last, lastVersion(data, head));
  const [isBeside, setBeside] = useState(false);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [restored, setRestored] = useState<Restored | null>(null);
  const [filter, setFilter] = useState<TimelineFilter>({});
  const [first, chooseFirst] = useState<number | null>(null);
  const [noted, noteOn] = useState<NoteTarget | null>(null);
  const asked = useQuery({ ...reviewQuery(data.document.id), enabled: data.seesPeople });
  const review = asked.data ?? null;
  const isOffline = useIsOffline();
  const isWide = useIsWide();
  const standsBeside = isWide && !(isBeside && view.kind === "compare");
  const desk: Desk = {
    ...{ data, head, villages, view, filter, setFilter, first, chooseFirst, review },
    reviews: review?.reviews ?? reviews,
    noteOn: review?.mayReview ? noteOn : null,
    show: (next, options) => {
      setSheetOpen(false);
      show(next, options);
    },
    openTimeline: standsBeside ? null : () => setSheetOpen(true),
    searchWords: (text) => {
      setFilter({ words: searchedWords(text) });
      if (!standsBeside) setSheetOpen(true);
    },
  };
  return (
    <>
      <div className="history-bar">
        <ModeSwitch desk={desk} />
        <div className="row history-tools">
          {data.mayName && <NameVersion documentId={data.document.id} />}
          <RecordFiles documentId={data.document.id} />
        </div>
      </div>
      {isOffline && (
        <Notice icon="offline" tone="wait">
          {words.offline}
        </Notice>
      )}
      <ReviewPanel desk={desk} onRetry={asked.isError ? asked.refetch : null} />
      {restored && <RestoredNotice {...{ desk, restored }} onRestored={setRestored} />}
      <div className="history-columns" data-timeline={standsBeside}>
        {standsBeside ? (
          <aside className="timeline-aside" aria-label={words.timeline.title}>
            <Timeline desk={desk} />
          </aside>
        ) : (
          isSheetOpen && (
            <TimelineSheet onClose={() => setSheetOpen(false)}>
              <Timeline desk={desk} />
            </TimelineSheet>
          )
        )}
        {view.kind === "compare" && (
          <CompareView {...{ desk, view, isWide }} isBeside={isBeside} onBeside={setBeside} />
        )}
        {view.kind === "moment" && <MomentView desk={desk} place={view.place} />}
        {view.kind === "restore" && <RestoreView {...{ desk, view }} onRestored={setRestored} />}
      </div>
      <Suspense>
        <HistoryRedactions document={data.document} words={filter.words} />
      </Suspense>
      {noted && <NoteDialog {...{ desk }} target={noted} onClose={() => noteOn(null)} />}
    </>
  );
}

/** With what the newest state is compared first: the newest version before it. */
function lastVersion({ versions }: HistoryData, { last }: HistoryHead): number {
  return Math.max(0, ...versions.map(({ place }) => place).filter((place) => place < last));
}
