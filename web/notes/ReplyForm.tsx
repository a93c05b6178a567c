import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { readKept, replyDraftKey, writeKept } from "../document/tab-storage.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { MentionField } from "./MentionField.tsx";
import type { ThreadProps } from "./ThreadCard.tsx";
import { type Mentions, noMentions } from "./use-note-draft.ts";

interface ReplyDraft {
  id: string;
  text: string;
  mentions: Mentions;
}

/** Answers a thread; what was begun outlives a failure and a reload. */
export function ReplyForm({ data, threads, thread, requests, say }: ThreadProps) {
  const { thread: words, write, said } = useNotesMessages();
  const who = { documentId: data.document.id, personId: data.me.personId };
  const key = replyDraftKey(who, thread.id);
  const [draft, setDraft] = useState(() => parse(readKept(key)));
  const [isOpen, setOpen] = useState(draft.text !== "");
  const field = useRef<HTMLTextAreaElement>(null);
  const keep = (next: ReplyDraft) => {
    const isEmpty = next.text === "" && isNobody(next.mentions);
    writeKept(key, isEmpty ? null : JSON.stringify(next));
    setDraft(next);
  };
  const send = useMutation({
    mutationFn: () => requests.reply(thread.id, draft),
    onSuccess: () => {
      keep(emptyReply());
      setOpen(false);
      say(said.replied);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.text.trim() !== "" && !send.isPending) send.mutate();
  };
  const begin = () => {
    setOpen(true);
    // The field is there with the next drawing.
    requestAnimationFrame(() => field.current?.focus());
  };
  const isEmpty = draft.text.trim() === "";
  if (!isOpen) {
    return (
      <Button icon="undo" onClick={begin}>
        {words.reply}
      </Button>
    );
  }
  return (
    <form className="note-form" onSubmit={submit}>
      <MentionField
        label={words.replyText}
        rows={2}
        field={field}
        value={draft}
        mentionable={threads.mentionable}
        onChange={(change) => keep({ ...draft, ...change })}
      />
      <FailureLine error={send.error} />
      <div className="row">
        <Button type="submit" icon="send" disabled={isEmpty} aria-busy={send.isPending}>
          {send.isPending ? write.sending : words.sendReply}
        </Button>
        {isEmpty && (
          <Button weight="quiet" onClick={() => setOpen(false)}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}

function emptyReply(): ReplyDraft {
  return { id: crypto.randomUUID(), text: "", mentions: noMentions };
}

function parse(kept: string | null): ReplyDraft {
  if (kept === null) return emptyReply();
  const draft = JSON.parse(kept) as ReplyDraft; // As `keep` wrote it.
  // A page that was older knew of no citations.
  return { ...draft, mentions: { ...noMentions, ...draft.mentions } };
}

function isNobody({ villageIds, personIds, regulations }: Mentions): boolean {
  return villageIds.length + personIds.length + regulations.length === 0;
}
