import { useState } from "react";
import type { NoteView } from "../../party/notes/thread-view.ts";
import { Button } from "../design/Button.tsx";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { NoteWords } from "./NoteWords.tsx";
import { ReplyForm } from "./ReplyForm.tsx";
import { TakeBackDialog } from "./TakeBackDialog.tsx";
import type { ThreadProps } from "./ThreadCard.tsx";

/** What others said of it, and the place to answer. */
export function ThreadReplies(props: ThreadProps) {
  const { data, threads, thread, requests, say } = props;
  const { thread: words, said } = useNotesMessages();
  const [takenBack, setTakenBack] = useState<NoteView | null>(null);
  return (
    <div className="note-replies">
      {thread.replies.length > 0 && (
        <ol>
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <NoteWords note={reply} />
              {reply.author.personId === data.me.personId && (
                <Button weight="quiet" onClick={() => setTakenBack(reply)}>
                  {words.takeBackReply}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {threads.me.mayAnnotate && <ReplyForm {...props} />}
      {takenBack && (
        <TakeBackDialog
          title={words.takeBackReplyQuestion}
          confirm={words.takeBackReply}
          text={takenBack.text}
          onTakeBack={() => requests.takeBackReply(thread.id, takenBack.id)}
          onDone={() => say(said.replyTakenBack)}
          onClose={() => setTakenBack(null)}
        />
      )}
    </div>
  );
}
