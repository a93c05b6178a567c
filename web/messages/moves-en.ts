import type { movesId } from "./moves-id.ts";

/** Words of the steps that move a document or forum on. */
export const movesEn: typeof movesId = {
  label: "Next step",
  cancel: "Cancel",
  moving: "One moment…",
  documents: {
    open: {
      name: "Start the drafting",
      question: "Start drafting this document?",
      effect: "Every participant of the forum can write in it at once.",
    },
    drafted: {
      name: "Mark as drafted",
      question: "Mark this document as drafted?",
      effect:
        "After this only the minute-taker and the facilitators write; participants read, and reviewers can see it. This cannot be undone.",
    },
    withdrawn: {
      name: "Withdraw the document",
      question: "Withdraw this document?",
      effect:
        "The document is closed and nobody can write in it. Its text stays stored. This cannot be undone.",
    },
  },
  forums: {
    invited: {
      name: "Mark invitations as sent",
      question: "Mark this forum's invitations as sent?",
      effect: "This cannot be undone.",
    },
    inSession: {
      name: "Start the forum",
      question: "Start this forum now?",
      effect: "The forum shows as in session to everybody who is invited.",
    },
    ended: {
      name: "End the forum",
      question: "End this forum?",
      effect: "The forum shows as ended. This cannot be undone.",
    },
    cancelled: {
      name: "Cancel the forum",
      question: "Cancel this forum?",
      effect: "The forum shows as cancelled. This cannot be undone.",
    },
  },
};
