import { useEffect, useState } from "react";

const settledAfterMs = 300;

/** A claim that is taken back at once, and made again only when it has held for a moment. */
export function useSettled(claim: boolean): boolean {
  const [hasHeld, setHasHeld] = useState(claim);
  useEffect(() => {
    if (!claim) return setHasHeld(false);
    const timer = setTimeout(() => setHasHeld(true), settledAfterMs);
    return () => clearTimeout(timer);
  }, [claim]);
  return claim && hasHeld;
}
