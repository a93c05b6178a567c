import { VillageBadge } from "../design/VillageBadge.tsx";
import { type Language, useLanguage, useMessages } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { formatMoment } from "../time.ts";
import { dayWords } from "./due-words.ts";
import type { FollowUpEvent } from "./register-query.ts";

/** What was reported, moved and taken along, from the newest. */
export function FollowUpHistory({ history }: { history: readonly FollowUpEvent[] }) {
  const words = useRegisterMessages();
  if (history.length === 0) return null;
  return (
    <details className="follow-up-history">
      <summary>{words.history(history.length)}</summary>
      <ol>
        {history.map((event, at) => (
          // Events have no id of their own, and never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: counted from the oldest
          <li key={history.length - at}>
            <EventHead event={event} />
            <EventWords event={event} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function EventHead({ event }: { event: FollowUpEvent }) {
  const messages = useMessages();
  const [language] = useLanguage();
  return (
    <p className="row small soft">
      {formatMoment(event.at, Date.now(), messages, language)}
      {event.kind !== "carried" && <Who by={event.by} />}
    </p>
  );
}

function Who({ by }: { by: Extract<FollowUpEvent, { kind: "report" }>["by"] }) {
  const { event } = useRegisterMessages();
  if (by === null) return <span>{event.somebody}</span>;
  const name = by.isMe ? event.me : by.name;
  return (
    <>
      {name && <span>{name}</span>}
      {by.village ? (
        <VillageBadge village={by.village} />
      ) : (
        <span>{by.office ?? event.office}</span>
      )}
    </>
  );
}

function EventWords({ event }: { event: FollowUpEvent }) {
  const { event: words, states } = useRegisterMessages();
  const [language] = useLanguage();
  switch (event.kind) {
    case "carried":
      return <p>{words.carried(event.forum.title)}</p>;
    case "moved":
      return (
        <>
          <p>
            <strong>{words.moved}</strong>
            <br />
            {words.fromTo(
              dayOrNone(event.from, words.noDay, language),
              dayOrNone(event.to, words.noDay, language),
            )}
          </p>
          {event.why && <p className="said">{words.why(event.why)}</p>}
        </>
      );
    case "report":
      return (
        <>
          <p>
            <strong>{event.status ? words.became(states[event.status]) : words.reported}</strong>
          </p>
          {event.text && <p className="said">{event.text}</p>}
          {event.link && (
            <p>
              <a className="evidence" href={event.link} target="_blank" rel="noreferrer noopener">
                {words.link} ({new URL(event.link).hostname})
              </a>
            </p>
          )}
          {event.file && (
            <p>
              <a className="evidence" href={`/api/attachments/${event.file.id}`} download>
                {words.file(event.file.name)}
              </a>
            </p>
          )}
          {event.isFileRemoved && <p className="small soft">{words.fileRemoved}</p>}
        </>
      );
  }
}

function dayOrNone(day: string | null, none: string, language: Language): string {
  return day === null ? none : dayWords(day, language);
}
