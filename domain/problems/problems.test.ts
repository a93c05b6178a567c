import { describe, expect, it } from "vitest";
import type { Actor } from "../permissions.ts";
import type { Role } from "../roles.ts";
import { type Ballot, countBallots } from "./ballots.ts";
import { type Merge, standsFor } from "./merging.ts";
import { stateOf } from "./rules.ts";
import {
  heaviest,
  levelOf,
  levels,
  problemScales,
  type Scales,
  scaleSteps,
  weightOf,
} from "./scales.ts";
import { directSight, documentSight, surveySight } from "./source-sight.ts";

const steps = [...scaleSteps];
const allScales: Scales[] = steps.flatMap((urgency) =>
  steps.flatMap((impact) => steps.map((frequency) => ({ urgency, impact, frequency }))),
);

describe("a problem's weight", () => {
  it.each([
    [1, 1, 1, "light"],
    [2, 2, 2, "light"],
    [5, 1, 1, "medium"],
    [3, 3, 4, "medium"],
    [5, 5, 1, "heavy"],
    [5, 5, 5, "heavy"],
  ] as const)(
    "of urgency %i, impact %i, frequency %i is %s",
    (urgency, impact, frequency, level) => {
      expect(levelOf(weightOf({ urgency, impact, frequency }))).toBe(level);
    },
  );

  it("never falls when a scale rises", () => {
    const placeOf = (each: Scales) => levels.indexOf(levelOf(weightOf(each)));
    for (const before of allScales) {
      for (const scale of problemScales) {
        for (const to of steps.filter((step) => step >= before[scale])) {
          const after = { ...before, [scale]: to };
          expect(weightOf(after)).toBeGreaterThanOrEqual(weightOf(before));
          expect(placeOf(after)).toBeGreaterThanOrEqual(placeOf(before));
        }
      }
    }
  });

  it("of merged ones is of no part less, whatever their order and however they are grouped", () => {
    const third = { urgency: 2, impact: 5, frequency: 1 };
    for (const one of allScales) {
      for (const other of allScales.filter((_, at) => at % 7 === 0)) {
        const merged = heaviest([one, other, third]);
        for (const part of [one, other, third]) {
          expect(weightOf(merged)).toBeGreaterThanOrEqual(weightOf(part));
        }
        expect(heaviest([third, other, one])).toEqual(merged);
        expect(heaviest([one, heaviest([other, third])])).toEqual(merged);
      }
    }
  });
});

describe("what problems are merged into", () => {
  const merge = (
    problemId: string,
    intoId: string,
    mergedAt: number,
    undoneAt?: number,
  ): Merge => ({
    ...{ problemId, intoId, mergedAt },
    undoneAt: undoneAt ?? null,
  });

  it.each([
    ["itself, where it was not merged", [], Infinity, "a"],
    ["what it was merged into", [merge("a", "x", 1)], Infinity, "x"],
    ["the outermost", [merge("a", "x", 1), merge("x", "y", 2)], Infinity, "y"],
    ["as it stood at the time", [merge("a", "x", 1), merge("x", "y", 5)], 4, "x"],
    ["itself, before it was merged", [merge("a", "x", 5)], 4, "a"],
    ["itself again, once they are apart", [merge("a", "x", 1, 3)], 4, "a"],
    ["what it stood for before they were apart", [merge("a", "x", 1, 5)], 4, "x"],
  ] as const)("is %s", (_, merges, at, root) => {
    expect(standsFor(merges, at)("a")).toBe(root);
  });

  it.each([
    [{ mergedIntoId: null, separatedAt: null, setAsideAt: null }, "living"],
    [{ mergedIntoId: "x", separatedAt: null, setAsideAt: null }, "merged"],
    [{ mergedIntoId: null, separatedAt: 1, setAsideAt: null }, "separated"],
    [{ mergedIntoId: null, separatedAt: null, setAsideAt: 1 }, "setAside"],
  ] as const)("%j is %s", (dates, state) => {
    expect(stateOf(dates)).toBe(state);
  });
});

describe("counting ballots", () => {
  const itself = (id: string) => id;

  it("counts each village once for a problem that several of its choices became", () => {
    const ballots: Ballot[] = [
      { villageId: "A", problemIds: ["1", "2"] },
      { villageId: "B", problemIds: ["2", "3"] },
    ];
    const stands = standsFor([
      { problemId: "1", intoId: "m", mergedAt: 0, undoneAt: null },
      { problemId: "2", intoId: "m", mergedAt: 0, undoneAt: null },
    ]);
    expect(countBallots(["1", "2", "3", "4"], ballots, stands)).toEqual([
      { problemId: "m", villageIds: ["A", "B"] },
      { problemId: "3", villageIds: ["B"] },
      { problemId: "4", villageIds: [] },
    ]);
  });

  it("keeps the votes for a merged one that is apart again", () => {
    const counted = countBallots(["1"], [{ villageId: "A", problemIds: ["m"] }], itself);
    expect(counted).toEqual([
      { problemId: "m", villageIds: ["A"] },
      { problemId: "1", villageIds: [] },
    ]);
  });

  it("loses no vote by merging, and gives none beyond one for each village", () => {
    const ids = ["1", "2", "3"];
    const subsets = [[], ["1"], ["2"], ["3"], ["1", "2"], ["1", "3"], ["2", "3"], ids];
    for (const merged of subsets) {
      const stands = (each: string) => (merged.includes(each) ? "m" : each);
      for (const one of subsets) {
        for (const other of subsets) {
          const given = [
            { villageId: "A", problemIds: one },
            { villageId: "B", problemIds: other },
          ];
          for (const { problemId, villageIds } of countBallots(ids, given, stands)) {
            const whoChose = given.filter((each) =>
              each.problemIds.map(stands).includes(problemId),
            );
            expect(villageIds).toEqual(whoChose.map(({ villageId }) => villageId));
          }
        }
      }
    }
  });
});

describe("who may know a source", () => {
  const actor = (role: Role, villageId: string | null = "A"): Actor => ({
    ...{ personId: "somebody", villageId, roles: [role] },
  });
  const survey = {
    ...{ isDraft: false, isClosed: true, isForTheirVillage: true, releasedAnswers: 0 },
    openness: "hosts" as const,
  };
  const nothing = { seesSource: false, villageIds: [] };

  it("is everybody, of what was told on the map itself", () => {
    expect(directSight(["A"])).toEqual({ seesSource: true, villageIds: ["A"] });
  });

  it.each([
    ["the office, of answers for the office", "facilitator", survey, ["A", "B"], true],
    ["a village, of its own answer alone", "participant", survey, ["A"], true],
    [
      "a village, of all where all may know",
      "participant",
      { ...survey, openness: "villages" as const },
      ["A", "B"],
      true,
    ],
    ["a reviewer, of nothing", "reviewer", { ...survey, releasedAnswers: 9 }, [], false],
    [
      "a village that was not asked, of nothing",
      "participant",
      { ...survey, isForTheirVillage: false },
      [],
      false,
    ],
    [
      "a village, of nothing while it is open",
      "participant",
      { ...survey, isClosed: false },
      [],
      false,
    ],
  ] as const)("is %s", (_, role, facts, villageIds, seesSource) => {
    expect(surveySight(actor(role), facts, ["A", "B"])).toEqual({ seesSource, villageIds });
  });

  it("is no other village where few answered, and each without names where many did", () => {
    const other = actor("participant", "C");
    expect(surveySight(other, { ...survey, releasedAnswers: 4 }, ["A"])).toEqual(nothing);
    const many = { ...survey, releasedAnswers: 5 };
    expect(surveySight(other, many, ["A"])).toEqual({ seesSource: true, villageIds: [] });
  });

  it("is, of a case without its village's name, its facilitators alone, and never with a village", () => {
    const unnamed = {
      ...{ isUnnamed: true, status: "open" as const },
      ...{ proposedByPersonId: null, proposedByVillageId: "A" },
    };
    expect(documentSight(actor("facilitator"), unnamed, ["A"])).toEqual({
      ...{ seesSource: true, villageIds: [] },
    });
    for (const role of ["participant", "camat", "minuteTaker"] as const) {
      expect(documentSight(actor(role), unnamed, ["A"])).toEqual(nothing);
    }
    const named = { ...unnamed, isUnnamed: false };
    expect(documentSight(actor("participant"), named, ["A"]).villageIds).toEqual(["A"]);
    expect(documentSight(actor("reviewer"), named, ["A"])).toEqual(nothing);
  });
});
