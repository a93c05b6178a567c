import { describe, expect, it } from "vitest";
import { answersToSend, faultyAnswers } from "./check-answers.ts";
import { faultyQuestions } from "./check-questions.ts";
import { type Question, shownQuestions } from "./questions.ts";
import { resultsOf } from "./results.ts";

const blank: Question = {
  id: "q",
  kind: "short",
  theme: null,
  text: "Pertanyaan",
  hint: "",
  isRequired: false,
  choices: [],
  scaleFrom: "",
  scaleTo: "",
  unit: "",
  least: null,
  most: null,
  condition: null,
};
const choices = ["ya", "tidak", "ragu"].map((text) => ({ id: text, text }));
const question = (id: string, given: Partial<Question> = {}): Question => ({
  ...blank,
  id,
  ...given,
});
const single = question("tahu", { kind: "single", choices, isRequired: true });
const onYes = question("apa", {
  kind: "multiple",
  choices,
  isRequired: true,
  condition: { questionId: "tahu", anyOf: ["ya"] },
});
const onThat = question("lagi", { condition: { questionId: "apa", anyOf: ["ragu"] } });
const everything = { singleNumbers: true, texts: true };

describe("a conditional question", () => {
  const shown = (answers: Parameters<typeof shownQuestions>[1]) =>
    shownQuestions([single, onYes, onThat], answers).map(({ id }) => id);

  it("is asked where the earlier one was answered so", () => {
    expect(shown({ tahu: "ya" })).toEqual(["tahu", "apa"]);
    expect(shown({ tahu: "tidak" })).toEqual(["tahu"]);
    expect(shown({ tahu: "ya", apa: ["ya", "ragu"] })).toEqual(["tahu", "apa", "lagi"]);
  });

  it("is not asked by an answer to a question that is hidden itself", () => {
    expect(shown({ tahu: "tidak", apa: ["ragu"] })).toEqual(["tahu"]);
  });

  it("hangs on a step of a scale too", () => {
    const scale = question("nilai", { kind: "scale" });
    const why = question("mengapa", { condition: { questionId: "nilai", anyOf: ["1", "2"] } });
    expect(shownQuestions([scale, why], { nilai: 2 })).toHaveLength(2);
    expect(shownQuestions([scale, why], { nilai: 3 })).toHaveLength(1);
  });
});

describe("answers", () => {
  it("are missing only where the question is required and shown", () => {
    const of = (answers: Parameters<typeof faultyAnswers>[1]) =>
      faultyAnswers([single, onYes, onThat], answers);
    expect(of({})).toEqual([{ questionId: "tahu", fault: "missing" }]);
    expect(of({ tahu: "tidak" })).toEqual([]);
    expect(of({ tahu: "ya", apa: [] })).toEqual([{ questionId: "apa", fault: "missing" }]);
  });

  it.each([
    [{ kind: "single", choices }, "ya", ["lain", 1, ["ya"]]],
    [{ kind: "multiple", choices }, ["ya", "ragu"], ["ya", ["ya", "ya"], ["lain"]]],
    [{ kind: "scale" }, 5, [0, 6, 2.5, "3"]],
    [{ kind: "number", least: 0, most: 10 }, 2.5, [-1, 11, Number.POSITIVE_INFINITY, "3"]],
    [{ kind: "number" }, -1_000_000, [Number.NaN]],
    [{ kind: "short" }, "x".repeat(200), ["x".repeat(201), 3, ["x"]]],
    [{ kind: "long" }, "x".repeat(4000), ["x".repeat(4001)]],
  ] as const)("fit their question: %j", (given, right, wrong) => {
    const asked = question("q", given as Partial<Question>);
    expect(faultyAnswers([asked], { q: right })).toEqual([]);
    for (const each of wrong) {
      expect(faultyAnswers([asked], { q: each })).toEqual([{ questionId: "q", fault: "wrong" }]);
    }
  });

  it("are sent without those to hidden questions, and without blanks", () => {
    const open = question("usul");
    expect(
      answersToSend([single, onYes, open], { tahu: "tidak", apa: ["ya"], usul: "  pagu ", x: "y" }),
    ).toEqual({ tahu: "tidak", usul: "pagu" });
  });
});

describe("a survey's questions", () => {
  it.each([
    ["noText", [question("a", { text: " " })]],
    ["fewChoices", [question("a", { kind: "single", choices: choices.slice(1, 2) })]],
    [
      "emptyChoice",
      [question("a", { kind: "single", choices: [...choices, { id: "x", text: "" }] })],
    ],
    [
      "sameChoices",
      [question("a", { kind: "multiple", choices: [...choices, { id: "x", text: "Ya " }] })],
    ],
    ["leastAboveMost", [question("a", { kind: "number", least: 3, most: 2 })]],
    ["conditionNotEarlier", [onYes, single]],
    [
      "conditionNotEarlier",
      [question("t"), question("a", { condition: { questionId: "t", anyOf: ["x"] } })],
    ],
    [
      "conditionWithoutChoice",
      [single, question("a", { condition: { questionId: "tahu", anyOf: [] } })],
    ],
    [
      "conditionWithoutChoice",
      [single, question("a", { condition: { questionId: "tahu", anyOf: ["gone"] } })],
    ],
  ])("are not complete: %s", (fault, questions) => {
    expect(faultyQuestions(questions).map((each) => each.fault)).toContain(fault);
  });

  it("are complete with words, choices and conditions on what stands before", () => {
    expect(faultyQuestions([single, onYes, onThat, question("n", { kind: "number" })])).toEqual([]);
  });
});

describe("results", () => {
  const number = question("berapa", { kind: "number" });
  const text = question("usul");
  const all = [
    { tahu: "ya", apa: ["ya", "ragu"], berapa: 1, usul: "zebra" },
    { tahu: "ya", apa: ["ya"], berapa: 2, usul: "apel" },
    { tahu: "tidak", berapa: 6 },
  ];

  it("count choices among those who were asked", () => {
    const [first, second] = resultsOf([single, onYes], all, everything);
    expect(first).toMatchObject({ asked: 3, answered: 3 });
    expect(first?.counts?.map(({ count }) => count)).toEqual([2, 1, 0]);
    expect(second).toMatchObject({ asked: 2, answered: 2 });
    expect(second?.counts?.map(({ count }) => count)).toEqual([2, 0, 1]);
  });

  it("say mean, median and range of numbers, the range only where single answers are seen", () => {
    const [seen] = resultsOf([number], all, everything);
    expect(seen).toMatchObject({ mean: 3, median: 2, range: { least: 1, most: 6 }, counts: null });
    const [hidden] = resultsOf([number], [...all, ...all], { singleNumbers: false, texts: false });
    expect(hidden).toMatchObject({ mean: 3, median: null, range: null });
    expect(resultsOf([number], [], everything)[0]).toMatchObject({ mean: null, median: null });
  });

  it.each([single, onYes, number, text])(
    "tell nothing of fewer than five answers where single ones are not seen ($kind)",
    (each) => {
      const [few] = resultsOf([single, each], all, { singleNumbers: false, texts: true }).slice(-1);
      expect(few).toEqual({
        ...{ questionId: each.id, asked: null, answered: null, counts: null },
        ...{ mean: null, median: null, range: null, texts: null },
      });
    },
  );

  it("list texts in an order that does not say when they came", () => {
    expect(resultsOf([text], all, everything)[0]?.texts).toEqual(["apel", "zebra"]);
    expect(resultsOf([text], all, { singleNumbers: false, texts: false })[0]?.texts).toBeNull();
  });
});
