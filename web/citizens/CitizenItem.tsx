import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useCitizensMessages } from "../messages/use-citizens-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { formatDay } from "../time.ts";
import { CitizenAnswer } from "./CitizenAnswer.tsx";
import type { CitizenQuestion } from "./citizens-query.ts";
import { useDealing } from "./use-dealing.ts";

/** One question of a citizen, with what was or is to be done about it. */
export function CitizenItem({ question }: { question: CitizenQuestion }) {
  const words = useCitizensMessages();
  const [language] = useLanguage();
  const [isAnswering, setAnswering] = useState(false);
  const dealing = useDealing(question, () => setAnswering(false));
  const { status, text, shownText, answer, isPublic, forum, askedAt } = question;
  const isOpen = isAnswering || status === "waiting";
  return (
    <li className="listed-item">
      <p className="row small">
        <span className="soft">{words.asked(formatDay(askedAt, language))}</span>
        <a href={`/publik/forum/${forum.id}`}>{forum.title}</a>
        {status === "answered" && (
          <StatusBadge tone={isPublic ? "good" : "calm"} icon={isPublic ? "globe" : "lock"}>
            {isPublic ? words.shown : words.hidden}
          </StatusBadge>
        )}
      </p>
      <p className="said">
        <strong>{status === "answered" && !isOpen ? shownText : text}</strong>
      </p>
      {status === "answered" && !isOpen && <p className="said">{answer}</p>}
      {isOpen ? (
        <CitizenAnswer
          question={question}
          onClose={status === "waiting" ? null : () => setAnswering(false)}
        />
      ) : (
        <div className="row">
          {status === "answered" && (
            <Button icon="pencil" onClick={() => setAnswering(true)}>
              {words.change}
            </Button>
          )}
          {status === "setAside" && (
            <Button
              icon="undo"
              aria-busy={dealing.isPending}
              onClick={() =>
                dealing.mutate({ status: "waiting", shownText, answer, isPublic: false })
              }
            >
              {words.takeBack}
            </Button>
          )}
        </div>
      )}
      <FailureLine error={dealing.error} />
    </li>
  );
}
