import { useSyncExternalStore } from "react";
import type { Place } from "../../party/forum/session-state.ts";

interface Following {
  /** The forum whose leader this page follows. */
  forumId: string | null;
  /** Whether the person went elsewhere by themselves, which ends it. */
  hasLeft: boolean;
  /** Where the leader went while the person was busy. */
  pending: Place | null;
}

let state: Following = { forumId: null, hasLeft: false, pending: null };
/** Where following led last: somebody who is elsewhere went there by themselves. */
let ledTo: string | null = null;
/** The last of the leader's calls that was answered. */
let answered = -1;
const listeners = new Set<() => void>();

export function useFollowing(): Following {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

export function startFollowing(forumId: string): void {
  ledTo = null;
  answered = -1;
  become({ forumId, hasLeft: false, pending: null });
}

export function stopFollowing(): void {
  become({ forumId: null, hasLeft: false, pending: null });
}

export function isNews({ count }: Place): boolean {
  return count !== answered;
}

/** The leader went there, and so does this page. */
export function answer({ count }: Place, path: string): void {
  answered = count;
  ledTo = path;
  if (state.pending) become({ ...state, pending: null });
}

/** The leader went there, and this page does not: the person is busy. */
export function postpone(place: Place): void {
  answered = place.count;
  become({ ...state, pending: place });
}

/** Ends it for whoever went to another page by themselves. */
export function noticeOwnWay(path: string): void {
  if (state.forumId !== null && ledTo !== null && path !== ledTo) {
    become({ forumId: null, hasLeft: true, pending: null });
  }
}

function become(next: Following): void {
  state = next;
  for (const listener of listeners) listener();
}
