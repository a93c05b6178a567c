import type { Turn } from "../../party/forum/turns.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { sessionApi, useAct } from "./use-act.ts";
import type { Session } from "./use-session.ts";

/** Who speaks and who waits; whoever leads gives the floor. */
export function TurnsPart({ forumId, session }: { forumId: string; session: Session }) {
  const { turns: words } = useSessionMessages();
  const ownId = useMe().person.id;
  const { act, isPending, error } = useAct();
  const { speaking = null, waiting = [] } = session.view.parts ?? {};
  const mayLead = session.page?.may.lead ?? false;
  const turn = sessionApi().turns[":turnId"];
  const param = (turnId: string) => ({ forumId, turnId });
  const remove = ({ id }: Turn) => act(() => turn.$delete({ param: param(id) }));
  return (
    <section className="section" aria-label={words.title}>
      <h2>{words.title}</h2>
      {speaking && (
        <p className="speaking">
          <span className="speaking-word">
            {speaking.personId === ownId ? words.youSpeak : words.speaking}
          </span>
          <Speaker turn={speaking} />
          {mayLead ? (
            <Button
              onClick={() =>
                act(() => turn.$put({ param: param(speaking.id), json: { has: "spoken" } }))
              }
            >
              {words.end}
            </Button>
          ) : (
            speaking.personId === ownId && (
              <Button onClick={() => remove(speaking)}>{words.endOwn}</Button>
            )
          )}
        </p>
      )}
      {waiting.length === 0 && !speaking && <p className="soft">{words.nobody}</p>}
      {waiting.length > 0 && <p className="small soft">{words.rule}</p>}
      <ol className="turns" aria-busy={isPending}>
        {waiting.map((waits, place) => (
          <li key={waits.id}>
            <span className="turn-place">{place + 1}</span>
            <Speaker turn={waits} />
            {mayLead ? (
              <span className="row">
                <Button
                  weight={place === 0 ? "primary" : "secondary"}
                  onClick={() =>
                    act(() => turn.$put({ param: param(waits.id), json: { has: "floor" } }))
                  }
                >
                  {words.give(waits.name)}
                </Button>
                {place > 0 && (
                  <Button
                    weight="quiet"
                    onClick={() =>
                      act(() =>
                        turn.$put({ param: param(waits.id), json: { position: place - 1 } }),
                      )
                    }
                  >
                    {words.up(waits.name)}
                  </Button>
                )}
                <Button weight="quiet" onClick={() => remove(waits)}>
                  {words.remove(waits.name)}
                </Button>
              </span>
            ) : (
              waits.personId === ownId && (
                <Button weight="quiet" onClick={() => remove(waits)}>
                  {words.takeBack}
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
      <FailureLine error={error} />
    </section>
  );
}

export function Speaker({ turn: { name, village } }: { turn: Turn }) {
  return (
    <span className="speaker">
      <span>{name}</span>
      {village && <VillageBadge village={village} />}
    </span>
  );
}
