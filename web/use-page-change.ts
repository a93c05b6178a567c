import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

let isGoingBack = false;
addEventListener("popstate", () => {
  isGoingBack = true;
});

/** A new page starts at its top and is where the keyboard and the screen reader go on. */
export function usePageChange(): void {
  const [path] = useLocation();
  const lastPath = useRef(path);
  useEffect(() => {
    if (path === lastPath.current) return;
    lastPath.current = path;
    document.getElementById("content")?.focus({ preventScroll: true });
    // Going back, the browser itself returns to where the person was.
    if (!isGoingBack) scrollTo(0, 0);
    isGoingBack = false;
  }, [path]);
}
