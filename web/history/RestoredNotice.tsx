import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Icon } from "../design/Icon.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import type { Desk, Restored } from "./HistoryDesk.tsx";
import { useRestore } from "./use-restore.ts";

interface Props {
  desk: Desk;
  restored: Restored;
  onRestored: (restored: Restored) => void;
}

/** That something was brought back, and the way to have it as before. */
export function RestoredNotice({ desk, restored, onRestored }: Props) {
  const { restore: words } = useHistoryMessages();
  const { place, sectionId, said, isUndo } = restored;
  const undo = useRestore(desk.data.document.id, (done) => {
    onRestored({ ...restored, place: done.place, said: words.undone, isUndo: true });
    desk.show({ kind: "compare", from: place, to: done.place, only: null }, { replace: true });
  });
  return (
    <div className="restored" role="status">
      <p>
        <Icon name="check" />
        {said}
      </p>
      {!isUndo && (
        <Button
          icon="undo"
          aria-busy={undo.isPending}
          onClick={() => undo.isPending || undo.mutate({ place: place - 1, sectionId })}
        >
          {words.undo}
        </Button>
      )}
      <FailureLine error={undo.error} />
    </div>
  );
}
