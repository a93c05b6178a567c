import "../design/forms.css";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { usePublicCheckMessages } from "../messages/use-public-check-messages.ts";
import { isFingerprint, typedFingerprint } from "./typed-fingerprint.ts";

interface Props {
  /** As they were typed. */
  digits: string;
  onDigits: (digits: string) => void;
  onCheck: (fingerprint: string) => void;
}

/** The fingerprint from paper: typed or pasted, and read with patience. */
export function DigitsForm({ digits, onDigits, onCheck }: Props) {
  const { digits: words } = usePublicCheckMessages();
  const [isRefused, setRefused] = useState(false);
  const titleId = useId();
  const hintId = useId();
  const faultId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const fingerprint = typedFingerprint(digits);
  const wrongLetter = /[^0-9a-f]/.exec(fingerprint)?.[0];
  const isWrong = isRefused && !isFingerprint(fingerprint);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFingerprint(fingerprint)) return onCheck(fingerprint);
    setRefused(true);
    area.current?.focus();
  };
  return (
    <section className="section" aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      <form className="form" onSubmit={submit} noValidate>
        <label className="field">
          {words.label}
          <textarea
            ref={area}
            className="digits"
            rows={3}
            value={digits}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={400}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${faultId} ${hintId}` : hintId}
            onChange={(event) => onDigits(event.target.value)}
          />
          <span id={hintId} className="field-hint">
            {words.hint}
          </span>
        </label>
        {isWrong && (
          <p id={faultId} role="alert" className="failure-line">
            {wrongLetter === undefined
              ? words.wrongLength(fingerprint.length)
              : words.wrongLetter(wrongLetter)}
          </p>
        )}
        <div>
          <Button type="submit" icon="check">
            {words.check}
          </Button>
        </div>
      </form>
    </section>
  );
}
