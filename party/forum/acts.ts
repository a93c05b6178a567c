import type { PollAnswer } from "../../domain/poll-answers.ts";
import type { VillageBadge } from "../room-person.ts";
import { type AgendaEntry, leaveItem, pauseItem, setDuration, startItem } from "./item-clock.ts";
import { currentPoll, openPoll, setPollOpen, vote } from "./polls.ts";
import type { Lead, Place, SessionState } from "./session-state.ts";
import {
  askForTurn,
  endTurn,
  giveFloor,
  inOrder,
  isWaiting,
  moveTurn,
  removeTurn,
} from "./turns.ts";

/** What somebody does in a forum in session; whether they may, the Worker has decided. */
export type SessionAct =
  | { kind: "chooseItem"; item: AgendaEntry | null }
  | { kind: "pauseItem"; itemId: string; isPaused: boolean }
  | { kind: "setDuration"; itemId: string; minutes: number }
  | { kind: "askForTurn"; id: string; personId: string; name: string; village: VillageBadge | null }
  /** `of`: null where whoever leads takes it off the list. */
  | { kind: "removeTurn"; turnId: string; of: string | null }
  | { kind: "giveFloor"; turnId: string }
  | { kind: "endTurn"; turnId: string }
  | { kind: "moveTurn"; turnId: string; position: number }
  /** `insteadOf`: the lead that is taken over knowingly. */
  | { kind: "lead"; lead: Lead; insteadOf: string | null }
  | { kind: "stopLeading"; leadId: string }
  | { kind: "goTo"; leadId: string; place: Omit<Place, "count"> & { isReviewable: boolean } }
  | { kind: "openPoll"; id: string; question: string }
  | { kind: "setPollOpen"; pollId: string; isOpen: boolean }
  | { kind: "vote"; pollId: string; village: VillageBadge; answer: PollAnswer };

/** Why an act was not done; `movedOn`: it stood on something that is not there any more. */
export type ActRefusal =
  | { refusal: "movedOn" | "notYours" | "pollOpen" | "pollClosed" | "tooMany" }
  | { refusal: "somebodyLeads"; lead: Lead };

export const maxWaiting = 200;
const maxPolls = 50;

/**
 * The session after an act; the same object where it changes nothing.
 * @param now by the room's clock, ms since 1970
 */
export function applyAct(
  state: SessionState,
  act: SessionAct,
  now: number,
): SessionState | ActRefusal {
  switch (act.kind) {
    case "chooseItem":
      return inOrder(act.item ? startItem(state, act.item, now) : leaveItem(state, now));
    case "pauseItem":
      if (state.item?.itemId !== act.itemId) return { refusal: "movedOn" };
      return pauseItem(state, act.isPaused, now);
    case "setDuration":
      if (state.item?.itemId !== act.itemId) return { refusal: "movedOn" };
      return setDuration(state, act.minutes);
    case "askForTurn": {
      if (state.waiting.length >= maxWaiting) return { refusal: "tooMany" };
      const { kind: _, ...turn } = act;
      return askForTurn(state, { ...turn, askedAt: now, movedTo: null });
    }
    case "removeTurn": {
      const turn = [state.speaking, ...state.waiting].find((known) => known?.id === act.turnId);
      // Taken off already: that is what was wanted.
      if (!turn) return state;
      const mayRemove = act.of === null || act.of === turn.personId;
      return mayRemove ? removeTurn(state, act.turnId) : { refusal: "notYours" };
    }
    case "giveFloor":
      if (state.speaking?.id === act.turnId) return state;
      return isWaiting(state, act.turnId) ? giveFloor(state, act.turnId) : { refusal: "movedOn" };
    case "endTurn":
      return endTurn(state, act.turnId);
    case "moveTurn":
      return isWaiting(state, act.turnId)
        ? moveTurn(state, act.turnId, act.position)
        : { refusal: "movedOn" };
    case "lead":
      return takeLead(state, act);
    case "stopLeading":
      return state.lead?.id === act.leadId ? { ...state, lead: null, place: null } : state;
    case "goTo": {
      if (state.lead?.id !== act.leadId) return { refusal: "movedOn" };
      return { ...state, place: { ...act.place, count: state.seq + 1 } };
    }
    case "openPoll":
      if (state.polls.some(({ id }) => id === act.id)) return state;
      if (currentPoll(state)?.isOpen) return { refusal: "pollOpen" };
      if (state.polls.length >= maxPolls) return { refusal: "tooMany" };
      return openPoll(state, act.id, act.question);
    case "setPollOpen":
      if (currentPoll(state)?.id !== act.pollId) return { refusal: "movedOn" };
      return setPollOpen(state, act.isOpen);
    case "vote": {
      const poll = currentPoll(state);
      if (poll?.id !== act.pollId) return { refusal: "movedOn" };
      return poll.isOpen ? vote(state, act.village, act.answer) : { refusal: "pollClosed" };
    }
  }
}

/** Of two who take it at once the second is told of the first, and may take over knowingly. */
function takeLead(
  state: SessionState,
  { lead, insteadOf }: Extract<SessionAct, { kind: "lead" }>,
): SessionState | ActRefusal {
  const { lead: known } = state;
  const isFree = known === null || known.personId === lead.personId || known.id === insteadOf;
  return isFree ? { ...state, lead } : { refusal: "somebodyLeads", lead: known };
}
