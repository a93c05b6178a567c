import { useCallback, useRef, useState } from "react";

/** What was done or happened, for eyes and ears. */
interface Said {
  words: string;
  /** Counts, so that the same words are said again. */
  turn: number;
  /** Whether it is for screen readers alone. */
  isQuiet: boolean;
}

export type Say = (words: string, isQuiet?: boolean) => void;

const shownMs = 6000;

export function useSaid(): [Said | null, Say] {
  const [said, setSaid] = useState<Said | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useCallback<Say>((words, isQuiet = false) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(null), shownMs);
    setSaid((last) => ({ words, turn: (last?.turn ?? 0) + 1, isQuiet }));
  }, []);
  return [said, say];
}

export function SaidLine({ said }: { said: Said | null }) {
  return (
    <p className="notes-said" role="status" data-quiet={said?.isQuiet ?? true}>
      {said && <span key={said.turn}>{said.words}</span>}
    </p>
  );
}
