import { Button } from "../design/Button.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import type { Mark } from "./use-marking.ts";

/** What was tapped last, within the thumb's reach, with the way back. */
export function LastMark({ mark, onUndo }: { mark: Mark; onUndo: (mark: Mark) => void }) {
  const words = useAttendanceMessages();
  const { person, to, isUndo } = mark;
  return (
    <div className="last-mark">
      <p role="status">
        {isUndo
          ? words.undone(person.name)
          : words.marked(person.name, to === null ? words.unseen : words.statuses[to])}
      </p>
      {!isUndo && (
        <Button icon="undo" onClick={() => onUndo(mark)}>
          {words.undo}
        </Button>
      )}
    </div>
  );
}
