import type { Poll } from "../../party/forum/polls.ts";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { startFollowing } from "./following.ts";
import type { useFollow } from "./use-follow.ts";
import type { Session } from "./use-session.ts";

interface Props {
  forumId: string;
  session: Session;
  follow: ReturnType<typeof useFollow>;
  takenBy: string | null;
  isLeading: boolean;
  isOnDocument: boolean;
  poll: Poll | null;
  onOpen: () => void;
}

/** One line below the bar at most: what matters most of what there is to say. */
export function SessionNews(props: Props) {
  const words = useSessionMessages();
  const { session, follow, forumId, poll, onOpen } = props;
  const { village } = useMe().person;
  const { view, page } = session;
  const lead = view.parts?.lead ?? null;
  const { pending } = follow;
  if (view.refusal) return <Line icon="warning">{words.refused}</Line>;
  if (view.link === "lost") return <Line icon="offline">{words.lost}</Line>;
  if (view.parts?.item?.isGone) return <Line icon="warning">{words.itemGone}</Line>;
  if (props.takenBy !== null) return <Line icon="warning">{words.lead.taken(props.takenBy)}</Line>;
  if (pending && follow.isFollowing) {
    const document = page?.documents.find(({ id }) => id === pending.documentId);
    return (
      <Line icon="forward">
        {words.follow.moved(document?.title ?? words.follow.unknownDocument)}
        <Button onClick={() => follow.go(pending)}>{words.follow.go}</Button>
      </Line>
    );
  }
  const hasVoted = poll?.votes.some((given) => given.village.id === village?.id) ?? false;
  if (poll?.isOpen && !(page?.may.vote && hasVoted)) {
    const mayVote = page?.may.vote ?? false;
    return (
      <Line icon="people">
        {words.poll.title}: {poll.question}
        <Button weight={mayVote ? "primary" : "secondary"} onClick={onOpen}>
          {mayVote ? words.poll.show : words.poll.see}
        </Button>
      </Line>
    );
  }
  if (follow.hasLeft) {
    return (
      <Line icon="exit">
        {words.follow.ended}
        <Button onClick={() => startFollowing(forumId)}>{words.follow.again}</Button>
      </Line>
    );
  }
  if (props.isLeading) {
    const { leading, leadingElsewhere } = words.lead;
    return <Line icon="live">{props.isOnDocument ? leading : leadingElsewhere}</Line>;
  }
  if (follow.isFollowing) {
    return (
      <Line icon="check">{lead ? words.follow.following(lead.name) : words.follow.waiting}</Line>
    );
  }
  return null;
}

interface LineProps {
  icon: "warning" | "offline" | "forward" | "people" | "exit" | "live" | "check";
  children: React.ReactNode;
}

function Line({ icon, children }: LineProps) {
  return (
    <p className="session-news" role="status">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}
