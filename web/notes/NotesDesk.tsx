import "./note-card.css";
import "./note-form.css";
import "./notes.css";
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import type { DocumentPageData } from "../document/document-query.ts";
import type { Notes } from "../document/use-notes.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { NoteForm } from "./NoteForm.tsx";
import { NotesPanel } from "./NotesPanel.tsx";
import { maxQuoteLength, notedPlace, selectedRange, type TextRange } from "./noted-place.ts";
import { SaidLine, useSaid } from "./SaidLine.tsx";
import { SelectionButton } from "./SelectionButton.tsx";
import { isSheet, showThread, showWords } from "./show-in-text.ts";
import { ThreadList } from "./ThreadList.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useDraftHighlight } from "./use-draft-highlight.ts";
import { useMarkPaint } from "./use-mark-paint.ts";
import { draftAbout, useNoteDraft } from "./use-note-draft.ts";
import { usePlaces } from "./use-places.ts";
import { useTappedThread } from "./use-tapped-thread.ts";

interface Props {
  data: DocumentPageData;
  /** Null where the document is read without one. */
  editor: Editor | null;
  notes: Notes;
  /** Null for whoever may not remove personal data. */
  onRedact: ((words: string) => void) | null;
}

/** What is noted beside the text: marks in it, the list, and the form for a new note. */
export default function NotesDesk({ data, editor, notes, onRedact }: Props) {
  const words = useNotesMessages();
  const { threads, isOpen, setOpen } = notes;
  const { personId } = data.me;
  const places = usePlaces(editor);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [draft, setDraft] = useNoteDraft(data.document.id, personId);
  const [isWriting, setWriting] = useState(draft !== null);
  const [said, say] = useSaid();
  const before = useRef<{ focus: Element | null; wasOpen: boolean }>({
    focus: null,
    wasOpen: true,
  });
  const mayAnnotate = threads?.me.mayAnnotate ?? false;

  // A note that was begun before the page was loaded anew is shown again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (isWriting) setOpen(true);
  }, []);
  useMarkPaint(threads?.threads ?? [], isOpen && !isWriting ? activeId : null);
  useDraftHighlight(editor, isOpen && isWriting ? (draft?.place ?? null) : null);
  useArrivals(threads, personId, say);
  useTappedThread(editor, (id) => {
    if (!isOpen && editor?.isEditable) return;
    setActiveId(id);
    setOpen(true);
    if (editor) requestAnimationFrame(() => showThread(editor, id));
  });

  const write = (range: TextRange | null) => {
    const place = range && editor ? notedPlace(editor, range) : null;
    if (place && place.quote.length > maxQuoteLength) return say(words.write.tooLong);
    before.current = { focus: document.activeElement, wasOpen: isOpen };
    if (place || !draft) setDraft(draftAbout(place, draft));
    setWriting(true);
    setOpen(true);
    if (editor && range) requestAnimationFrame(() => showWords(editor, range));
  };
  useShortcut(() => {
    if (editor && mayAnnotate) write(selectedRange(editor.view));
  });

  const returnFocus = () => {
    const { focus } = before.current;
    if (editor?.isEditable && editor.view.dom.contains(focus)) editor.view.focus();
    else document.querySelector<HTMLElement>(".notes-button")?.focus();
  };
  const stopWriting = () => {
    setDraft(null);
    setWriting(false);
    if (isSheet() && !before.current.wasOpen) setOpen(false);
    returnFocus();
  };

  return (
    <div className="notes-layer">
      {mayAnnotate && editor && <SelectionButton {...{ editor, onRedact }} onNote={write} />}
      {isOpen && (
        <NotesPanel
          onClose={() => {
            setOpen(false);
            returnFocus();
          }}
        >
          {isWriting && draft ? (
            <NoteForm
              {...{ data, editor, threads, draft }}
              onDraft={setDraft}
              onSent={({ id }) => {
                setActiveId(id);
                stopWriting();
                say(words.said.sent);
              }}
              onDiscard={stopWriting}
            />
          ) : (
            <ThreadList
              {...{ data, threads, places, activeId, say }}
              onActive={setActiveId}
              onShow={(id) => editor && showThread(editor, id)}
              {...(mayAnnotate && { onWrite: () => write(null) })}
            />
          )}
        </NotesPanel>
      )}
      <SaidLine said={said} />
    </div>
  );
}

/** Ctrl+Alt+M, wherever the focus is. */
function useShortcut(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.code !== "KeyM") return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
