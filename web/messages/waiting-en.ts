import type { waitingId } from "./waiting-id.ts";

export const waitingEn: typeof waitingId = {
  title: "Waiting for you",
  states: {
    answer: "Waiting for your village's answer",
    sign: "Waiting for your signature",
    publish: "Waiting for you to publish it",
    review: "Waiting for your review",
    redact: "Proposed removal of personal data",
  },
  buttons: {
    answer: "Read and answer",
    sign: "Check and sign",
    publish: "Check and publish",
    review: "Review",
    redact: "Decide",
  },
  buttonNamed: (button, title) => `${button}: ${title}`,
  submitted: (when) => `Submitted ${when}`,
  ofProgramme: "Sinau Bareng programme",
  comment: { state: "No note from your village yet", button: "Add a note" },
  voting: {
    state: "Your village's choice is awaited",
    until: (day) => `Until ${day}`,
    button: "Choose priorities",
  },
  questions: {
    from: "Tanya Bareng",
    state: "Not answered yet",
    title: (count) => `${count} questions in Tanya Bareng`,
    oldest: (title) => `The oldest: ${title}`,
    answerOne: "Answer",
    answerAll: "See the questions",
  },
  surveys: {
    state: "Open survey",
    answered: (answered, asked) => `${answered} of ${asked} villages have answered`,
    button: "See the survey",
  },
  sorting: {
    state: "Cases on no agenda yet",
    cases: (count, first) => (count === 1 ? first : `${first} and ${count - 1} more`),
    button: "Arrange the agenda",
  },
  refining: {
    state: "Module to refine",
    uses: (count) =>
      count === 0
        ? "Not used in a forum yet"
        : `Used in ${count} ${count === 1 ? "forum" : "forums"}`,
    button: "Open the module",
  },
  stages: {
    title: "Stages of the programme",
    all: "See all five stages and their evidence",
    none: "No evidence yet",
    others: (count) => `and ${count} more`,
    open: "Set days and evidence",
    openNamed: (name) => `Set days and evidence: ${name}`,
  },
  news: {
    title: "New since your last visit",
    firstTitle: "New in the last 30 days",
    since: (when) => `Your last visit was ${when}.`,
    none: "Nothing has changed yet. Documents that are submitted, signed or changed will be shown here.",
    changed: "Its text was changed",
    version: (name) => `New version: ${name}`,
    open: (title) => `See the changes: ${title}`,
  },
};
