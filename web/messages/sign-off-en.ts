import type { signOffId } from "./sign-off-id.ts";

export const signOffEn: typeof signOffId = {
  title: "Approval",
  cancel: "Cancel",
  submit: {
    button: "Submit to the head of sub-district",
    question: (title: string) => `Submit “${title}” to the head of sub-district?`,
    consequence:
      "From then on nobody can change the document. Each village's representative agrees or objects, then the head of sub-district approves it or sends it back.",
  },
  submitted: (when: string) => `Submitted ${when}.`,
  submittedBy: (name: string, when: string) => `Submitted by ${name}, ${when}.`,
  returned: (reason: string) => `Sent back to be mended: ${reason}`,
  answers: "The villages' answers",
  answered: (count: number, all: number) => `${count} of ${all} villages have answered.`,
  kinds: { confirmed: "Agrees", objected: "Objects" },
  waiting: "No answer yet",
  ownVillage: (name: string) => `What does ${name} answer?`,
  ownHint: "Read the document first. The answer can be changed until it is approved.",
  confirm: "Agree with it",
  object: "Object",
  objection: {
    title: "Your village's objection",
    reason: "To which part, and why?",
    hint: "Read by the head of sub-district and everybody who sees this document.",
    send: "Send the objection",
  },
  sign: {
    button: "Approve",
    question: (title: string) => `Approve “${title}”?`,
    consequence: (when: string) =>
      `What is approved is the text as submitted ${when}. After this the document cannot be changed; what is mended becomes a correction.`,
    objections: (count: number) => `${count} villages object.`,
    missing: (count: number) => `${count} villages have not answered.`,
    prompt: "Fingerprint of what you approve:",
  },
  sendBack: {
    button: "Send back to be mended",
    title: "Send back to be mended",
    reason: "What is to be mended?",
    hint: "Read by facilitators, the minute-taker and everybody who sees this document.",
    send: "Send back",
  },
  signed: (when: string) => `Approved ${when}.`,
  signedBy: (who: string, when: string) => `Approved by ${who}, ${when}.`,
  isRecord:
    "This is an internal record of who, when and which text. It is not a certified electronic signature.",
  correct: {
    button: "Make a correction",
    question: (title: string) => `Make a correction of “${title}”?`,
    consequence:
      "A new document begins with the approved text and names the document that it corrects. The approved one does not change.",
  },
  print: "Print the document",
  corrects: "Corrects",
  correctedBy: "Corrected by",
  fingerprint: {
    label: "Fingerprint",
    hint: "64 digits and letters that change when a single letter of the document changes.",
    download: "Download the file for checking",
    check: "Check whether it is genuine",
  },
};
