import { StatusBadge } from "../design/StatusBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { formatMoment } from "../time.ts";
import type { VoteCardData } from "./problem-query.ts";

/** Whether it is open, until when, and how many have voted. */
export function VoteStanding({ vote }: { vote: VoteCardData }) {
  const { votes: words } = useProblemMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const moment = formatMoment(vote.endsAt, Date.now(), messages, language);
  return (
    <p className="row small soft">
      <StatusBadge tone={vote.isOver ? "calm" : "live"} icon={vote.isOver ? "lock" : "live"}>
        {vote.isOver ? words.isOver : words.isOpen}
      </StatusBadge>
      <span>{vote.isOver ? words.endedAt(moment) : words.until(moment)}</span>
      <span>{words.progress(vote.voted, vote.asked)}</span>
    </p>
  );
}
