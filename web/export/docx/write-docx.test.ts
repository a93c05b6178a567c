import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { textOf } from "../../../domain/export/column-widths.ts";
import { documentBlocks } from "../../../domain/export/document-blocks.ts";
import type { Block, Paper } from "../../../domain/export/paper.ts";
import { paragraphOf, tableOf } from "../../../domain/export/paper.ts";
import { plainNames } from "../../../domain/export/testing/plain-names.ts";
import { randomDocument } from "../../../domain/export/testing/random-document.ts";
import { writeDocx } from "./write-docx.ts";

const paper: Paper = {
  kop: ["PEMERINTAH KABUPATEN CONTOH", "KECAMATAN CONTOH"],
  heading: "NOTULA",
  title: "Menyusun APBDes",
  blocks: [],
  foot: [],
  signature: ["Camat", "", "NIP."],
  pageFoot: ["Sidik 1234abcd · periksa di https://sinau.test/periksa"],
};

async function partsOf(blocks: Block[], size: "a4" | "f4" = "a4"): Promise<Record<string, string>> {
  const file = unzipSync(new Uint8Array(await writeDocx({ ...paper, blocks }, size)));
  return Object.fromEntries(Object.entries(file).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The words of document.xml, one line for each paragraph. */
function wordsIn(xml: string): string {
  return xml
    .replaceAll(/<w:br\/>|<\/w:p>/g, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? "");
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const wordList = (text: string) => text.split(/\s+/).filter((word) => word !== "");

test("headings, lists and quotes are styles and numbering of Word, not looks", async () => {
  const { "word/document.xml": xml = "", "word/numbering.xml": numbering = "" } = await partsOf([
    { kind: "heading", level: 1, runs: [{ text: "Pembahasan" }] },
    { kind: "heading", level: 3, runs: [{ text: "Desa Contoh A" }] },
    { kind: "quote", blocks: [paragraphOf("Kutipan")] },
    {
      ...({ kind: "list", of: "numbers", start: 4 } as const),
      items: [{ blocks: [paragraphOf("Empat")] }, { blocks: [paragraphOf("Lima")] }],
    },
    {
      ...({ kind: "list", of: "tasks", start: 1 } as const),
      items: [{ isDone: true, blocks: [paragraphOf("Selesai")] }],
    },
  ]);
  expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>.*?Pembahasan/);
  expect(xml).toMatch(/<w:pStyle w:val="Heading3"\/>.*?Desa Contoh A/);
  expect(xml).toMatch(/<w:pStyle w:val="Quote"\/>.*?Kutipan/);
  expect(xml.match(/<w:numPr>/g)).toHaveLength(3);
  expect(numbering).toContain('<w:start w:val="4"/>');
  expect(xml).toContain("☑ ");
});

test("bold, italic, underlined and struck words and links stay what they are", async () => {
  const { "word/document.xml": xml = "", "word/_rels/document.xml.rels": links = "" } =
    await partsOf([
      {
        kind: "paragraph",
        runs: [
          { text: "tebal", bold: true },
          { text: "miring", italic: true },
          { text: "garis", underline: true },
          { text: "coret", strike: true },
          { text: "tautan", href: "https://peraturan.go.id/a?b=1&c=2" },
        ],
      },
    ]);
  expect(xml).toMatch(/<w:b\/>(?:(?!<w:r>).)*tebal/);
  expect(xml).toMatch(/<w:i\/>(?:(?!<w:r>).)*miring/);
  expect(xml).toMatch(/<w:u w:val="single"\/>(?:(?!<w:r>).)*garis/);
  expect(xml).toMatch(/<w:strike\/>(?:(?!<w:r>).)*coret/);
  expect(xml).toMatch(/<w:hyperlink[^>]*r:id=(?:(?!<\/w:hyperlink>).)*tautan/);
  expect(links).toContain('Target="https://peraturan.go.id/a?b=1&amp;c=2" TargetMode="External"');
});

test("a wide table has a head on every page, fixed widths, and is no wider than the page", async () => {
  const head = Array.from({ length: 14 }, (_, at) => `Kolom ${at + 1}`);
  const row = head.map((_, at) => (at === 3 ? "uraian yang panjang ".repeat(20) : `Rp${at}`));
  const { "word/document.xml": xml = "" } = await partsOf([tableOf(head, [row, row])]);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
  const widths = Array.from(xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g), ([, width]) =>
    Number(width),
  );
  expect(widths).toHaveLength(14);
  const pageWidth = Number(/<w:pgSz w:w="(\d+)"/.exec(xml)?.[1]);
  const sum = widths.reduce((all, width) => all + width, 0);
  expect(sum).toBeGreaterThan(0.7 * pageWidth);
  expect(sum).toBeLessThanOrEqual(pageWidth - 1134 - 1417);
  expect(Math.max(...widths)).toBe(widths[3]);
});

test("every page says by what the text is checked, and which page of how many it is", async () => {
  const parts = await partsOf([]);
  const foot =
    Object.entries(parts).find(([path]) => /^word\/footer\d\.xml$/.test(path))?.[1] ?? "";
  expect(wordsIn(foot)).toContain("Sidik 1234abcd · periksa di https://sinau.test/periksa");
  expect(foot).toMatch(/halaman .*PAGE.* dari .*NUMPAGES/);
});

test.each([
  ["a4", 11_906, 16_838],
  ["f4", 12_189, 18_709],
] as const)("%s has its own size of page", async (size, width, height) => {
  const { "word/document.xml": xml = "" } = await partsOf([], size);
  expect(xml).toContain(`<w:pgSz w:w="${width}" w:h="${height}"`);
});

test("what was removed stays a bar, and control characters break no file", async () => {
  const reading = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "NIK ████\u0000\u000b." }] }],
  };
  const { "word/document.xml": xml = "" } = await partsOf(documentBlocks(reading, plainNames));
  expect(wordsIn(xml)).toContain("NIK ████.");
});

test.each(Array.from({ length: 40 }, (_, at) => at + 1))(
  "document %i has the same words in Word, in the same order",
  async (seed) => {
    const blocks = documentBlocks(randomDocument(seed), plainNames);
    const { "word/document.xml": xml = "" } = await partsOf(blocks);
    const written = wordList(wordsIn(xml)).filter(
      (word) => word !== "☑" && word !== "☐" && word !== ":",
    );
    const expected = wordList(
      [...paper.kop, paper.heading, paper.title, textOf(blocks), ...paper.signature].join("\n"),
    ).filter((word) => word !== ":");
    expect(written).toEqual(expected);
    expect(expected.length).toBeGreaterThan(20);
  },
);
