import { useEffect, useRef } from "react";
import type { Threads } from "../../party/notes/thread-view.ts";
import { personName, villageName } from "../design/shown-name.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import type { Say } from "./SaidLine.tsx";

/** In a busy hall several notes are told of in one sentence. */
const gatherMs = 1500;

/** Tells of notes that others set while this person works, without taking their place. */
export function useArrivals(threads: Threads | undefined, personId: string, say: Say): void {
  const { said } = useNotesMessages();
  const { masks } = useMessages();
  const known = useRef<Set<string> | null>(null);
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (!threads) return;
    const before = known.current;
    known.current = new Set(threads.threads.map(({ id }) => id));
    if (!before) return;
    for (const { id, author } of threads.threads) {
      if (before.has(id) || author.personId === personId) continue;
      waiting.current.push(
        author.village ? villageName(author.village, masks) : personName(author, masks),
      );
    }
    if (waiting.current.length === 0 || timer.current) return;
    timer.current = setTimeout(() => {
      const [from = "", ...others] = waiting.current.splice(0);
      timer.current = undefined;
      say(others.length === 0 ? said.arrived(from) : said.arrivedMany(others.length + 1), true);
    }, gatherMs);
  }, [threads, personId, masks, said, say]);

  useEffect(() => () => clearTimeout(timer.current), []);
}
