import type { ModuleStatus } from "./modules.ts";
import type { Expectation } from "./permissions.expected.ts";
import type { Action } from "./permissions.ts";
import type { SurveyFacts } from "./program-permissions.ts";

const movesModule: [ModuleStatus, ModuleStatus, string][] = [
  ["design", "trial", "F"],
  ["trial", "evaluation", "F"],
  ["evaluation", "refined", "F"],
  ["refined", "trial", "F"],
  ["refined", "published", "C"],
  ["design", "withdrawn", "F"],
  ["trial", "withdrawn", "F"],
  ["evaluation", "withdrawn", "F"],
  ["refined", "withdrawn", "F"],
  ["published", "withdrawn", "C"],
];

export const moduleStatusMoves = movesModule.map(([from, to]) => [from, to] as const);

/** Of the programme around the forum: by hand, as in permissions.expected.ts. */
export const programRows: Expectation[] = [
  row("survey.make", "", [], "F"),
  row("survey.answer", "", [], "P W"),
  row("survey.follow", "", [], "F C"),
  ...surveyRows(),
  row("problemMap.see", "", [], "P W F C R"),
  row("problemMap.edit", "", [], "F"),
  row("problemMap.propose", "", [], "P W F"),
  row("module.edit", "they were not asked", [{ askedPersonIds: [] }], "F"),
  row("module.edit", "they were asked", [{ askedPersonIds: ["somebody"] }], "P W F"),
  ...movesModule.map(([from, to, who]) =>
    row("module.move", `${from} → ${to}`, [{ from, to }], who),
  ),
  row("module.evaluate", "", [], "P W F"),
  row("module.seeResults", "they were not asked", [{ askedPersonIds: [] }], "F C R"),
  row("module.seeResults", "they were asked", [{ askedPersonIds: ["somebody"] }], "P W F C R"),
  row("regulation.edit", "", [], "F"),
  row("sharing.see", "", [], "P W F C R"),
  row("practice.share", "", [], "P W"),
  row("practice.change", "their village's", [{ villageId: "village-a" }], "P W"),
  row("practice.change", "another village's", [{ villageId: "village-b" }], ""),
  row("practice.withdraw", "their village's", [{ villageId: "village-a" }], "P W F"),
  row("practice.withdraw", "another village's", [{ villageId: "village-b" }], "F"),
  row("question.ask", "", [], "P W F"),
  row("question.unmask", "their village's", [{ villageId: "village-a" }], "P W F"),
  row("question.unmask", "another village's", [{ villageId: "village-b" }], "F"),
  row("question.unmask", "no village's", [{ villageId: null }], "F"),
  row("question.withdraw", "their own", [{ authorPersonId: "somebody" }], "P W F"),
  row("question.withdraw", "another's", [{ authorPersonId: "somebody-else" }], "F"),
  row("question.markAnswer", "", [], "F"),
  row("announcement.make", "", [], "F"),
  row("publication.make", "", [], "C"),
  row("citizen.answer", "", [], "F"),
  row("evidence.edit", "", [], "F"),
  row("evidence.read", "", [], "F C R"),
];

function row(action: Action, when: string, thing: unknown[], who: string): Expectation {
  return { action, when, thing, who };
}

/** Who may see what of a survey. */
function surveyRows(): Expectation[] {
  const open: SurveyFacts = {
    isDraft: false,
    isClosed: false,
    openness: "villages",
    isForTheirVillage: true,
  };
  const closed = { ...open, isClosed: true };
  const situations: [when: string, facts: SurveyFacts, see: string, sums: string, whose: string][] =
    [
      ["a draft", { ...open, isDraft: true }, "F", "", ""],
      ["open", open, "P W F C", "F C", "F C"],
      ["open, hidden from villages", { ...open, openness: "hosts" }, "P W F C", "F C", "F C"],
      ["open, hidden from all", { ...open, openness: "nobody" }, "P W F C", "F C", ""],
      ["not for their village", { ...open, isForTheirVillage: false }, "F C", "F C", "F C"],
      ["closed", closed, "P W F C", "P W F C", "P W F C"],
      [
        "closed, hidden from villages",
        { ...closed, openness: "hosts" },
        "P W F C",
        "P W F C",
        "F C",
      ],
      ["closed, hidden from all", { ...closed, openness: "nobody" }, "P W F C", "P W F C", ""],
      ["closed, of others", { ...closed, isForTheirVillage: false }, "F C", "F C", "F C"],
    ];
  return situations.flatMap(([when, facts, see, sums, whose]) => [
    { action: "survey.see", when, thing: [facts], who: see },
    { action: "survey.results", when, thing: [facts], who: sums },
    { action: "survey.villages", when, thing: [facts], who: whose },
  ]);
}
