import type { VillageBadge } from "../room-person.ts";
import type { SessionState } from "./session-state.ts";

/** Somebody who asked for the floor. */
export interface Turn {
  id: string;
  personId: string;
  name: string;
  village: VillageBadge | null;
  /** By the room's clock, ms since 1970. */
  askedAt: number;
  /** Where whoever leads has put it, from 0; null where the rule decides. */
  movedTo: number | null;
}

/** One request of each person; asking again changes nothing. */
export function askForTurn(state: SessionState, turn: Turn): SessionState {
  const isKnown = [state.speaking, ...state.waiting].some(
    (known) => known?.personId === turn.personId,
  );
  return isKnown ? state : inOrder({ ...state, waiting: [...state.waiting, turn] });
}

export function removeTurn(state: SessionState, turnId: string): SessionState {
  if (state.speaking?.id === turnId) return endTurn(state, turnId);
  return { ...state, waiting: state.waiting.filter(({ id }) => id !== turnId) };
}

/** Whoever spoke until now has spoken. */
export function giveFloor(state: SessionState, turnId: string): SessionState {
  const turn = state.waiting.find(({ id }) => id === turnId);
  if (!turn) return state;
  const { speaking } = state;
  const free = speaking ? endTurn(state, speaking.id) : state;
  const waiting = free.waiting.filter(({ id }) => id !== turnId);
  return { ...free, speaking: turn, waiting };
}

export function endTurn(state: SessionState, turnId: string): SessionState {
  const { speaking } = state;
  if (speaking?.id !== turnId) return state;
  const group = groupOf(speaking);
  return inOrder({
    ...state,
    speaking: null,
    spoken: [...new Set([...state.spoken, group])],
    spokenAtItem: [...new Set([...state.spokenAtItem, group])],
  });
}

export function moveTurn(state: SessionState, turnId: string, position: number): SessionState {
  const waiting = state.waiting.map((turn) =>
    turn.id === turnId ? { ...turn, movedTo: position } : turn,
  );
  return inOrder({ ...state, waiting });
}

export function isWaiting(state: SessionState, turnId: string): boolean {
  return state.waiting.some(({ id }) => id === turnId);
}

/**
 * First whose village has not spoken at this item, among them first whose village has not spoken
 * today, then who asked first. Whom the leader has moved stands where they were put.
 */
export function inOrder(state: SessionState): SessionState {
  const rank = (turn: Turn) => {
    const group = groupOf(turn);
    return Number(state.spokenAtItem.includes(group)) * 2 + Number(state.spoken.includes(group));
  };
  const order = state.waiting
    .filter(({ movedTo }) => movedTo === null)
    .sort((a, b) => rank(a) - rank(b) || a.askedAt - b.askedAt);
  const moved = state.waiting.filter(({ movedTo }) => movedTo !== null);
  for (const turn of moved.sort((a, b) => (a.movedTo ?? 0) - (b.movedTo ?? 0))) {
    order.splice(turn.movedTo ?? 0, 0, turn);
  }
  return { ...state, waiting: order };
}

function groupOf({ village, personId }: Turn): string {
  return village?.id ?? personId;
}
