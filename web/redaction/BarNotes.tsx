import { useEffect, useRef, useState } from "react";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { type LetterId, redactionAt } from "./bar-letters.ts";
import type { Redaction } from "./redactions-query.ts";
import { useRedactionWords } from "./use-redaction-words.ts";

interface Props {
  redactions: readonly Redaction[];
  /** The letter at which a bar on the page begins. */
  letterOf: (bar: HTMLElement) => LetterId | null;
}

interface Shown {
  letter: LetterId | null;
  top: number;
  left: number;
}

const marginPx = 16;
const widthPx = 360;

/** Hovering over a bar, tapping it or reaching it by keyboard tells what was removed, by whom and why. */
export function BarNotes({ redactions, letterOf }: Props) {
  const { bar: words, kinds } = useRedactionMessages();
  const { hands } = useRedactionWords();
  const [shown, setShown] = useState<Shown | null>(null);
  const latest = useRef(letterOf);
  latest.current = letterOf;
  useEffect(() => {
    let bar: HTMLElement | null = null;
    const place = () => {
      if (!bar?.isConnected) return setShown(null);
      const { bottom, left } = bar.getBoundingClientRect();
      setShown({
        letter: latest.current(bar),
        top: bottom + marginPx / 2,
        left: Math.max(marginPx, Math.min(left, innerWidth - widthPx - marginPx)),
      });
    };
    const look = ({ target }: Event) => {
      bar = target instanceof Element ? target.closest<HTMLElement>(".redacted-bar") : null;
      place();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") setShown(null);
    };
    const events = ["mouseover", "click", "focusin"] as const;
    for (const event of events) document.addEventListener(event, look);
    document.addEventListener("keydown", onKey);
    addEventListener("scroll", place, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, look);
      document.removeEventListener("keydown", onKey);
      removeEventListener("scroll", place);
    };
  }, []);
  if (!shown) return null;
  const { letter, top, left } = shown;
  const redaction = redactionAt(redactions, letter);
  return (
    <div className="bar-note" role="status" style={{ top, left }}>
      {redaction === null ? (
        <p>{words.unknown}</p>
      ) : (
        <>
          <p>
            <strong>{words.what(kinds[redaction.reasonKind])}</strong>
          </p>
          {redaction.reason !== "" && <p>{redaction.reason}</p>}
          {hands(redaction).map((hand) => (
            <p key={hand}>{hand}</p>
          ))}
        </>
      )}
    </div>
  );
}
