import type { ReadingNode } from "../../document/reading-node.ts";

type Below = (below: number) => number;

/** A document with everything that a document may hold, and with signs of other forms in its words. */
export function randomDocument(seed: number): ReadingNode {
  const below = belowOf(seed);
  const section = (kind: string, content: ReadingNode[]): ReadingNode => ({
    type: "section",
    attrs: { id: `n${below(1e9)}`, kind },
    content,
  });
  const lane = (village: string): ReadingNode => ({
    type: "lane",
    attrs: { id: `n${below(1e9)}`, village },
    content: blocks(below, 3),
  });
  return {
    type: "doc",
    content: [
      section("identity", [field(below, "title"), field(below, "theme")]),
      section("situation", blocks(below, 6)),
      section("practices", [lane("v1"), lane("v2"), lane("left")]),
      section(
        "agreements",
        [1, 2].map(() => ({ type: "agreement", content: blocks(below, 1) })),
      ),
      section("followUps", [followUp(below), followUp(below)]),
    ],
  };
}

const pieces = [
  ...["pagu", "APBDes 2027", "Rp1.250.000,00", "*", "**tebal**", "_garis_", "# judul", "- butir"],
  ...[
    "1. nomor",
    "2) dua",
    "> kutip",
    "|",
    "a|b",
    "<b>x</b>",
    "<!-- x -->",
    "&amp;",
    "&",
    "\\",
    "`k`",
  ],
  ...["[teks](https://x.id)", "![gambar](y)", "~~coret~~", "---", "===", "+ tambah", "!", "█████"],
  ...[
    "nyoblos\u0301",
    "😀",
    "“kutip”",
    "a*b*c",
    "http://x.id",
    "snake_case_word",
    ": titik",
    "\u00a0",
  ],
];

/** A xorshift, so that a seed names a document. */
function belowOf(seed: number): Below {
  let state = (seed * 2_654_435_761 + 1) | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function texts(below: Below): ReadingNode[] {
  return Array.from({ length: below(5) }, (): ReadingNode => {
    if (below(9) === 0) return { type: "hardBreak" };
    const words = Array.from({ length: 1 + below(3) }, () => pieces[below(pieces.length)]);
    const marks = ["bold", "italic", "underline", "strike", "annotation"]
      .filter(() => below(5) === 0)
      .map((type) => ({ type, ...(type === "annotation" && { attrs: { thread: "t" } }) }));
    if (below(8) === 0)
      marks.push({ type: "link", attrs: { href: "https://x.id/a?b=(c)" } } as never);
    return { type: "text", text: words.join(" ") + (below(2) ? " " : ""), marks };
  });
}

function paragraph(below: Below): ReadingNode {
  return { type: "paragraph", content: texts(below) };
}

function field(below: Below, name: string): ReadingNode {
  const content = texts(below).filter(({ type }) => type === "text");
  return { type: "field", attrs: { name }, content };
}

function followUp(below: Below): ReadingNode {
  const names = ["activity", "responsible", "village", "dueDate", "output"];
  return { type: "followUp", content: names.map((name) => field(below, name)) };
}

function blocks(below: Below, most: number, depth = 0): ReadingNode[] {
  return Array.from({ length: 1 + below(most) }, () => block(below, depth));
}

function block(below: Below, depth: number): ReadingNode {
  const kind = depth > 2 ? 0 : below(8);
  const within = () => blocks(below, 2, depth + 1);
  switch (kind) {
    case 1:
      return { type: "heading", attrs: { level: 3 + below(2) }, content: texts(below) };
    case 2:
      return { type: "blockquote", content: within() };
    case 3:
    case 4:
    case 5: {
      const [type, item] = [
        ["bulletList", "listItem"],
        ["orderedList", "listItem"],
        ["taskList", "taskItem"],
      ][kind - 3] as [string, string];
      const content = Array.from({ length: 1 + below(3) }, () => ({
        type: item,
        attrs: { checked: below(2) === 0 },
        content: [paragraph(below), ...(below(3) === 0 ? within() : [])],
      }));
      return { type, attrs: { start: 1 + below(12) }, content };
    }
    case 6:
      return table(below, depth);
    default:
      return paragraph(below);
  }
}

/** Now and then with cells that are missing or reach too far. */
function table(below: Below, depth: number): ReadingNode {
  const columns = 1 + below(5);
  return {
    type: "table",
    content: Array.from({ length: 1 + below(4) }, (_, row) => ({
      type: "tableRow",
      content: Array.from({ length: columns - below(2) * below(2) }, () => ({
        type: row === 0 ? "tableHeader" : "tableCell",
        attrs: {
          colspan: 1 + Number(below(6) === 0),
          rowspan: 1 + Number(below(6) === 0) * below(4),
        },
        content: blocks(below, 2, depth + 1),
      })),
    })),
  };
}
