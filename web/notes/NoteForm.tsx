import { useMutation } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Threads, ThreadView } from "../../party/notes/thread-view.ts";
import { isStatus } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useIsOffline } from "../design/use-is-offline.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { KindChoice } from "./KindChoice.tsx";
import { MentionField } from "./MentionField.tsx";
import { notedPlace } from "./noted-place.ts";
import { PlaceChoice } from "./PlaceChoice.tsx";
import { SuggestionField } from "./SuggestionField.tsx";
import { showWords } from "./show-in-text.ts";
import { draftAbout, type NoteDraft } from "./use-note-draft.ts";
import { useThreadRequests } from "./use-thread-requests.ts";

interface Props {
  data: DocumentPageData;
  editor: Editor | null;
  /** Undefined where they could not be had. */
  threads: Threads | undefined;
  draft: NoteDraft;
  onDraft: (draft: NoteDraft) => void;
  onSent: (thread: ThreadView) => void;
  onDiscard: () => void;
}

const nobody = { villages: [], people: [] };

/** A new note: what kind, about which words, what is said. */
export function NoteForm({ data, editor, threads, draft, onDraft, onSent, onDiscard }: Props) {
  const { write: words, thread: threadWords } = useNotesMessages();
  const { add } = useThreadRequests(data.document.id);
  const isOffline = useIsOffline();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const { place, kind, text, suggestion } = draft;
  const maySuggest =
    kind === "correction" && threads?.me.maySuggest === true && !place?.quote.includes("\n");
  const send = useMutation({
    mutationFn: () =>
      add({ ...draft, isSuggestion: maySuggest && suggestion !== (place?.quote ?? "") }),
    onSuccess: onSent,
  });

  // The first thing to do: where it is, or what kind.
  useEffect(() => form.current?.querySelector<HTMLElement>("select, input")?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const gap = !place
      ? words.needsPlace
      : !kind
        ? words.needsKind
        : text.trim() === ""
          ? words.needsText
          : null;
    setMissing(gap);
    if (gap === null && !send.isPending) send.mutate();
  };
  const isUnreachable = isStatus(send.error, 0);

  return (
    <form ref={form} className="note-form notes-body" onSubmit={submit} noValidate>
      <h3>{words.title}</h3>
      {place ? (
        <blockquote className="note-quote" data-kind={kind ?? undefined}>
          <span className="only-read-aloud">{words.about} </span>
          {place.quote}
        </blockquote>
      ) : (
        editor && (
          <PlaceChoice
            editor={editor}
            onChoose={(range) => {
              onDraft(draftAbout(notedPlace(editor, range), draft));
              showWords(editor, range);
            }}
          />
        )
      )}
      <KindChoice kind={kind} onChoose={(next) => onDraft({ ...draft, kind: next })} />
      <MentionField
        label={words.text}
        rows={3}
        value={draft}
        mentionable={threads?.mentionable ?? nobody}
        onChange={(change) => onDraft({ ...draft, ...change })}
      />
      {maySuggest && place && (
        <SuggestionField
          quote={place.quote}
          suggestion={suggestion}
          onChange={(next) => onDraft({ ...draft, suggestion: next })}
        />
      )}
      {missing && (
        <p role="alert" className="failure-line">
          {missing}
        </p>
      )}
      {isUnreachable ? (
        <p role="alert" className="failure-line">
          {words.unreachable}
        </p>
      ) : (
        <FailureLine error={send.error} />
      )}
      {isOffline && (
        <p role="status" className="soft">
          {words.offline}
        </p>
      )}
      <div className="row">
        <Button
          type="submit"
          weight="primary"
          icon="send"
          disabled={isOffline}
          aria-busy={send.isPending}
        >
          {send.isPending ? words.sending : isUnreachable ? words.again : words.send}
        </Button>
        <Button weight="quiet" onClick={() => (text.trim() === "" ? onDiscard() : setAsking(true))}>
          {text.trim() === "" ? threadWords.cancel : words.discard}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={words.discardQuestion}
          confirm={words.discard}
          cancel={words.keep}
          isDangerous
          isPending={false}
          error={null}
          onConfirm={onDiscard}
          onClose={() => setAsking(false)}
        >
          <p>{words.discardConsequence}</p>
        </ConfirmDialog>
      )}
    </form>
  );
}
