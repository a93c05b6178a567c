import type { ReadingNode } from "../../document/reading-node.ts";
import type { PartNames } from "../document-blocks.ts";

const laneCount = 12;
const sentence =
  "Belanja wajib didahulukan, lalu padat karya tunai, dan sisanya menunggu perubahan anggaran berikutnya";

/** Minutes of some 40 pages: five items of an agenda, twelve lanes in each, and tables as wide as they get. */
export function longMinutes(): ReadingNode {
  return {
    type: "doc",
    content: [
      section("meeting", [field("meeting", "Forum Contoh"), field("place", "Balai Desa Contoh A")]),
      section(
        "discussion",
        ["Pembukaan", "Kasus", "Praktik", "Kesepakatan", "Penutup"].map((title, item) => ({
          type: "agendaItem",
          attrs: { id: `n${item}`, title },
          content: Array.from({ length: laneCount }, (_, village) => lane(item, village)),
        })),
      ),
      section("agreements", [{ type: "agreement", content: [paragraph(`${sentence}.`)] }]),
      section(
        "followUps",
        Array.from({ length: 20 }, (_, at) => ({
          type: "followUp",
          content: ["activity", "responsible", "village", "dueDate", "output"].map((name) =>
            field(name, `${name} langkah ke-${at + 1}`),
          ),
        })),
      ),
    ],
  };
}

export const longMinutesNames: PartNames = {
  section: (kind) => `Bagian ${kind}`,
  branch: (kind) => kind,
  field: (name) => `Isian ${name}`,
  village: (id) => `Desa Contoh ${id}`,
  formerVillage: "",
  number: "No",
};

function lane(item: number, village: number): ReadingNode {
  const columns = 6 + ((item + village) % 7);
  return {
    type: "lane",
    attrs: { id: `l${item}-${village}`, village: String.fromCharCode(65 + village) },
    content: [
      paragraph(`${sentence} (${item}.${village}). ${sentence}. ${sentence}.`),
      {
        type: "bulletList",
        content: [1, 2, 3].map((point) => ({
          type: "listItem",
          content: [paragraph(`Butir ${point} dari ${item}.${village}: ${sentence}`)],
        })),
      },
      table(columns, 6, `t${item}x${village}`),
      paragraph(`${sentence}. ${sentence}.`),
    ],
  };
}

/** Each cell has a word that stands nowhere else. */
function table(columns: number, rows: number, name: string): ReadingNode {
  return {
    type: "table",
    content: Array.from({ length: rows + 1 }, (_, row) => ({
      type: "tableRow",
      content: Array.from({ length: columns }, (_, column) => ({
        type: row === 0 ? "tableHeader" : "tableCell",
        content: [
          paragraph(row === 0 ? `Kolom ${column + 1}` : `${name} r${row}k${column} pagu turun`),
        ],
      })),
    })),
  };
}

function section(kind: string, content: ReadingNode[]): ReadingNode {
  return { type: "section", attrs: { id: `s-${kind}`, kind }, content };
}

function field(name: string, words: string): ReadingNode {
  return { type: "field", attrs: { name }, content: [{ type: "text", text: words }] };
}

function paragraph(words: string): ReadingNode {
  return { type: "paragraph", content: [{ type: "text", text: words }] };
}
