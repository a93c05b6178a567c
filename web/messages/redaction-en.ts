import type { redactionId } from "./redaction-id.ts";

export const redactionEn: typeof redactionId = {
  button: "Remove personal data",
  removeSearched: (words) => `Remove “${words}” from document and history`,
  cancel: "Cancel",
  close: "Close",
  words: "Words to remove",
  wordsHint: "Such as an NIK or a telephone number. Capitals and small letters are the same.",
  search: "Search",
  searching: "Searching the document and its history…",
  found: (count) => `Found in ${count} places. All are chosen; untick those that have to stay.`,
  foundMost: (count) => `Too many: the first ${count} places are shown. Do it again after this.`,
  none: "These words are not in this document, in its history or in its notes.",
  noneInText: "These words are not in this document's text, nor in its history.",
  stands: "In the document now",
  recordOnly: "In the history only",
  wroteAt: (who, when) => `${who}, ${when}`,
  elsewhere: (count) =>
    `The same words in ${count} notes, replies, follow-ups or names beside the text are covered too.`,
  links: (count) =>
    `The addresses of links in ${count} places have these words and are covered too; the links will not open any more.`,
  onlyBeside: "No place in the text is ticked: only what stands beside the text is covered.",
  part: {
    warning: (whole) =>
      `These words are only a part of “${whole}”. In notes and follow-ups only whole words and numbers are covered, so that “${whole}” stays readable there.`,
    choose: (whole) => `Choose all of “${whole}”`,
  },
  kind: "Kind of data",
  kinds: {
    nik: "NIK (identity number)",
    phone: "Telephone number",
    address: "Address",
    account: "Account number",
    health: "Health data",
    other: "Other",
  },
  reason: "Reason",
  reasonHint: "Read by everybody who sees this document. Do not write the data again.",
  consequences: {
    title: "What will happen",
    bars: "The chosen letters become black bars in the document, in all its versions and history, in notes and follow-ups, and in the copies on people's devices.",
    final: "Nobody can undo this.",
    host: "The host's own recovery copies keep the words for up to 30 days; then they are gone too.",
    camat: (letters) =>
      `This document was submitted, so the camat decides. At most ${letters} letters at once.`,
    fingerprint:
      "The signed fingerprint stays valid. What else stands in the same part is no longer covered by it.",
  },
  redact: (letters) => `Remove ${letters} letters`,
  propose: (letters) => `Propose ${letters} letters to the camat`,
  working: "Removing… Everybody in this document stops editing for a moment.",
  done: (letters) =>
    `${letters} letters were removed from the document, its history and its notes. A device that is not connected now drops them when this document is next opened there.`,
  proposed: (letters) =>
    `The proposal to remove ${letters} letters was sent to the camat. Nothing changes until the camat decides.`,
  list: {
    title: "Removed personal data",
    letters: (count) => `${count} letters`,
    beside: "beside the text only",
    statuses: {
      proposed: "Waiting for the camat",
      confirmed: "Being removed",
      done: "Removed",
      rejected: "Rejected",
      withdrawn: "Taken back",
      lapsed:
        "Lapsed: the document was submitted or withdrawn first. Nothing was removed; propose it again",
    },
    by: (who, when) => `by ${who}, ${when}`,
    proposedBy: (who, when) => `Proposed by ${who}, ${when}`,
    confirmedBy: (who, when) => `Confirmed by ${who}, ${when}`,
    decidedBy: (who, when) => `Decided by ${who}, ${when}`,
    rejection: (reason) => `Why it was rejected: ${reason}`,
    somebody: "Sub-district",
    uncovered:
      "Something was removed from parts with a dashed line; what else stands in them is no longer covered by the fingerprint.",
  },
  decide: {
    title: "Proposal to remove personal data",
    gone: "The proposed words are not in this document any more. Reject this proposal.",
    beside: "In notes, follow-ups, names or addresses of links; not in the text.",
    confirm: "Confirm and remove",
    question: (letters) => `Remove ${letters} letters from this document?`,
    reject: "Reject",
    rejectTitle: "Reject this proposal",
    rejectReason: "Why?",
    rejectHint: "Read by facilitators and the camat.",
    takeBack: "Take this proposal back",
  },
  bar: {
    name: "Removed personal data",
    unknown: "Personal data was removed here.",
    what: (kind) => `Personal data was removed: ${kind}.`,
  },
  waits: "Waiting for you: a proposed removal of personal data",
};
