import { useQuery } from "@tanstack/react-query";
import { currentPoll } from "../../party/forum/polls.ts";
import { api, readResponse } from "../api.ts";
import {
  attendanceCodeQuery,
  presentAddress,
  spacedCode,
} from "../attendance/attendance-code-query.ts";
import { QrCode } from "../design/QrCode.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { PollResult } from "./PollResult.tsx";
import type { SessionView } from "./session-connection.ts";
import { Speaker } from "./TurnsPart.tsx";

const lookEveryMs = 30_000;
/** What fits beside the text, without a poll and with one. */
const turnsAlone = 5;
const turnsBesidePoll = 2;

interface Props {
  forumId: string;
  view: SessionView;
  showsCodes: boolean;
}

/** Beside the text: who waits for their turn, the poll, the way in. */
export function ProjectedAside({ forumId, view, showsCodes }: Props) {
  const { turns, poll: pollWords, screen } = useSessionMessages();
  const { waiting = [], polls = [] } = view.parts ?? {};
  const poll = currentPoll({ polls });
  const shownTurns = poll?.isOpen ? turnsBesidePoll : turnsAlone;
  return (
    <aside className="projector-aside">
      <section aria-label={turns.title}>
        <h2>{turns.title}</h2>
        {waiting.length === 0 ? (
          <p className="soft">{screen.noTurns}</p>
        ) : (
          <ol className="projector-turns">
            {waiting.slice(0, shownTurns).map((turn) => (
              <li key={turn.id}>
                <Speaker turn={turn} />
              </li>
            ))}
            {waiting.length > shownTurns && <li>+{waiting.length - shownTurns}</li>}
          </ol>
        )}
      </section>
      {poll?.isOpen && (
        <section aria-label={pollWords.title}>
          <h2>{pollWords.title}</h2>
          <PollResult poll={poll} />
        </section>
      )}
      {showsCodes && (
        <div className="projector-codes">
          <PresentCode forumId={forumId} />
          <JoinCode forumId={forumId} />
        </div>
      )}
    </aside>
  );
}

/** With which people say that they are here; only those who keep the list can show it. */
function PresentCode({ forumId }: { forumId: string }) {
  const { screen } = useSessionMessages();
  const { data } = useQuery({ ...attendanceCodeQuery(forumId), retry: false });
  if (!data) return null;
  return (
    <figure className="projector-code">
      <QrCode text={presentAddress(forumId, data.code)} label={screen.attendance} />
      <figcaption>
        {screen.attendance}: {spacedCode(data.code)}
      </figcaption>
    </figure>
  );
}

/** The forum's door, while it is open; only those who may open it can show it. */
function JoinCode({ forumId }: { forumId: string }) {
  const { screen } = useSessionMessages();
  const { data } = useQuery({
    queryKey: ["projected-door", forumId],
    queryFn: () => readResponse(api.forums[":forumId"].door.$get({ param: { forumId } })),
    refetchInterval: lookEveryMs,
    retry: false,
  });
  if (!data?.door) return null;
  const address = `${location.origin}/gabung#${data.door.token}`;
  return (
    <figure className="projector-code">
      <QrCode text={address} label={screen.scan} />
      <figcaption>{screen.scan}</figcaption>
    </figure>
  );
}
