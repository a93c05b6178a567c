import { expect, test } from "vitest";
import { createCorrection, titleOfCorrection } from "./correction.ts";

const note = { type: "annotation", attrs: { id: "t1" } };
const signed = {
  type: "doc",
  content: [
    {
      type: "section",
      attrs: { id: "n7", kind: "situation" },
      content: [
        {
          type: "paragraph",
          attrs: {},
          content: [
            { type: "text", text: "Pagu ", marks: [note] },
            { type: "text", text: "turun", marks: [{ type: "bold", attrs: {} }, note] },
          ],
        },
        { type: "lane", attrs: { id: "n9", village: "village-a" }, content: [] },
      ],
    },
  ],
};

test("a correction begins with the signed words, without notes, under ids of its own", () => {
  let last = 0;
  const words = createCorrection(signed, () => `n${++last}`);
  expect(words.textContent).toBe("Pagu turun");
  const [section] = words.content.content;
  expect(section?.attrs).toEqual({ id: "n1", kind: "situation" });
  expect(section?.child(1).attrs).toEqual({ id: "n2", village: "village-a" });
  const runs = section?.child(0).content.content.map(({ marks }) => marks.map((m) => m.type.name));
  expect(runs).toEqual([[], ["bold"]]);
});

test("words of a newer schema make no correction", () => {
  const words = { type: "doc", content: [{ type: "hologram" }] };
  expect(() => createCorrection(words, () => "n1")).toThrow();
});

test("a correction is listed under its own title, which bears the mark once and stays in bounds", () => {
  expect(titleOfCorrection("Pagu turun", 120)).toBe("Pagu turun (perbaikan)");
  expect(titleOfCorrection("Pagu turun (perbaikan)", 120)).toBe("Pagu turun (perbaikan)");
  expect(titleOfCorrection("x".repeat(120), 120)).toHaveLength(120);
});
