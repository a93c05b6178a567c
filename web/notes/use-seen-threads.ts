import { type RefObject, useEffect, useRef, useState } from "react";
import type { Threads, ThreadView } from "../../party/notes/thread-view.ts";
import { isUnread } from "../document/threads-query.ts";
import { quietly } from "../offline/quietly.ts";

/** A list that is rolled past is not read. */
const readAfterMs = 800;
const visibleShare = 0.3;

/**
 * Marks what this person has before their eyes as read. Returns the threads that were unread since
 * the list was opened: they stay marked as new while they are being read.
 */
export function useSeenThreads(
  list: RefObject<HTMLElement | null>,
  threads: Threads | undefined,
  personId: string,
  markRead: (threads: readonly ThreadView[]) => Promise<void>,
): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [visible, setVisible] = useState<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unread = threads?.threads.filter((each) => isUnread(each, threads, personId)) ?? [];
  const seen = useRef(unread);
  seen.current = unread.filter(({ id }) => visible.has(id));

  useEffect(() => {
    if (unread.some(({ id }) => !fresh.has(id))) {
      setFresh(new Set([...fresh, ...unread.map(({ id }) => id)]));
    }
    if (seen.current.length === 0) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // Without a connection they stay unread.
      void quietly(() => markRead(seen.current));
    }, readAfterMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  // With every drawing: other threads, or another filter, have other cards.
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => setVisible((known) => withEntries(known, entries)),
      { threshold: visibleShare },
    );
    for (const card of list.current?.querySelectorAll(".note-card") ?? []) observer.observe(card);
    return () => observer.disconnect();
  });

  return fresh;
}

function withEntries(
  known: ReadonlySet<string>,
  entries: readonly IntersectionObserverEntry[],
): ReadonlySet<string> {
  const next = new Set(known);
  for (const { target, isIntersecting } of entries) {
    const id = target.id.slice("note-".length);
    if (isIntersecting) next.add(id);
    else next.delete(id);
  }
  return next.size === known.size && [...next].every((id) => known.has(id)) ? known : next;
}
