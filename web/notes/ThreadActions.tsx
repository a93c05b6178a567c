import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { newProblemAddress } from "../problem-map/source-address.ts";
import { useEditsMap } from "../problem-map/use-edits-map.ts";
import { TakeBackDialog } from "./TakeBackDialog.tsx";
import type { ThreadProps } from "./ThreadCard.tsx";

/** What this person may do with a thread besides answering it. */
export function ThreadActions(props: ThreadProps) {
  const { data, threads, thread, requests, say } = props;
  const { thread: words, said } = useNotesMessages();
  const collects = useEditsMap();
  const [isTakingBack, setTakingBack] = useState(false);
  const act = useMutation({
    mutationFn: ({ work }: { work: () => Promise<unknown>; words: string }) => work(),
    onSuccess: (_, { words }) => say(words),
  });
  const run = (work: () => Promise<unknown>, words: string) => {
    if (!act.isPending) act.mutate({ work, words });
  };
  const { id, closed, author, replies, accepted } = thread;
  const isOwn = author.personId === data.me.personId;
  const isAnswered = replies.some((reply) => reply.author.personId !== author.personId);
  const mayClose = threads.me.mayCloseEvery || (isOwn && threads.me.mayAnnotate);
  return (
    <div className="note-actions">
      {mayAccept(props) && (
        <Button
          weight="primary"
          icon="check"
          aria-busy={act.isPending}
          onClick={() => run(() => requests.accept(id), said.accepted)}
        >
          {words.accept}
        </Button>
      )}
      {mayClose && !accepted && (
        <Button
          icon={closed ? "undo" : "check"}
          aria-busy={act.isPending}
          onClick={() =>
            closed
              ? run(() => requests.reopen(id), said.reopened)
              : run(() => requests.close(id), said.closed)
          }
        >
          {closed ? words.reopen : words.close}
        </Button>
      )}
      {isOwn && !isAnswered && !accepted && (
        <Button weight="quiet" onClick={() => setTakingBack(true)}>
          {words.takeBack}
        </Button>
      )}
      {data.document.kind === "case" && collects && (
        <LinkButton
          weight="quiet"
          href={newProblemAddress({ kind: "note", documentId: data.document.id, threadId: id })}
        >
          {words.toProblemMap}
        </LinkButton>
      )}
      <FailureLine error={act.error} />
      {isTakingBack && (
        <TakeBackDialog
          title={words.takeBackQuestion}
          confirm={words.takeBack}
          text={thread.text}
          onTakeBack={() => requests.takeBack(id)}
          onDone={() => say(said.takenBack)}
          onClose={() => setTakingBack(false)}
        />
      )}
    </div>
  );
}

/** Whoever may write where it stands; the room decides. */
function mayAccept({ data, thread, place }: ThreadProps): boolean {
  if (thread.suggestion === null || thread.accepted || thread.closed || !place) return false;
  const { mayWrite, lanes } = data.me;
  const { laneVillageId } = place;
  return mayWrite && (lanes === "all" || laneVillageId === null || lanes.includes(laneVillageId));
}
