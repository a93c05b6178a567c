import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { ItemTime } from "./ItemTime.tsx";
import { sessionApi, useAct } from "./use-act.ts";
import type { Session } from "./use-session.ts";

const minuteMs = 60_000;
const extendMinutes = 5;

/** The agenda with what is current; whoever leads goes on from here. */
export function AgendaPart({ forumId, session }: { forumId: string; session: Session }) {
  const { agenda: words, itemGone } = useSessionMessages();
  const { view, page } = session;
  const { act, isPending, error } = useAct();
  const item = view.parts?.item ?? null;
  const agenda = page?.agenda ?? [];
  const param = { forumId };
  const choose = (itemId: string) => act(() => sessionApi().item.$put({ param, json: { itemId } }));
  const at = agenda.findIndex(({ id }) => id === item?.itemId);
  const [previous, next] = [agenda[at - 1], agenda[at + 1]];
  const json = { itemId: item?.itemId ?? "" };
  const minutes = Math.round((item?.durationMs ?? 0) / minuteMs) + extendMinutes;
  return (
    <section className="section" aria-label={words.title}>
      <h2>{words.title}</h2>
      {item?.isGone && (
        <p role="alert" className="alert">
          {itemGone}
        </p>
      )}
      {agenda.length === 0 && <p className="soft">{words.none}</p>}
      <ol className="session-agenda">
        {agenda.map(({ id, title, durationMinutes }) => (
          <li key={id} aria-current={id === item?.itemId ? "step" : undefined}>
            <span>{title}</span>
            {item && id === item.itemId ? (
              <span className="session-agenda-now">
                {words.current} · <ItemTime item={item} view={view} />
              </span>
            ) : (
              <span className="soft">{words.minutes(durationMinutes)}</span>
            )}
          </li>
        ))}
      </ol>
      {page?.may.lead && (
        <div className="row" aria-busy={isPending}>
          {next && (
            <Button weight="primary" onClick={() => choose(next.id)}>
              {item && at >= 0 ? words.next(next.title) : words.start(next.title)}
            </Button>
          )}
          {item && !item.isGone && (
            <>
              <Button
                onClick={() =>
                  act(() =>
                    sessionApi().timer.$put({
                      param,
                      json: { ...json, isPaused: item.runningSince !== null },
                    }),
                  )
                }
              >
                {item.runningSince === null ? words.resume : words.pause}
              </Button>
              <Button
                onClick={() =>
                  act(() => sessionApi().timer.$put({ param, json: { ...json, minutes } }))
                }
              >
                {words.extend}
              </Button>
            </>
          )}
          {previous && (
            <Button weight="quiet" onClick={() => choose(previous.id)}>
              {words.previous(previous.title)}
            </Button>
          )}
        </div>
      )}
      <FailureLine error={error} />
    </section>
  );
}
