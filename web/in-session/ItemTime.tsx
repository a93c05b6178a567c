import { elapsedMs, type ItemClock } from "../../party/forum/item-clock.ts";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import type { SessionView } from "./session-connection.ts";
import { useRoomClock } from "./use-session.ts";

/** How much of the item's time is left, by the room's clock. */
export function ItemTime({ item, view }: { item: ItemClock; view: SessionView }) {
  const words = useSessionMessages();
  const leftMs = item.durationMs - elapsedMs(item, useRoomClock(view));
  const time = clockFace(leftMs);
  return (
    <span className="item-time" data-over={leftMs < 0} role="timer">
      {leftMs < 0 ? words.over(time) : words.left(time)}
      {item.runningSince === null && ` · ${words.paused}`}
    </span>
  );
}

/** "12.05", "1.02.05"; the same for time that is over. */
function clockFace(ms: number): string {
  const seconds = ms < 0 ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (count: number) => String(count).padStart(2, "0");
  return `${hours > 0 ? `${hours}.${two(minutes)}` : minutes}.${two(seconds % 60)}`;
}
