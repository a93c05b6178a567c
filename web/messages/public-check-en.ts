import type { publicCheckId } from "./public-check-id.ts";

export const publicCheckEn: typeof publicCheckId = {
  title: "Check a document",
  intro:
    "Here anybody can check whether a document is still the one that was approved. You need not sign in.",
  file: {
    title: "Check the file",
    what: "A document's file from Sinau Bareng, ending in .json.",
    choose: "Choose a file",
    drop: "Or drop the file here.",
    private:
      "The file is read on this device alone. Only its fingerprint is sent, and no words can be read from a fingerprint.",
  },
  digits: {
    title: "Check the fingerprint",
    label: "Fingerprint",
    hint: "The 64 digits and letters a–f at the foot of the printed document. Blanks and capitals do not matter.",
    check: "Check the fingerprint",
    wrongLength: (count) =>
      `A fingerprint has 64 digits and letters; here are ${count}. Compare it with the paper once more.`,
    wrongLetter: (letter) =>
      `A fingerprint has only digits and the letters a–f, no “${letter}”. Compare it with the paper once more.`,
  },
  reading: (name) => `Reading ${name}…`,
  computing: (name, percent) => `Computing the fingerprint of ${name}: ${percent}%`,
  asking: "Asking Sinau Bareng about the fingerprint…",
  cancel: "Stop checking",
  match: {
    word: "It matches",
    file: "This file is, letter for letter, the document that was approved.",
    fileRedacted: "Everything that can still be read in this file is what was approved.",
    digits: "This fingerprint is recorded for a document that was approved.",
    fileNext:
      "You can rely on what this file says. If you hold it on paper, compare the fingerprint below with the printed one.",
    digitsNext:
      "This does not yet prove that the paper's words are unchanged. For that, ask the sub-district for the file, and check the file here.",
    redacted: (redacted, parts) =>
      `From ${redacted} of ${parts} parts, personal data were removed after the document was submitted. Their words are no longer in this file; all other parts are what was approved.`,
  },
  mismatch: {
    word: "It does not match",
    file: "This file is not the document that was approved, or was changed since. A single changed letter is enough for that.",
    digits: "No approved document has this fingerprint.",
    fileNext:
      "Do not rely on this file. It may have been saved again by another program, or the document is not approved yet. Ask the sub-district for the original file, and check again.",
    digitsNext:
      "Compare each group with the paper once more. If it still does not match, ask the sub-district before you use the document.",
  },
  documentTitle: "Title in the file",
  fingerprint: "Fingerprint",
  another: "Check another one",
  correct: "Correct the fingerprint",
  again: "Ask again",
  notChecked: "Could not be checked yet",
  faults: {
    tooLarge:
      "This file is larger than 50 MB, so it is no document of Sinau Bareng. Choose another one.",
    unreadable: "This device cannot read the file. It may have been moved. Choose it once more.",
    cutOff:
      "This file is cut off or broken, perhaps because sending it was interrupted. Ask for it once more, and check the new one.",
    notOurs:
      "This is no document's file from Sinau Bareng, or its form was changed. Only the .json file from a document's page can be checked, no PDF or photo.",
    altered:
      "This file was changed: a part of it is written twice, so that what is read is not what is computed. Do not rely on it; ask for the original file.",
  },
  script: {
    title: "Check without this page",
    what: "If you would rather not trust this page, compute the fingerprint yourself with a short script for Node.js.",
    download: "Get the checking script",
  },
};
