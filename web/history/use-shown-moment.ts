import { useEffect, useRef } from "react";

interface Steps {
  /** The address names another moment: a row was tapped, or Back was pressed. */
  onAddress: (place: number) => void;
  /** The moment stays where it is, long enough to be worth an address. */
  onRest: (place: number) => void;
}

/** Browsers refuse a page that changes its address many times a second. */
const restMs = 500;

/** Keeps the address and the moment that is shown together, without one for each step of a film. */
export function useShownMoment(
  addressed: number,
  shown: number,
  isPlaying: boolean,
  { onAddress, onRest }: Steps,
): void {
  const written = useRef(addressed);
  useEffect(() => {
    if (addressed === written.current) return;
    written.current = addressed;
    onAddress(addressed);
  }, [addressed, onAddress]);
  useEffect(() => {
    if (isPlaying || shown === written.current) return;
    const timer = setTimeout(() => {
      written.current = shown;
      onRest(shown);
    }, restMs);
    return () => clearTimeout(timer);
  }, [isPlaying, shown, onRest]);
}
