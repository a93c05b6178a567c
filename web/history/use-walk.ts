import { type RefObject, useEffect, useState } from "react";

export interface Walk {
  /** The number of the change at which the reader stands; null before they walk. */
  current: number | null;
  count: number;
  go: (number: number) => void;
  previous: () => void;
  next: () => void;
}

/**
 * Walks through the changes in the text below `within`; from the last one on to the first.
 * @param of what is walked through: another one is begun anew
 */
export function useWalk(count: number, of: unknown, within: RefObject<HTMLElement | null>): Walk {
  const [place, setPlace] = useState<{ of: unknown; current: number | null }>({
    of,
    current: null,
  });
  const current = place.of === of ? place.current : null;
  const go = (number: number) => {
    if (count > 0) setPlace({ of, current: (number + count) % count });
  };
  const walk: Walk = {
    ...{ current, count, go },
    previous: () => go((current ?? count) - 1),
    next: () => go((current ?? -1) + 1),
  };

  useEffect(() => {
    if (current === null || !within.current) return;
    const pieces = [...within.current.querySelectorAll(`[data-change="${current}"]`)];
    for (const piece of pieces) piece.setAttribute("data-current", "");
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    pieces[0]?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
    return () => {
      for (const piece of pieces) piece.removeAttribute("data-current");
    };
  }, [current, within]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isForTyping(event.target)) return;
      if (event.key === "n" || event.key === "ArrowRight") walk.next();
      else if (event.key === "p" || event.key === "ArrowLeft") walk.previous();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  });

  return walk;
}

function isForTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}
