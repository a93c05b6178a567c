import type { AgendaItemKind } from "./statuses.ts";

export const maxItemTitleLength = 160;
/** A day. */
export const maxItemMinutes = 24 * 60;
/** Of one forum. */
export const maxAgendaItems = 60;

const rankOf: Record<AgendaItemKind, number> = {
  opening: 0,
  case: 1,
  module: 1,
  practice: 1,
  agreement: 2,
  closing: 3,
};

/** The kinds that a new item of this kind is put behind: a case comes before "Kesepakatan". */
export function kindsBefore(kind: AgendaItemKind): AgendaItemKind[] {
  const kinds = Object.keys(rankOf) as AgendaItemKind[];
  return kinds.filter((each) => rankOf[each] <= rankOf[kind]);
}

/** When each item begins, one after the other. Times in ms since 1970. */
export function startsOf(
  items: readonly { durationMinutes: number }[],
  startsAt: number,
): number[] {
  let at = startsAt;
  return items.map(({ durationMinutes }) => {
    const start = at;
    at += durationMinutes * 60_000;
    return start;
  });
}

/** By how many minutes the items are longer than the forum; negative where time is left. */
export function minutesOver(
  items: readonly { durationMinutes: number }[],
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
): number {
  const total = items.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  return total - Math.round((endsAt - startsAt) / 60_000);
}
