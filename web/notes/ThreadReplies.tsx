import { useState } from "react";
import type { NoteView } from "../../party/notes/thread-view.ts";
import { Button } from "../design/Button.tsx";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { NoteWords } from "./NoteWords.tsx";
import { TakeBackDialog } from "./TakeBackDialog.tsx";
import type { ThreadProps } from "./ThreadCard.tsx";

/** What others said of it. */
export function ThreadReplies({ data, thread, requests, say }: ThreadProps) {
  const { thread: words, said } = useNotesMessages();
  const [takenBack, setTakenBack] = useState<NoteView | null>(null);
  if (thread.replies.length === 0) return null;
  return (
    <div className="note-replies">
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
