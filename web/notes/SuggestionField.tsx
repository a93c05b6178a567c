import "../design/forms.css";
import { useId } from "react";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { SuggestedWords } from "./SuggestedWords.tsx";

interface Props {
  quote: string;
  suggestion: string;
  onChange: (suggestion: string) => void;
}

/** Other words for the quoted ones; unchanged, nothing is proposed. */
export function SuggestionField({ quote, suggestion, onChange }: Props) {
  const { write: words } = useNotesMessages();
  const hintId = useId();
  return (
    <>
      <label className="field">
        {words.suggestion}
        <textarea
          rows={2}
          maxLength={4000}
          value={suggestion}
          aria-describedby={hintId}
          onChange={({ target }) => onChange(target.value)}
        />
        <span id={hintId} className="field-hint">
          {suggestion === "" ? words.suggestionEmpty : words.suggestionHint}
        </span>
      </label>
      {suggestion !== quote && <SuggestedWords quote={quote} suggestion={suggestion} />}
    </>
  );
}
