import { patiently } from "../offline/patiently.ts";
import "./session.css";
import { lazy, Suspense, useState } from "react";
import { currentPoll } from "../../party/forum/polls.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Icon } from "../design/Icon.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { startFollowing, stopFollowing } from "./following.ts";
import { ItemTime } from "./ItemTime.tsx";
import { LeadButtons } from "./LeadButtons.tsx";
import { SessionNews } from "./SessionNews.tsx";
import { sessionApi, useAct } from "./use-act.ts";
import { useFollow } from "./use-follow.ts";
import { useLead } from "./use-lead.ts";
import { type Session, useSession } from "./use-session.ts";

const SessionSheet = lazy(() => patiently(() => import("./SessionSheet.tsx")));

interface Props {
  forumId: string;
  /** On a document's page: which it is. */
  documentId?: string;
}

/** What stands on top of each page of a forum in session. */
export default function SessionBar({ forumId, documentId }: Props) {
  const words = useSessionMessages();
  const session = useSession(forumId);
  const { view, page } = session;
  const [isOpen, setOpen] = useState(false);
  const { item = null, lead = null, place = null, polls = [] } = view.parts ?? {};
  const here = page?.documents.find(({ id }) => id === documentId);
  const leading = useLead(
    forumId,
    lead,
    here ? { documentId: here.id, isUnnamed: here.isUnnamed } : null,
  );
  const follow = useFollow(forumId, leading.isLeading ? null : place);
  if (page && page.status !== "inSession") return null;
  return (
    <section className="session-bar" aria-label={words.label}>
      <div className="session-line">
        <button
          type="button"
          className="session-now"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <Icon name="live" />
          <span className="session-title">{item?.title ?? words.noItem}</span>
          {item && <ItemTime item={item} view={view} />}
          <span className="only-read-aloud">{words.openSheet}</span>
        </button>
        {page?.may.askForTurn && (
          <TurnButton forumId={forumId} session={session} onOpen={() => setOpen(true)} />
        )}
        {page?.may.lead && <LeadButtons session={session} leading={leading} />}
        {page?.may.showScreen && documentId === undefined && (
          <span className="for-a-wall">
            <LinkButton href={`/forum/${forumId}/layar`}>{words.screen.open}</LinkButton>
          </span>
        )}
        {!leading.isLeading && (
          <FollowButton forumId={forumId} isFollowing={follow.isFollowing} isCalled={!!lead} />
        )}
      </div>
      <SessionNews
        session={session}
        follow={follow}
        forumId={forumId}
        takenBy={leading.takenBy}
        isLeading={leading.isLeading}
        isOnDocument={here !== undefined}
        poll={currentPoll({ polls })}
        onOpen={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <SessionSheet forumId={forumId} session={session} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

interface TurnProps {
  forumId: string;
  session: Session;
  onOpen: () => void;
}

function TurnButton({ forumId, session, onOpen }: TurnProps) {
  const { turns: words } = useSessionMessages();
  const ownId = useMe().person.id;
  const { act, isPending, error } = useAct();
  const { speaking = null, waiting = [] } = session.view.parts ?? {};
  const place = waiting.findIndex(({ personId }) => personId === ownId);
  if (speaking?.personId === ownId) return <Button onClick={onOpen}>{words.youSpeak}</Button>;
  if (place >= 0) return <Button onClick={onOpen}>{words.mine(place + 1)}</Button>;
  return (
    <>
      <Button
        aria-busy={isPending}
        onClick={() => act(() => sessionApi().turns.$post({ param: { forumId } }))}
      >
        {words.ask}
      </Button>
      <FailureLine error={error} />
    </>
  );
}

interface FollowProps {
  forumId: string;
  isFollowing: boolean;
  isCalled: boolean;
}

function FollowButton({ forumId, isFollowing, isCalled }: FollowProps) {
  const { follow: words } = useSessionMessages();
  if (isFollowing) {
    return <Button onClick={stopFollowing}>{words.stop}</Button>;
  }
  return (
    <Button weight={isCalled ? "primary" : "secondary"} onClick={() => startFollowing(forumId)}>
      {words.start}
    </Button>
  );
}
