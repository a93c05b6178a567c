import { expect, test } from "vitest";
import { attrsAt, hasSide } from "./sides.ts";
import { block, text } from "./testing/compared.ts";

test("the older moment has no new words, the newer one no deleted ones", () => {
  const [fresh, gone, kept] = [
    text("a", { insertedBy: 0 }),
    text("b", { deletedBy: 0 }),
    text("c"),
  ];
  expect([fresh, gone, kept].map((each) => hasSide(each, "older"))).toEqual([false, true, true]);
  expect([fresh, gone, kept].map((each) => hasSide(each, "newer"))).toEqual([true, false, true]);
});

test("the older moment has the settings of then", () => {
  const item = block("taskItem", [], {
    ...{ attrs: { checked: true }, attrsBefore: { checked: false } },
  });
  expect(attrsAt(item, "older")).toEqual({ checked: false });
  expect(attrsAt(item, "newer")).toEqual({ checked: true });
});
