import { minutesOver } from "../../domain/agenda-order.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";

interface Props {
  items: readonly { durationMinutes: number }[];
  forum: { startsAt: number; endsAt: number };
}

/** How long the agenda is, against the time that the forum has. */
export function AgendaTotal({ items, forum }: Props) {
  const { agenda: words } = usePrepareMessages();
  const time = (minutes: number) => words.hours(Math.floor(minutes / 60), minutes % 60);
  const over = minutesOver(items, forum);
  const total = items.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  return (
    <p className="agenda-total" data-over={over > 0}>
      {words.total(time(total), time(total - over))}{" "}
      <strong>
        {over > 0 ? words.over(time(over)) : over < 0 ? words.left(time(-over)) : words.exact}
      </strong>
    </p>
  );
}
