import { useState } from "react";
import { keepPlaces } from "./order.ts";

/** The items in the places in which this page first showed them. */
export function useKeptPlaces<T extends { id: string }>(items: readonly T[]): T[] {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const kept = keepPlaces(seen, items);
  const known = new Set(seen);
  const added = kept.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  // Setting state while drawing is React's way to derive it from the last drawing.
  if (added.length > 0) setSeen([...seen, ...added]);
  return kept;
}
