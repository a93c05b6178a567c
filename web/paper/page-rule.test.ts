import { expect, test } from "vitest";
import { pageRule } from "./page-rule.ts";

test("the page has the chosen size", () => {
  expect(pageRule("a4", [])).toContain("size: 210mm 297mm;");
  expect(pageRule("f4", [])).toContain("size: 215mm 330mm;");
});

test("the lines of the foot stand under each other", () => {
  expect(pageRule("a4", ["satu", "dua"])).toContain('content: "satu" "\\A" "dua";');
});

test("a line cannot end its string and begin a rule", () => {
  expect(pageRule("a4", ['a" } body { display: none } \\ \n b'])).toContain(
    'content: "a\\22  } body { display: none } \\5c  \\a  b";',
  );
});
