import type { reviewId } from "./review-id.ts";

export const reviewEn: typeof reviewId = {
  title: "Review",
  reviewedShort: "Reviewed",
  reviewed: (when) => `Reviewed, ${when}`,
  reviewedBy: (who, when) => `Reviewed by ${who}, ${when}`,
  changedSince: "Changed since the review",
  showSince: "Show what changed",
  close: {
    button: "Declare reviewed",
    again: "Declare reviewed again",
    question: (title) => `Declare “${title}” reviewed?`,
    consequence:
      "Name, position, office and time are recorded with the document as it is now, and stand in the history and on the document's page. This cannot be taken back; should the document change afterwards, that is marked.",
  },
  notes: (count) => `Review notes (${count})`,
  noNotes: "There are no review notes yet.",
  howToNote: "Write a note here on what is shown, or choose a version or a change first.",
  failed: "The review could not be loaded yet.",
  again: "Try again",
  note: {
    button: "Write a review note",
    here: "Note here",
    short: "Note",
    title: "Review note",
    label: "Note",
    hint: "Read by facilitators, the head of sub-district, reviewers and guests.",
    send: "Save the note",
    cancel: "Cancel",
    said: "Review note",
    takenBack: "Its writer took this note back.",
    onVersion: (name) => `on the version ${name}`,
    onMoment: (moment) => `on ${moment}`,
    onChange: (moment) => `on the changes up to ${moment}`,
  },
  takeBack: {
    button: "Take the note back",
    question: "Take this note back?",
    consequence:
      "Its words are deleted and cannot be brought back. What stays is a mark that there was a note here.",
  },
};
