import { expect, it } from "vitest";
import { missingOf } from "./missing-evidence.ts";

const whole = {
  level: 2,
  status: "complete",
  systemNumber: "forums",
  hasLevels: true,
  proofCount: 1,
  fileCount: 0,
} as const;

it.each([
  ["nothing where all is there", {}, { forums: 3 }, []],
  ["a level", { level: null }, { forums: 3 }, ["level"]],
  ["no level where it has none", { level: null, hasLevels: false }, { forums: 3 }, []],
  ["something that proves it", { proofCount: 0 }, { forums: 3 }, ["proof"]],
  ["nothing where a file proves it", { proofCount: 0, fileCount: 1 }, { forums: 3 }, []],
  ["rows where its number has none", {}, { forums: null }, ["rows"]],
  ["rows where its number is not known", {}, {}, ["rows"]],
  ["no rows where no number belongs to it", { systemNumber: null }, {}, []],
  ["the word that it is complete", { status: "collecting" }, { forums: 3 }, ["status"]],
] as const)("an indicator lacks %s", (_, given, values, missing) => {
  expect(missingOf({ ...whole, ...given }, values)).toEqual(missing);
});
