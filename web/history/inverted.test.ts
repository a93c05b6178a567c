import { expect, test } from "vitest";
import { invert } from "./inverted.ts";
import { block, originOf, paragraph, text, villager } from "./testing/compared.ts";

const origins = [originOf(villager("A"))];
const comparison = {
  ...{ from: 3, to: 9, inserted: 4, deleted: 2, origins },
  content: [
    paragraph(text("baru", { insertedBy: 0 }), text("lama", { deletedBy: 0 })),
    block("heading", [text("Judul", { marks: { bold: {} }, marksBefore: {}, markedBy: 0 })], {
      ...{ attrs: { level: 4 }, attrsBefore: { level: 3 }, changedBy: 0 },
    }),
  ],
};

test("on the way back what was written goes and what was deleted returns", () => {
  const { content, inserted, deleted } = invert(comparison);
  expect(content[0]?.content).toMatchObject([
    { text: "baru", deletedBy: 0 },
    { text: "lama", insertedBy: 0 },
  ]);
  expect(content[0]?.content[0]).not.toHaveProperty("insertedBy");
  expect([inserted, deleted]).toEqual([2, 4]);
});

test("settings go back to what they were", () => {
  expect(invert(comparison).content[1]).toMatchObject({
    ...{ attrs: { level: 3 }, attrsBefore: { level: 4 } },
    content: [{ marks: {}, marksBefore: { bold: {} } }],
  });
});

test("there and back again is where it began", () => {
  expect(invert(invert(comparison))).toEqual(comparison);
});
