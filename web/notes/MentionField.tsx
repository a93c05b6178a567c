import "../design/forms.css";
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import type { CitedRegulation, Mentioned } from "../../party/notes/thread-view.ts";
import { Button } from "../design/Button.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import {
  addCitation,
  addMention,
  candidatesOf,
  mentionedIn,
  queryAt,
  removeCitation,
  removeMention,
} from "./mentions.ts";
import { NoteCitations } from "./NoteCitations.tsx";
import type { Mentions } from "./use-note-draft.ts";
import { useTypedCitation } from "./use-typed-citation.ts";

interface Value {
  text: string;
  mentions: Mentions;
}

interface Props {
  label: string;
  rows: number;
  value: Value;
  mentionable: Mentioned;
  /** The field itself, for whoever puts the focus there. */
  field?: RefObject<HTMLTextAreaElement | null>;
  onChange: (value: Value) => void;
}

/**
 * Words, and who is named in them. Names do not stand in the words: in an unnamed case each reader
 * knows them by another one.
 */
export function MentionField({ label, rows, value, mentionable, field, onChange }: Props) {
  const { write: words } = useNotesMessages();
  const { masks } = useMessages();
  const id = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  const textarea = field ?? own;
  const [query, setQuery] = useState<string | null>(null);
  const newlyCited = useTypedCitation();
  const [place, setPlace] = useState(0);
  const found = query === null ? [] : candidatesOf(mentionable, query, value.mentions, masks);
  const isOpen = query !== null && (found.length > 0 || query === "");
  const named = mentionedIn(mentionable, value.mentions, masks);

  const look = ({ value: text, selectionStart }: HTMLTextAreaElement) => {
    setQuery(queryAt(text, selectionStart));
    setPlace(0);
  };
  const choose = (candidate: (typeof found)[number] | undefined) => {
    const caret = textarea.current?.selectionStart ?? value.text.length;
    if (!candidate || query === null) return;
    const start = caret - query.length - 1;
    const text = value.text.slice(0, start) + value.text.slice(caret);
    onChange({ text, mentions: addMention(value.mentions, candidate) });
    setQuery(null);
    requestAnimationFrame(() => textarea.current?.setSelectionRange(start, start));
    textarea.current?.focus();
  };
  const begin = () => {
    const caret = textarea.current?.selectionStart ?? value.text.length;
    const before = value.text.slice(0, caret);
    const sign = /\S$/.test(before) ? " @" : "@";
    onChange({ ...value, text: before + sign + value.text.slice(caret) });
    setQuery("");
    textarea.current?.focus();
    const end = caret + sign.length;
    requestAnimationFrame(() => textarea.current?.setSelectionRange(end, end));
  };
  const cite = (cited: CitedRegulation) => {
    const caret = textarea.current?.selectionStart ?? value.text.length;
    const before = value.text.slice(0, caret);
    const words = /\S$/.test(before) ? ` ${cited.words}` : cited.words;
    onChange({
      text: before + words + value.text.slice(caret),
      mentions: addCitation(value.mentions, cited),
    });
    textarea.current?.focus();
    const end = caret + words.length;
    requestAnimationFrame(() => textarea.current?.setSelectionRange(end, end));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && event.ctrlKey) return event.currentTarget.form?.requestSubmit();
    if (!isOpen || event.altKey) return;
    if (event.key === "Escape") setQuery(null);
    else if (event.key === "ArrowDown") setPlace((place + 1) % Math.max(1, found.length));
    else if (event.key === "ArrowUp")
      setPlace((place + found.length - 1) % Math.max(1, found.length));
    else if ((event.key === "Enter" || event.key === "Tab") && found.length > 0)
      choose(found[place]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="mention-field">
      <label className="field">
        {label}
        <textarea
          ref={textarea}
          rows={rows}
          maxLength={4000}
          value={value.text}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen && found[place] ? `${id}-${place}` : undefined}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => {
            const cited = newlyCited(value.text, target.value);
            const mentions = cited.reduce(addCitation, value.mentions);
            onChange({ text: target.value, mentions });
            look(target);
          }}
          onClick={({ currentTarget }) => look(currentTarget)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={`${id}-list`} role="listbox" aria-label={words.mentionList} hidden={!isOpen}>
        {found.map((candidate, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
          <div
            key={candidate.id}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === place}
            ref={(option) => {
              if (at === place && isOpen) option?.scrollIntoView({ block: "nearest" });
            }}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(candidate)}
          >
            {candidate.name}
            {candidate.from && <span className="soft small"> {candidate.from}</span>}
          </div>
        ))}
      </div>
      {isOpen && found.length === 0 && <p className="soft small">{words.noMention}</p>}
      <p id={`${id}-hint`} className="only-read-aloud">
        {words.mentionHint}
      </p>
      <div className="row">
        <Button weight="quiet" onClick={begin}>
          @ {words.mention}
        </Button>
        <NoteCitations
          cited={value.mentions.regulations}
          onCite={cite}
          onRemove={(regulationId) => {
            onChange({ ...value, mentions: removeCitation(value.mentions, regulationId) });
            textarea.current?.focus();
          }}
        />
      </div>
      {named.length > 0 && (
        <ul className="mentioned" aria-label={words.mentioned}>
          {named.map((each) => (
            <li key={each.id}>
              {each.name}
              <Button
                weight="quiet"
                icon="close"
                aria-label={words.unmention(each.name)}
                onClick={() => {
                  onChange({ ...value, mentions: removeMention(value.mentions, each) });
                  textarea.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
