import type { statusId } from "./status-id.ts";

export const statusEn: typeof statusId = {
  cancel: "Cancel",
  document: {
    open: {
      button: "Start writing together",
      question: "Start writing together?",
      consequence: "Everybody invited to the forum can write in this document.",
    },
    drafted: {
      button: "Mark as drafted",
      question: "Mark this document as drafted?",
      consequence:
        "After this only minute-taker and facilitators can write; the others read. Reviewers can see it from now on. This cannot be taken back.",
    },
    withdrawn: {
      button: "Withdraw the document",
      question: "Withdraw this document?",
      consequence:
        "It is closed to everybody and cannot be opened for writing again. What stands in it is kept and can be read by the forum.",
    },
  },
  forum: {
    invited: {
      button: "Mark invitations as sent",
      question: "Were the invitations sent to all villages?",
      consequence: "The forum is shown as invited.",
    },
    inSession: {
      button: "Start the forum",
      question: "Start the forum now?",
      consequence: "It is shown as in session on everybody's home page.",
    },
    ended: {
      button: "End the forum",
      question: "End this forum?",
      consequence:
        "It is shown as ended and cannot be started again. Its documents can still be finished.",
    },
    cancelled: {
      button: "Cancel the forum",
      question: "Cancel this forum?",
      consequence: "A cancelled forum cannot be started again. What was written is kept.",
    },
  },
};
