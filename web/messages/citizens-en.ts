import type { citizensId } from "./citizens-id.ts";

export const citizensEn: typeof citizensId = {
  title: "Citizens' questions",
  card: "What citizens ask on the forums' public pages, to be answered or set aside.",
  open: "Open citizens' questions",
  intro:
    "Citizens ask without a name or a phone number. Nothing is public before you have answered and shown it.",
  empty:
    "No questions yet. Citizens can ask on a forum's public page, once the camat has published something of that forum.",
  filter: "Show",
  statuses: { waiting: "Waiting for an answer", answered: "Answered", setAside: "Set aside" },
  waiting: (count) => `${count} citizens' questions`,
  count: (count) => `${count} questions`,
  nothing: "There are no questions here.",
  asked: (day) => `Asked on ${day}`,
  shownText: "The question as the public reads it",
  shownHint: "Change what is needed: remove names, numbers and what points to somebody.",
  answer: "Answer",
  isPublic: "Show question and answer on the forum's public page",
  personal: "This looks like personal data and would become public:",
  send: "Save the answer",
  sendPublic: "Answer and show",
  sending: "Saving…",
  change: "Change the answer",
  cancel: "Cancel",
  setAside: "Set aside",
  takeBack: "Put back among those that wait",
  shown: "Public",
  hidden: "Not public",
};
