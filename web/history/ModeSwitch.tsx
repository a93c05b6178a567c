import { Icon } from "../design/Icon.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import type { Desk } from "./HistoryDesk.tsx";

/** Between what changed, and the document as it was. */
export function ModeSwitch({ desk: { view, show, head } }: { desk: Desk }) {
  const { modes: words } = useHistoryMessages();
  const place = view.kind === "compare" ? view.to : view.place;
  const isMoment = view.kind === "moment";
  return (
    <fieldset className="modes">
      <legend className="only-read-aloud">{words.label}</legend>
      <button
        type="button"
        aria-pressed={view.kind === "compare"}
        onClick={() =>
          show({ kind: "compare", from: 0, to: isMoment ? place : head.last, only: null })
        }
      >
        <Icon name="pencil" />
        {words.compare}
      </button>
      <button type="button" aria-pressed={isMoment} onClick={() => show({ kind: "moment", place })}>
        <Icon name="clock" />
        {words.moment}
      </button>
    </fieldset>
  );
}
