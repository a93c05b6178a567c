import type { waitingId } from "./waiting-id.ts";

export const waitingEn: typeof waitingId = {
  title: "Waiting for you",
  states: {
    answer: "Waiting for your village's answer",
    sign: "Waiting for your signature",
    review: "Waiting for your review",
    redact: "Proposed removal of personal data",
  },
  buttons: {
    answer: "Read and answer",
    sign: "Check and sign",
    review: "Review",
    redact: "Decide",
  },
  buttonNamed: (button, title) => `${button}: ${title}`,
  submitted: (when) => `Submitted ${when}`,
};
