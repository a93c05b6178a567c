import type { outcomesId } from "./outcomes-id.ts";

export const outcomesEn: typeof outcomesId = {
  title: "What was learnt",
  card: "One sheet for each case: what was learnt, who applies it, and what came of it.",
  open: "Open what was learnt",
  intro:
    "Each case that is drafted gets one sheet: the lesson, the agreement that it supports, the villages that apply it, and what came of it three months later.",
  empty:
    "There is no sheet yet. Facilitators and minute-takers write one once a case is drafted; then villages mark that they apply it.",
  toWrite: "Not written yet",
  writeNamed: (title) => `Write the sheet of ${title}`,
  write: "Write the sheet",
  applying: (count) =>
    count === 0
      ? "No village applies it yet"
      : `Applied by ${count} ${count === 1 ? "village" : "villages"}`,
  of: (forum) => `From the forum ${forum}`,
  toCase: "Open the case analysis",
  notYet:
    "This sheet is not written yet. A facilitator or minute-taker writes it once the case is drafted.",
  learnt: "What was learnt",
  learntHint: "A few sentences that help other villages.",
  agreement: "The agreement that it supports",
  noAgreement: "None",
  decision: "The village decision or regulation that it supports",
  decisionHint: "For example: the village budget regulation for 2027. May stay empty.",
  change: "Change",
  save: "Save",
  cancel: "Cancel",
  missing: "Write what was learnt first.",
  villages: "Villages that apply it",
  noVillages: "No village has marked it yet.",
  unnamed: (count) =>
    `${count} ${count === 1 ? "village applies" : "villages apply"} it. This case names no village, so that they are not shown.`,
  apply: "Our village applies this",
  applyNoMore: "Not after all",
  result: "What came of it",
  resultAsked: (day) => `Asked again from ${day} on.`,
  resultNow: "Three months have passed: what came of it?",
  giveResult: "Write what came of it",
  print: "Print this sheet",
  giveOwnResult: "Write what came of it in our village",
  resultHint: "What changed, whether it worked or not yet.",
  noResult: "Nobody has written it yet.",
  foot: "This sheet is what was learnt: no evaluation decision, and no substitute for a regulation.",
  home: {
    waits: "Waiting for the result",
    title: "What came of it after three months?",
    give: "Write what came of it",
  },
};
