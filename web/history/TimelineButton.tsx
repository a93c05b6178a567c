import { Icon } from "../design/Icon.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import type { Desk } from "./HistoryDesk.tsx";

/** Where the timeline stands in a sheet: opens it. */
export function TimelineButton({ desk: { openTimeline } }: { desk: Desk }) {
  const { timeline: words } = useHistoryMessages();
  if (!openTimeline) return null;
  return (
    <button type="button" className="tool timeline-button" onClick={openTimeline}>
      <Icon name="clock" />
      <span className="tool-name">{words.title}</span>
    </button>
  );
}
