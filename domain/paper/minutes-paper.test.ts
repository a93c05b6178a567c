import { expect, test } from "vitest";
import type { ReadingNode } from "../document/reading-node.ts";
import { createTemplate } from "../document/templates.ts";
import { minutesPaper } from "./minutes-paper.ts";
import { type PaperForm, wordsOf } from "./paper-part.ts";

const paragraph = (text: string): ReadingNode => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});

const cell = (text: string): ReadingNode => ({ type: "tableCell", content: [paragraph(text)] });

const table: ReadingNode = {
  type: "table",
  content: [{ type: "tableRow", content: [cell("Rp1"), cell("Rp2")] }],
};

const names = {
  sections: { agreements: "Kesepakatan", followUps: "RTL", closing: "Penutup" },
  branches: {},
  fields: { place: "Tempat", invitationLetter: "Surat Undangan", activity: "Kegiatan" },
  village: (id: string) => (id === "a" ? "Desa Contoh A" : null),
  formerVillage: "Desa yang tidak diundang lagi",
  speaker: (_: string, village: string) => village,
};

/** Fresh minutes, with these blocks in the lanes of the first item. */
function minutes(lanes: Record<string, ReadingNode[]>): ReadingNode {
  let ids = 0;
  const reading: ReadingNode = createTemplate(
    {
      ...{ id: "d", kind: "minutes", title: "Notulen", theme: "planning", fiscalYear: 2027 },
      ...{ status: "open", proposedByVillage: null },
      forum: {
        ...{ id: "f", title: "Forum", startsAt: 0, endsAt: 1, place: "Pendopo" },
        ...{ districtName: "Contoh", regency: "Contoh" },
      },
      villages: [{ id: "a" }, { id: "b" }],
      agenda: [{ id: "i1", title: "Bedah kasus", kind: "case" }],
      ...{ chair: null, recorders: [], attendance: [] },
    },
    () => `n${++ids}`,
  ).toJSON();
  const item = reading.content?.find(({ attrs }) => attrs?.kind === "discussion")?.content?.[0];
  for (const lane of item?.content ?? []) {
    const written = lanes[String(lane.attrs?.village)];
    if (written) lane.content = written;
  }
  return reading;
}

const formsOf = (reading: ReadingNode) =>
  minutesPaper(reading, names).filter((part) => part.kind === "form") as PaperForm[];

const wordsIn = ({ rows }: PaperForm) =>
  rows.map((row) =>
    row.map((each) => (typeof each === "string" ? each : each.map(wordsOf).join(" "))),
  );

test("the head names what is known, and leaves a line for the letter that nobody typed", () => {
  const [head] = minutesPaper(minutes({}), names);
  const facts = head?.kind === "facts" ? head.facts : [];
  expect(facts).toContainEqual({ name: "Tempat", value: "Pendopo" });
  expect(facts).toContainEqual({ name: "Surat Undangan", value: "" });
});

test("each village that spoke has a row under its item, and an empty lane has none", () => {
  const [discussion] = formsOf(minutes({ a: [paragraph("Pagu turun.")] }));
  expect(discussion && wordsIn(discussion)).toEqual([
    ["1", "Bedah kasus", "Desa Contoh A", "Pagu turun.", ""],
  ]);
});

test("an item to which nobody spoke stays, with room to write", () => {
  const [discussion] = formsOf(minutes({}));
  expect(discussion && wordsIn(discussion)).toEqual([["1", "Bedah kasus", "", "", ""]]);
});

test("what a village that is invited no more wrote stays", () => {
  const [discussion] = formsOf(minutes({ b: [paragraph("Dulu.")] }));
  expect(discussion && wordsIn(discussion)[0]?.[2]).toBe("Desa yang tidak diundang lagi");
});

test("what follows the word Kesimpulan stands in its column, without the word", () => {
  const lane = [paragraph("Uraian."), paragraph("Kesimpulan: ditunda."), paragraph("Sebulan.")];
  const [discussion] = formsOf(minutes({ a: lane }));
  expect(discussion && wordsIn(discussion)[0]?.slice(3)).toEqual(["Uraian.", "ditunda. Sebulan."]);
});

test("a sentence that only speaks of a conclusion stays in the text", () => {
  const [discussion] = formsOf(minutes({ a: [paragraph("Kesimpulan rapat lalu berlaku.")] }));
  expect(discussion && wordsIn(discussion)[0]?.[3]).toBe("Kesimpulan rapat lalu berlaku.");
});

test("a table stands between the rows, and the form goes on behind it", () => {
  const reading = minutes({ a: [paragraph("Sebelum."), table, paragraph("Sesudah.")] });
  const parts = minutesPaper(reading, names);
  const at = parts.findIndex((part) => part.kind === "words" && part.content[0] === table);
  const [before, after] = [parts[at - 1], parts[at + 1]] as PaperForm[];
  expect(before && wordsIn(before)).toEqual([
    ["1", "Bedah kasus", "Desa Contoh A", "Sebelum.", ""],
  ]);
  expect(after && wordsIn(after)).toEqual([["", "", "Desa Contoh A", "Sesudah.", ""]]);
});

test("a table before all words is named by its item and village", () => {
  const parts = minutesPaper(minutes({ a: [table] }), names);
  const at = parts.findIndex((part) => part.kind === "words" && part.content[0] === table);
  const before = parts[at - 1] as PaperForm;
  expect(wordsIn(before)).toEqual([["1", "Bedah kasus", "Desa Contoh A", "", ""]]);
});

test("follow-ups that nobody filled in are one empty row to write on", () => {
  const followUps = formsOf(minutes({})).at(-1);
  expect(followUps && wordsIn(followUps)).toEqual([["1", "", "", "", "", ""]]);
});
