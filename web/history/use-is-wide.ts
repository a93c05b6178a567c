import { useSyncExternalStore } from "react";

/** From here on timeline and text stand beside each other; history.css says the same. */
const wide = "(min-width: 64rem)";

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(wide).matches);
}

function subscribe(listener: () => void): () => void {
  const list = matchMedia(wide);
  list.addEventListener("change", listener);
  return () => list.removeEventListener("change", listener);
}
