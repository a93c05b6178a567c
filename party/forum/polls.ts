import type { PollAnswer } from "../../domain/poll-answers.ts";
import type { VillageBadge } from "../room-person.ts";
import type { SessionState } from "./session-state.ts";

export interface Poll {
  id: string;
  question: string;
  isOpen: boolean;
  /** One of each village, its last. */
  votes: { village: VillageBadge; answer: PollAnswer }[];
}

export function currentPoll(state: Pick<SessionState, "polls">): Poll | null {
  return state.polls.at(-1) ?? null;
}

export function openPoll(state: SessionState, id: string, question: string): SessionState {
  return { ...state, polls: [...state.polls, { id, question, isOpen: true, votes: [] }] };
}

export function setPollOpen(state: SessionState, isOpen: boolean): SessionState {
  const poll = currentPoll(state);
  return poll === null || poll.isOpen === isOpen ? state : withPoll(state, { ...poll, isOpen });
}

/** A village's vote, which takes the place of its earlier one, from whatever device. */
export function vote(state: SessionState, village: VillageBadge, answer: PollAnswer): SessionState {
  const poll = currentPoll(state);
  if (poll === null) return state;
  const known = poll.votes.find((given) => given.village.id === village.id);
  if (known?.answer === answer) return state;
  const others = poll.votes.filter((given) => given !== known);
  return withPoll(state, { ...poll, votes: [...others, { village, answer }] });
}

function withPoll(state: SessionState, poll: Poll): SessionState {
  return { ...state, polls: [...state.polls.slice(0, -1), poll] };
}
