import { useId } from "react";

interface Props {
  label: string;
  hint?: string;
  value: string;
  onText: (text: string) => void;
}

/** A labelled field for several lines. */
export function LinesField({ label, hint, value, onText }: Props) {
  const hintId = useId();
  return (
    <label className="field">
      {label}
      <textarea
        rows={3}
        maxLength={2000}
        value={value}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onText(event.target.value)}
      />
      {hint && (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      )}
    </label>
  );
}
