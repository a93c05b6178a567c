import type { ThreadKind } from "../../domain/statuses.ts";
import type { ThreadView } from "../../party/notes/thread-view.ts";
import type { Places } from "./use-places.ts";

export const stateFilters = ["all", "open", "done", "unread"] as const;

/** Which threads a person wants to see; null: of every kind, of every village. */
export interface ThreadFilter {
  kind: ThreadKind | null;
  /** A village's id, or `noVillage`. */
  village: string | null;
  state: (typeof stateFilters)[number];
}

/** In place of a village's id: whoever comes from an office. */
export const noVillage = "none";

export const noFilter: ThreadFilter = { kind: null, village: null, state: "all" };

/** @param fresh the ids of threads that were unread when this person last opened the list */
export function filterThreads(
  threads: readonly ThreadView[],
  { kind, village, state }: ThreadFilter,
  fresh: ReadonlySet<string>,
): ThreadView[] {
  return threads.filter(
    (thread) =>
      (kind === null || thread.kind === kind) &&
      (village === null || villageOf(thread) === village) &&
      (state === "all" ||
        (state === "unread"
          ? fresh.has(thread.id)
          : (thread.closed !== null) === (state === "done"))),
  );
}

export function villageOf({ author }: ThreadView): string {
  return author.village?.id ?? noVillage;
}

/** The threads in the order of the text, and apart those that stand at no place in it. */
export function orderThreads(threads: readonly ThreadView[], places: Places) {
  const inText: ThreadView[] = [];
  const beside: ThreadView[] = [];
  const orphaned: ThreadView[] = [];
  for (const thread of threads) {
    if (thread.placement === "orphaned") orphaned.push(thread);
    else if (thread.placement === "beside") beside.push(thread);
    else inText.push(thread);
  }
  const placeOf = ({ id }: ThreadView) => places.get(id)?.from ?? Number.POSITIVE_INFINITY;
  inText.sort((a, b) => placeOf(a) - placeOf(b) || a.at - b.at);
  for (const group of [beside, orphaned]) group.sort((a, b) => a.at - b.at);
  return { inText, beside, orphaned };
}
