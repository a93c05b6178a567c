import type { Expectation } from "./permissions.expected.ts";
import type { SurveyFacts } from "./program-permissions.ts";

/** Who may see what of a survey: by hand, as in permissions.expected.ts. */
export function surveyRows(): Expectation[] {
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
