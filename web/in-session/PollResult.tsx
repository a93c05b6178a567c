import { pollAnswers } from "../../domain/poll-answers.ts";
import type { Poll } from "../../party/forum/polls.ts";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";

/** How many villages answered what, and which. */
export function PollResult({ poll }: { poll: Poll }) {
  const { poll: words } = useSessionMessages();
  return (
    <div className="poll-result">
      <p className="poll-question">{poll.question}</p>
      <p className="small soft">
        {poll.isOpen ? words.isOpen : words.isClosed} · {words.result(poll.votes.length)}
      </p>
      <dl className="poll-answers">
        {pollAnswers.map((answer) => {
          const given = poll.votes.filter((vote) => vote.answer === answer);
          return (
            <div key={answer} data-answer={answer}>
              <dt>{words.answers[answer]}</dt>
              <dd className="poll-count">{given.length}</dd>
              {given.length > 0 && (
                <dd className="poll-villages">
                  {given.map(({ village }) => (
                    <VillageBadge key={village.id} village={village} />
                  ))}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </div>
  );
}
