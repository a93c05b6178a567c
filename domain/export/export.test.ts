import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { canonicalBlocks } from "../document/canonical.ts";
import type { ReadingNode } from "../document/reading-node.ts";
import { columnWidths, textOf } from "./column-widths.ts";
import { documentBlocks } from "./document-blocks.ts";
import { documentJson } from "./document-json.ts";
import { paperMarkdown } from "./markdown.ts";
import { type Block, type Cell, emptyCellIn, paragraphOf } from "./paper.ts";
import { evenTable } from "./table-grid.ts";
import { plainNames } from "./testing/plain-names.ts";
import { randomDocument } from "./testing/random-document.ts";

const seeds = Array.from({ length: 150 }, (_, at) => at + 1);
const empty = { kop: [], title: "", foot: [], signature: [], pageFoot: [] };

function markdownOf(blocks: Block[]): string {
  return paperMarkdown({ ...empty, heading: "JUDUL", blocks });
}

/** As GitHub and others show it. */
function htmlOf(markdown: string): string {
  return new MarkdownIt({ html: true, linkify: false }).render(markdown);
}

/** The words that a reader of it sees. */
function wordsIn(html: string): string[] {
  const text = html
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/(<li>\s*(?:<p>)?)\[[ x]\]/g, "$1")
    .replaceAll(/<br\s*\/?>|<\/?(?:p|li|h\d|td|th|tr|ul|ol|blockquote|table|hr)[^>]*>/g, " ")
    .replaceAll(/<\/?(?:strong|em|s|u|a|thead|tbody|code)\b[^>]*>/g, "")
    .replaceAll(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? "");
  return wordList(text);
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };
/** Signs of tasks, bullets and numbers that a cell spells out, and the colon after a fact's name. */
const wordList = (text: string) =>
  text.split(/\s+/).filter((word) => word !== "" && !/^(?:[☑☐•:]|\d+\.)$/.test(word));

test.each(seeds)(
  "in Markdown document %i shows the same words, whatever signs they hold",
  (seed) => {
    const blocks = documentBlocks(randomDocument(seed), plainNames);
    const seen = wordsIn(htmlOf(markdownOf(blocks)))
      .join(" ")
      .replaceAll(/:(?= |$)/g, "");
    expect(seen).toBe(
      wordList(`JUDUL ${textOf(blocks)}`)
        .join(" ")
        .replaceAll(/:(?= |$)/g, ""),
    );
  },
);

test.each(seeds)("as JSON document %i is the tree that its fingerprint is taken of", (seed) => {
  const reading = randomDocument(seed);
  const file = JSON.parse(documentJson({ ...exported, reading }));
  expect(canonicalBlocks({ type: "doc", content: file.content })).toEqual(canonicalBlocks(reading));
  expect(JSON.stringify(file)).not.toContain('"annotation"');
});

const exported = {
  document: {
    ...({ id: "d", kind: "case", title: "Kasus", theme: "planning", status: "open" } as const),
    fiscalYear: 2027,
    isUnnamed: false,
  },
  forum: { title: "Forum", startsAt: 0, endsAt: 3_600_000, place: "Pendopo" },
  fingerprint: null,
  villages: [{ id: "v1", name: "Desa Contoh A" }],
  exportedAt: 0,
};

test("in JSON each lane bears its village's name beside its id", () => {
  const lane = (village: string) => ({ type: "lane", attrs: { id: "n", village }, content: [] });
  const reading = { type: "doc", content: [lane("v1"), lane("left")] };
  const { content, forum } = JSON.parse(documentJson({ ...exported, reading }));
  expect(content.map(({ name }: { name: string }) => name)).toEqual(["Desa Contoh A", null]);
  expect(forum.startsAt).toBe("1970-01-01T00:00:00.000Z");
});

test("Markdown keeps headings, lists, tasks, tables and marks as its own signs", () => {
  const text = (words: string, ...marks: string[]): ReadingNode => ({
    ...{ type: "text", text: words, marks: marks.map((type) => ({ type })) },
  });
  const p = (...content: ReadingNode[]): ReadingNode => ({ type: "paragraph", content });
  const item = (checked: boolean, words: string): ReadingNode => ({
    ...{ type: "taskItem", attrs: { checked }, content: [p(text(words))] },
  });
  const cell = (type: string, words: string) => ({ type, content: [p(text(words))] });
  const row = (...content: ReadingNode[]) => ({ type: "tableRow", content });
  const lane = { type: "lane", attrs: { village: "v1" } };
  const blocks = documentBlocks(
    {
      type: "doc",
      content: [
        {
          ...{ type: "section", attrs: { kind: "Praktik" } },
          content: [
            {
              ...lane,
              content: [
                { type: "heading", attrs: { level: 3 }, content: [text("Langkah")] },
                p(text("Pagu "), text("turun", "bold"), text(" lagi.")),
                { type: "taskList", content: [item(true, "Data"), item(false, "Rapat")] },
                {
                  type: "table",
                  content: [
                    row(cell("tableHeader", "Bidang"), cell("tableHeader", "Rp|juta")),
                    row(cell("tableCell", "Jalan"), cell("tableCell", "12")),
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    plainNames,
  );
  expect(markdownOf(blocks)).toBe(`# JUDUL

## Praktik

### Desa Contoh A

#### Langkah

Pagu **turun** lagi.

- [x] Data
- [ ] Rapat

| Bidang | Rp\\|juta |
| --- | --- |
| Jalan | 12 |
`);
});

test("lanes without words are left out, and follow-ups become the printed form's table", () => {
  const field = (name: string, words: string): ReadingNode => ({
    ...{ type: "field", attrs: { name }, content: words ? [{ type: "text", text: words }] : [] },
  });
  const followUp = (activity: string): ReadingNode => ({
    type: "followUp",
    content: [field("activity", activity), field("village", activity && "Desa Contoh B")],
  });
  const blocks = documentBlocks(
    {
      type: "doc",
      content: [
        { type: "lane", attrs: { village: "v1" }, content: [{ type: "paragraph" }] },
        followUp("Menyusun RAB"),
        followUp(""),
      ],
    },
    plainNames,
  );
  expect(blocks).toHaveLength(1);
  expect(textOf(blocks).split("\n")).toEqual([
    ...["No", "activity", "responsible", "village", "dueDate", "output"],
    ...["1", "Menyusun RAB", "", "Desa Contoh B", "", ""],
  ]);
});

test.each(seeds)("a table in which several people worked is even (%i)", (seed) => {
  const cells = (count: number, at: number): Cell[] =>
    Array.from({ length: count }, (_, column) => ({
      ...{ isHead: at === 0, blocks: [paragraphOf(`${at}.${column}`)] },
      columns: 1 + ((seed * 7 + at * 3 + column) % 4 === 0 ? 1 : 0),
      rows: 1 + ((seed * 5 + at + column * 2) % 5 === 0 ? 3 : 0),
    }));
  const given = [0, 1, 2, 3].map((at) => cells((seed + at * at) % 5, at));
  const { rows, columnCount } = evenTable(given, emptyCellIn);
  const filled = rows.map(() => new Array<number>(columnCount).fill(0));
  rows.forEach((row, at) => {
    for (const cell of row) {
      const column = (filled[at] ?? []).indexOf(0);
      for (let y = 0; y < cell.rows; y++) {
        for (let x = 0; x < cell.columns; x++) {
          const line = filled[at + y] ?? [];
          line[column + x] = (line[column + x] ?? 0) + 1;
        }
      }
    }
  });
  expect(filled.flat().every((times) => times === 1)).toBe(true);
  const words = (table: Cell[][]) =>
    table
      .flat()
      .map(({ blocks }) => textOf(blocks))
      .filter(Boolean);
  expect(words(rows)).toEqual(words(given));
  const widths = columnWidths(rows, columnCount, 9000);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9000);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});
