import { expect, test } from "vitest";
import type { ReadingNode } from "../document/reading-node.ts";
import { wordsIn } from "../document/words-in.ts";
import { contentOf } from "./content-of.ts";
import { cover, findingMark } from "./cover.ts";
import { nameFinder } from "./personal-data.ts";
import { overwrittenContent } from "./redacted-content.ts";

const villages = [
  { id: "a", name: "Desa Contoh A" },
  { id: "b", name: "Desa Contoh B" },
];
const text = (words: string, ...marks: string[]): ReadingNode => ({
  type: "text",
  text: words,
  marks: marks.map((type) => ({ type, attrs: {} })),
});
const paragraph = (...content: ReadingNode[]): ReadingNode => ({ type: "paragraph", content });
const reading: ReadingNode = {
  type: "doc",
  content: [
    { type: "section", attrs: { id: "1", kind: "chairs" }, content: [paragraph(text("Camat"))] },
    {
      type: "section",
      attrs: { id: "2", kind: "practices" },
      content: [
        {
          type: "lane",
          attrs: { id: "3", village: "a" },
          content: [paragraph(text("Nomor 0812", "bold"), text("34567890", "annotation"))],
        },
        { type: "lane", attrs: { id: "4", village: "b" }, content: [paragraph()] },
      ],
    },
    {
      type: "section",
      attrs: { id: "5", kind: "followUps" },
      content: [
        {
          type: "followUp",
          attrs: { id: "6" },
          content: [
            { type: "field", attrs: { name: "activity" }, content: [text("Rapat di Contoh B")] },
            { type: "field", attrs: { name: "responsible" }, content: [text("Eko")] },
            { type: "field", attrs: { name: "village" }, content: [text("Desa Contoh B")] },
          ],
        },
      ],
    },
    { type: "section", attrs: { id: "7", kind: "closing" }, content: [paragraph()] },
  ],
};

function published(choice: { parts: string[] | null; namesVillages: boolean; shown?: string[] }) {
  const content = contentOf(
    {
      title: "Kasus Desa Contoh A",
      documentKind: "case",
      theme: "planning",
      year: 2027,
      forum: { title: "Forum", startsAt: 0, endsAt: 0, place: "Balai Desa Contoh A", agenda: [] },
      signed: null,
      reading,
      laneNames: new Map(villages.map(({ id, name }) => [id, name])),
      villages: [],
    },
    choice,
    villages,
  );
  return cover(content, {
    names: nameFinder(["Eko Contoh"]),
    villages: choice.namesVillages ? null : villages.map(({ name }) => name),
    shown: choice.shown ?? [],
  });
}

test("what is about persons, empty, or somebody's mark is left out", () => {
  const { content } = published({ parts: null, namesVillages: true });
  const kinds = content.words.content?.map(({ attrs }) => attrs?.kind);
  expect(kinds).toEqual(["practices", "followUps"]);
  expect(JSON.stringify(content)).not.toMatch(/annotation|Eko|Camat|"village"\s*:\s*"a"/);
  expect(content.villages).toEqual(villages);
});

test("a number is covered whole, however its letters are marked, and shown where that is chosen", () => {
  const { content, findings } = published({ parts: ["2"], namesVillages: true });
  expect(wordsIn(content.words)).toContain("Nomor [ditutup]");
  expect(findings).toEqual([
    { number: 1, kind: "phone", text: "081234567890", isCovered: true, isInText: true },
  ]);
  const shown = published({ parts: ["2"], namesVillages: true, shown: ["081234567890"] });
  expect(wordsIn(shown.content.words).replaceAll(" ", "")).toContain("Nomor081234567890");
  expect(shown.findings).toMatchObject([{ isCovered: false }]);
});

test("villages that are not to be named are named nowhere: not in lanes, fields, texts or the head", () => {
  const { content } = published({ parts: null, namesVillages: false });
  expect(JSON.stringify(content)).not.toContain("Contoh A");
  expect(JSON.stringify(content)).not.toContain("Contoh B");
  expect(content.villages).toEqual([]);
  expect(content.forum?.place).toBe("Balai [nama desa]");
});

test("a sub-district of a village's name keeps it", () => {
  const content = {
    ...published({ parts: [], namesVillages: true }).content,
    title: "Kecamatan Contoh A dan Ds. Contoh A",
  };
  const { content: covered } = cover(content, {
    names: null,
    villages: ["Desa Contoh A"],
    shown: [],
  });
  expect(covered.title).toBe("Kecamatan Contoh A dan [nama desa]");
});

test("the preview marks what it found, and what is published bears no mark of it", () => {
  const { content, marked } = published({ parts: null, namesVillages: false });
  expect(JSON.stringify(marked)).toContain(`"type":"${findingMark}"`);
  expect(JSON.stringify(content)).not.toContain(findingMark);
  expect(wordsIn(marked.words)).toBe(wordsIn(content.words));
});

test("words that are removed from the document leave what was published, also across marks", () => {
  const { content } = published({ parts: null, namesVillages: true, shown: ["081234567890"] });
  const json = JSON.stringify(content);
  const without = overwrittenContent(json, ["081234567890", "Balai"]);
  expect(without).not.toContain("34567890");
  expect(JSON.parse(without).forum.place).toBe("█████ Desa Contoh A");
  expect(wordsIn(JSON.parse(without).words)).toHaveLength(wordsIn(content.words).length);
  expect(overwrittenContent(json, ["tidak ada"])).toBe(json);
});
