import { useSyncExternalStore } from "react";

/** A reload of the page must still know the link; the tab's own storage ends with the tab. */
const key = "link-token";
const listeners = new Set<() => void>();
let token: string | null = null;

/**
 * Takes the link's token out of the address, where a shoulder, a screenshot or the browser's
 * history would find it. Called before anything is drawn.
 */
export function takeLinkToken(): void {
  addEventListener("hashchange", take);
  take();
  token ??= readKept();
}

export function useLinkToken(): string | null {
  return useSyncExternalStore(subscribe, () => token);
}

export function forgetLinkToken(): void {
  change(null);
}

function take(): void {
  const { pathname, hash } = location;
  if (pathname !== "/masuk" || hash.length < 2) return;
  history.replaceState(history.state, "", pathname);
  change(hash.slice(1));
}

function change(next: string | null): void {
  token = next;
  try {
    if (next === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, next);
  } catch {
    // Without storage a reload forgets the link, and the page says how to open it again.
  }
  for (const listener of listeners) listener();
}

function readKept(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
