import { useSyncExternalStore } from "react";

/** How much of the page's foot a phone's keyboard covers, px: what is fixed there hides behind it. */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  visualViewport?.addEventListener("resize", listener);
  visualViewport?.addEventListener("scroll", listener);
  return () => {
    visualViewport?.removeEventListener("resize", listener);
    visualViewport?.removeEventListener("scroll", listener);
  };
}

function read(): number {
  // Zoomed with two fingers, the viewport is small for another reason.
  if (!visualViewport || visualViewport.scale > 1.01) return 0;
  return Math.max(0, Math.round(innerHeight - visualViewport.height - visualViewport.offsetTop));
}
