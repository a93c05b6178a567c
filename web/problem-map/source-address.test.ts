import { expect, it } from "vitest";
import { newProblemAddress, sourceIn } from "./source-address.ts";

it.each([
  { kind: "survey", surveyId: "s", questionId: "q", choiceId: "c & d" },
  { kind: "survey", surveyId: "s", questionId: "q", choiceId: null },
  { kind: "case", documentId: "d" },
  { kind: "note", documentId: "d", threadId: "t" },
] as const)("the form is led to %j by its address", (source) => {
  expect(sourceIn(new URL(newProblemAddress(source), "http://sinau.test").search)).toEqual(source);
});

it("a form without a source is of a problem that was told directly", () => {
  expect(sourceIn("?pertanyaan=q")).toBeNull();
});
