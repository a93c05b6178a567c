import "./forms.css";
import { type ComponentProps, useId } from "react";

interface Props extends Omit<ComponentProps<"input">, "value" | "onChange" | "className"> {
  label: string;
  hint?: string;
  value: string;
  onText: (text: string) => void;
}

/** A labelled line to type in. */
export function TextField({ label, hint, value, onText, ...rest }: Props) {
  const hintId = useId();
  return (
    <label className="field">
      {label}
      <input
        {...rest}
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
