import { useEffect, useState } from "react";
import { ApiError } from "../api.ts";

interface Seen<T> {
  /** Of the attempt to save. */
  error: unknown;
  /** As it stands now. */
  known: T;
  /** What the next attempt says that its sender saw. */
  basedOn: T;
  onSeen: (known: T) => void;
}

/**
 * What somebody else saved meanwhile, once an attempt was refused for it; null before. Whoever was
 * shown it has seen it: the next attempt is based on that, and is meant.
 */
export function useMeanwhile<T>({ error, known, basedOn, onSeen }: Seen<T>): T | null {
  const [meanwhile, setMeanwhile] = useState<T | null>(null);
  const isConflict = error instanceof ApiError && error.code === "changed-meanwhile";
  const isNew = isConflict && JSON.stringify(known) !== JSON.stringify(basedOn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that somebody saved
  useEffect(() => {
    if (!isNew) return;
    setMeanwhile(known);
    onSeen(known);
  }, [isNew, JSON.stringify(known)]);
  return meanwhile;
}
