import { useEffect, useRef, useState } from "react";
import { nextPlace, type Speed } from "./playback.ts";

interface Film {
  place: number;
  last: number;
  /** Whether the moment that was asked for last is not shown yet. */
  isBehind: boolean;
  onMove: (place: number) => void;
}

/** Calm enough to read what changed; slower for whoever asked for little motion. */
const frameMs = { usual: 400, calm: 2_000 };

/** Plays the record on from where it is, never ahead of what can be shown. */
export function usePlayback({ place, last, isBehind, onMove }: Film) {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>("normal");
  const shownAt = useRef(0);
  const isRunning = isPlaying && place < last;

  useEffect(() => {
    if (!isRunning || isBehind) return;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const waitMs = isCalm ? frameMs.calm : frameMs.usual;
    const timer = setTimeout(() => {
      const now = performance.now();
      onMove(nextPlace(place, last, now - shownAt.current, speed));
      shownAt.current = now;
    }, waitMs);
    return () => clearTimeout(timer);
  }, [isRunning, isBehind, place, last, speed, onMove]);

  return {
    isPlaying: isRunning,
    speed,
    setSpeed,
    pause: () => setPlaying(false),
    /** From the start again where the end is reached. */
    play: () => {
      shownAt.current = performance.now();
      if (place >= last) onMove(0);
      setPlaying(true);
    },
  };
}
