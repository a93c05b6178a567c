import { Icon } from "../design/Icon.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useReviewMessages } from "../messages/use-review-messages.ts";
import { ChangeWords } from "./ChangeWords.tsx";
import type { Change } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { targetOf } from "./review/note-target.ts";
import { TimelineButton } from "./TimelineButton.tsx";
import type { Walk } from "./use-walk.ts";

interface Props {
  desk: Desk;
  walk: Walk;
  changes: readonly Change[];
}

/** ← 3 dari 28 →, and what the third is. */
export function Walker({ desk, walk, changes }: Props) {
  const { walker: words } = useHistoryMessages();
  const { note } = useReviewMessages();
  const { noteOn } = desk;
  const { current, count } = walk;
  const change = current === null ? undefined : changes[current];
  const target = change
    ? { place: change.to, from: change.from - 1, versionId: null }
    : targetOf(desk.view);
  return (
    <section className="walker" aria-label={words.label}>
      <div className="walker-change" role="status">
        {change && <ChangeWords desk={desk} change={change} />}
        {!change && count > 0 && <p className="walker-keys soft small">{words.keys}</p>}
      </div>
      <div className="walker-bar">
        <TimelineButton desk={desk} />
        {noteOn && (
          <button type="button" className="tool" onClick={() => noteOn(target)}>
            <Icon name="note" />
            <span className="tool-name">{note.short}</span>
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-label={words.previous}
          title={words.keys}
          disabled={count === 0}
          onClick={walk.previous}
        >
          <Icon name="back" />
        </button>
        <span className="walker-place">
          {current === null ? words.begin(count) : words.place(current + 1, count)}
        </span>
        <button
          type="button"
          className="button"
          data-weight="primary"
          aria-label={words.next}
          title={words.keys}
          disabled={count === 0}
          onClick={walk.next}
        >
          <Icon name="forward" />
        </button>
      </div>
    </section>
  );
}
