import type { Threads, ThreadView } from "../../party/notes/thread-view.ts";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { personName, villageName } from "../design/shown-name.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { KindBadge } from "./KindBadge.tsx";
import { NoteWords } from "./NoteWords.tsx";
import type { Say } from "./SaidLine.tsx";
import { SuggestedWords } from "./SuggestedWords.tsx";
import { ThreadActions } from "./ThreadActions.tsx";
import { ThreadReplies } from "./ThreadReplies.tsx";
import type { Place } from "./use-places.ts";
import type { ThreadRequests } from "./use-thread-requests.ts";

export interface ThreadProps {
  data: DocumentPageData;
  threads: Threads;
  thread: ThreadView;
  /** Null where it has no place in the text. */
  place: Place | null;
  requests: ThreadRequests;
  say: Say;
}

interface Props extends ThreadProps {
  /** Its place in the list, from 1 on, and how many are in it. */
  number: number;
  count: number;
  isActive: boolean;
  isFresh: boolean;
  onActive: (threadId: string | null) => void;
  onShow: () => void;
}

/** One thread in the list; the active one with its replies and what can be done with it. */
export function ThreadCard(props: Props) {
  const { thread, place, number, count, isActive, isFresh, onActive, onShow } = props;
  const { thread: words, list, kinds } = useNotesMessages();
  const { masks } = useMessages();
  const { id, kind, quote, suggestion, closed, accepted, author, replies } = thread;
  const from = author.village ? villageName(author.village, masks) : personName(author, masks);
  return (
    <article
      id={`note-${id}`}
      className="note-card"
      data-kind={kind}
      data-active={isActive}
      data-closed={closed !== null}
      tabIndex={-1}
      aria-label={`${list.place(number, count)}: ${kinds[kind]}, ${from}`}
    >
      <div className="note-card-head">
        <KindBadge kind={kind} />
        {isFresh && <span className="note-fresh">{words.fresh}</span>}
      </div>
      {place ? (
        <button
          type="button"
          className="note-quote"
          title={words.show}
          aria-label={`${words.show}: ${quote}`}
          onClick={onShow}
        >
          {quote}
        </button>
      ) : (
        <blockquote className="note-quote">{quote}</blockquote>
      )}
      <NoteWords note={thread} />
      {suggestion !== null && <SuggestedWords {...{ quote, suggestion }} />}
      {accepted ? (
        <p className="note-done">
          <Icon name="check" />
          {words.accepted(personName(accepted.by, masks))}
        </p>
      ) : (
        closed && (
          <p className="note-done">
            <Icon name="check" />
            {words.done(personName(closed.by, masks))}
          </p>
        )
      )}
      {isActive ? (
        <>
          <ThreadReplies {...props} />
          <ThreadActions {...props} />
        </>
      ) : (
        <Button weight="quiet" icon="forum" aria-expanded={false} onClick={() => onActive(id)}>
          {replies.length > 0 ? words.replies(replies.length) : words.open}
        </Button>
      )}
    </article>
  );
}
