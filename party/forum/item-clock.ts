import type { SessionState } from "./session-state.ts";

/** The current item of the agenda and its time; times by the room's clock. */
export interface ItemClock {
  itemId: string;
  title: string;
  /** As the agenda had it when it began, and as it was extended. */
  durationMs: number;
  /** Before it last went on. */
  elapsedMs: number;
  /** Since when it runs, ms since 1970; null while it is paused. */
  runningSince: number | null;
  /** Whether it was taken off the agenda while it was current. */
  isGone: boolean;
}

export interface AgendaEntry {
  id: string;
  title: string;
  durationMinutes: number;
}

const minuteMs = 60_000;

/** Another item begins, or one that was left goes on with its time. */
export function startItem(state: SessionState, item: AgendaEntry, now: number): SessionState {
  if (state.item?.itemId === item.id && !state.item.isGone) return state;
  const left = leaveItem(state, now);
  const spent = left.spent[item.id];
  return {
    ...left,
    item: {
      itemId: item.id,
      title: item.title,
      durationMs: spent?.durationMs ?? item.durationMinutes * minuteMs,
      elapsedMs: spent?.elapsedMs ?? 0,
      runningSince: now,
      isGone: false,
    },
    spokenAtItem: [],
  };
}

export function leaveItem(state: SessionState, now: number): SessionState {
  const { item } = state;
  if (item === null) return state;
  const { itemId, durationMs } = item;
  const spent = { ...state.spent, [itemId]: { elapsedMs: elapsedMs(item, now), durationMs } };
  return { ...state, spent, item: null };
}

export function pauseItem(state: SessionState, isPaused: boolean, now: number): SessionState {
  const { item } = state;
  if (item === null || isPaused === (item.runningSince === null)) return state;
  if (!isPaused && item.isGone) return state;
  const stopped = { ...item, elapsedMs: elapsedMs(item, now), runningSince: null };
  return { ...state, item: isPaused ? stopped : { ...stopped, runningSince: now } };
}

export function setDuration(state: SessionState, minutes: number): SessionState {
  const { item } = state;
  const durationMs = minutes * minuteMs;
  if (item === null || item.durationMs === durationMs) return state;
  return { ...state, item: { ...item, durationMs } };
}

/** The agenda as it is now: one that was taken off it stops, and is said to be gone. */
export function followAgenda(
  state: SessionState,
  agenda: readonly AgendaEntry[],
  now: number,
): SessionState {
  const { item } = state;
  if (item === null) return state;
  const entry = agenda.find(({ id }) => id === item.itemId);
  if (entry) {
    const isSame = entry.title === item.title && !item.isGone;
    return isSame ? state : { ...state, item: { ...item, title: entry.title, isGone: false } };
  }
  if (item.isGone) return state;
  const gone = { ...item, elapsedMs: elapsedMs(item, now), runningSince: null, isGone: true };
  return { ...state, item: gone };
}

/** @param now by the room's clock, ms since 1970 */
export function elapsedMs(item: ItemClock, now: number): number {
  const running = item.runningSince === null ? 0 : Math.max(0, now - item.runningSince);
  return item.elapsedMs + running;
}
