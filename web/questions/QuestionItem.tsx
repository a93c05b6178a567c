import { Link } from "wouter";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import type { ListedQuestion } from "./questions-query.ts";
import { VoiceBadge } from "./VoiceBadge.tsx";

/** One question in a list. */
export function QuestionItem({ question }: { question: ListedQuestion }) {
  const { questions: words } = useSharingMessages();
  const { themes } = useMessages();
  const { id, title, theme, asker, answerCount, hasStanding } = question;
  return (
    <li className="listed-item">
      <p className="row small">
        <VoiceBadge voice={asker} />
        <span className="soft">{themes[theme]}</span>
      </p>
      <h2>
        <Link className="whole-card-link" href={`/program/tanya/${id}`}>
          {title}
        </Link>
      </h2>
      <p className="row small">
        {hasStanding && (
          <StatusBadge tone="good" icon="check">
            {words.hasStanding}
          </StatusBadge>
        )}
        <span className="soft">{words.answers(answerCount)}</span>
      </p>
    </li>
  );
}
