import { Button } from "../design/Button.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useReviewMessages } from "../messages/use-review-messages.ts";
import type { Desk } from "./HistoryDesk.tsx";

interface Props {
  desk: Desk;
  place: number;
  /** With what its own changes are compared; null for a version, which is a moment alone. */
  compareFrom: { from: number; only: string } | null;
  /** Of the version that stands there. */
  versionId?: string;
  /** Whether it brought an older version back. */
  isRestore?: boolean;
}

/** What can be done with a moment of the timeline. */
export function PlaceActions(props: Props) {
  const { desk, place, compareFrom, versionId = null, isRestore = false } = props;
  const { timeline: words, restore } = useHistoryMessages();
  const { note } = useReviewMessages();
  const { show, first, chooseFirst, data, head, noteOn } = desk;
  const mayRestore = data.mayRestore && place > 0 && place !== head.last;
  const compare = () => {
    if (first === null) return chooseFirst(place);
    chooseFirst(null);
    show({ kind: "compare", from: Math.min(first, place), to: Math.max(first, place), only: null });
  };
  return (
    <div className="place-actions">
      {first === null && (
        <>
          {compareFrom && (
            <Button
              weight="quiet"
              onClick={() => show({ kind: "compare", to: place, ...compareFrom })}
            >
              {words.show}
            </Button>
          )}
          <Button weight="quiet" onClick={() => show({ kind: "moment", place })}>
            {words.read}
          </Button>
        </>
      )}
      <Button weight={first === null ? "quiet" : "primary"} onClick={compare}>
        {first === null ? words.compare : words.compareThis}
      </Button>
      {first === null && noteOn && (
        <Button
          weight="quiet"
          icon="note"
          onClick={() => noteOn({ place, versionId, from: compareFrom?.from ?? null })}
        >
          {note.here}
        </Button>
      )}
      {first === null && isRestore && data.mayRestore && compareFrom && (
        <Button
          weight="quiet"
          icon="undo"
          onClick={() => show({ kind: "restore", place: compareFrom.from, sectionId: null })}
        >
          {words.undoRestore}
        </Button>
      )}
      {first === null && mayRestore && (
        <Button
          weight="quiet"
          icon="reload"
          onClick={() => show({ kind: "restore", place, sectionId: null })}
        >
          {restore.button}
        </Button>
      )}
    </div>
  );
}
