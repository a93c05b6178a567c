import type { MouseEvent } from "react";
import { navigate } from "wouter/use-browser-location";

/**
 * For the parent of many plain links: follows them without loading the page anew. A map has some two
 * hundred, and as many `Link` components would take a cheap phone as long as the map itself.
 */
export function followLink(event: MouseEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href");
  if (!href) return;
  event.preventDefault();
  navigate(href);
}
