import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Threads, ThreadView } from "../../party/notes/thread-view.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import type { DocumentPageData } from "../document/document-query.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { NotesFilter } from "./NotesFilter.tsx";
import type { Say } from "./SaidLine.tsx";
import { filterThreads, noFilter, orderThreads } from "./shown-threads.ts";
import { ThreadCard } from "./ThreadCard.tsx";
import type { Places } from "./use-places.ts";
import { useSeenThreads } from "./use-seen-threads.ts";
import { useThreadRequests } from "./use-thread-requests.ts";

interface Props {
  data: DocumentPageData;
  threads: Threads | undefined;
  places: Places;
  activeId: string | null;
  say: Say;
  onActive: (threadId: string | null) => void;
  /** Brings the thread's words into view. */
  onShow: (threadId: string) => void;
  /** Left out for whoever only reads. */
  onWrite?: () => void;
}

/** All notes in the order of the text, and those that have no place in it below. */
export function ThreadList(props: Props) {
  const { data, threads, places, activeId, say, onActive, onShow, onWrite } = props;
  const { list: words, write } = useNotesMessages();
  const [filter, setFilter] = useState(noFilter);
  const list = useRef<HTMLElement>(null);
  const requests = useThreadRequests(data.document.id);
  const fresh = useSeenThreads(list, threads, data.me.personId, requests.markRead);
  const all = threads?.threads ?? [];
  const groups = orderThreads(filterThreads(all, filter, fresh), places);
  const shown = [...groups.inText, ...groups.beside, ...groups.orphaned];
  const activePlace = shown.findIndex(({ id }) => id === activeId);

  // Seen in the list where its words were tapped; the focus stays in the text.
  useEffect(() => {
    if (activeId) cardOf(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const jump = (step: 1 | -1) => {
    const from = activePlace < 0 && step < 0 ? 0 : activePlace;
    const next = shown[(from + step + shown.length) % shown.length];
    if (!next) return;
    onActive(next.id);
    onShow(next.id);
    cardOf(next.id)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === null) return;
    event.preventDefault();
    jump(step);
  };

  if (!threads) return <NotLoaded isFailed={requests.isFailed} />;
  const drawCards = (cards: ThreadView[]) =>
    cards.map((thread) => (
      <ThreadCard
        key={thread.id}
        {...{ data, threads, thread, say, requests }}
        place={places.get(thread.id) ?? null}
        number={shown.indexOf(thread) + 1}
        count={shown.length}
        isActive={thread.id === activeId}
        isFresh={fresh.has(thread.id)}
        onActive={onActive}
        onShow={() => {
          onActive(thread.id);
          onShow(thread.id);
        }}
      />
    ));

  return (
    <section className="notes-body" aria-label={words.label} ref={list} onKeyDown={onKeyDown}>
      <div className="notes-tools">
        {onWrite && (
          <Button icon="pencil" onClick={onWrite}>
            {write.new}
          </Button>
        )}
        {shown.length > 1 && (
          <span className="notes-jump" title={words.keys}>
            <Button weight="quiet" aria-label={words.previous} onClick={() => jump(-1)}>
              ↑
            </Button>
            <Button weight="quiet" aria-label={words.next} onClick={() => jump(1)}>
              ↓
            </Button>
          </span>
        )}
      </div>
      {requests.isFailed && <p className="soft small">{words.kept}</p>}
      {all.length > 0 && (
        <NotesFilter
          {...{ filter, onFilter: setFilter, threads: all }}
          count={words.count(shown.length, all.length)}
        />
      )}
      {all.length === 0 && (
        <EmptyState icon="note">{onWrite ? words.empty : words.emptyReader}</EmptyState>
      )}
      {all.length > 0 && shown.length === 0 && (
        <div className="section">
          <p>{words.filtered}</p>
          <Button onClick={() => setFilter(noFilter)}>{words.showAll}</Button>
        </div>
      )}
      {drawCards(groups.inText)}
      {groups.beside.length > 0 && <h3>{words.beside}</h3>}
      {drawCards(groups.beside)}
      {groups.orphaned.length > 0 && <h3>{words.orphaned}</h3>}
      {drawCards(groups.orphaned)}
    </section>
  );
}

function NotLoaded({ isFailed }: { isFailed: boolean }) {
  const { list: words } = useNotesMessages();
  return isFailed ? <p role="alert">{words.failed}</p> : <Skeleton rows={3} />;
}

function cardOf(threadId: string): HTMLElement | null {
  return document.getElementById(`note-${threadId}`);
}

/** Alt with an arrow, or J and K as elsewhere, but not where somebody writes. */
function stepOf({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent): 1 | -1 | null {
  if (altKey && key === "ArrowDown") return 1;
  if (altKey && key === "ArrowUp") return -1;
  const isWriting =
    target instanceof Element && target.closest("textarea, input, select, [contenteditable=true]");
  if (isWriting || altKey || ctrlKey || metaKey) return null;
  if (key === "j") return 1;
  return key === "k" ? -1 : null;
}
