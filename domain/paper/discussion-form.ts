import { isRemovedTitle } from "../document/forum-words.ts";
import type { ReadingNode } from "../document/reading-node.ts";
import { laneName, type PaperNames, trimmed } from "./containers-of.ts";
import { hasWords, type PaperCell, type PaperPart, wordsOf } from "./paper-part.ts";

const discussionColumns = [
  "No",
  "Pokok bahasan",
  "Pembicara (nama, desa)",
  "Uraian",
  "Kesimpulan",
] as const;

/** What was said by one speaker to one item, until a table interrupts it. */
interface Said {
  speaker: string;
  told: ReadingNode[];
  concluded: ReadingNode[];
}

/**
 * The discussion in the rows of the form. A table that somebody wrote stands between the rows with
 * the whole width of the paper, for in a column it would be cut; the form goes on behind it.
 * What follows the word "Kesimpulan" in a lane stands in that column.
 * @param speaker who speaks for a village, such as "Nama, Desa"
 */
export function discussionForm(
  content: readonly ReadingNode[],
  names: PaperNames,
  speaker: (villageId: string, villageName: string) => string,
): PaperPart[] {
  const parts: PaperPart[] = [];
  let rows: PaperCell[][] = [];
  const closeRows = () => {
    if (rows.length > 0) parts.push(formOf(rows));
    rows = [];
  };
  const items = content.filter(
    (node) => node.type === "agendaItem" && (hasWords(node) || !isRemovedTitle(titleOf(node))),
  );
  for (const [at, item] of items.entries()) {
    let [number, title] = [String(at + 1), titleOf(item)];
    const addRow = ({ speaker: who, told, concluded }: Said) => {
      rows.push([number, title, who, told, concluded]);
      [number, title] = ["", ""];
    };
    const said = saidIn(item, names, speaker);
    if (said.length === 0) addRow({ speaker: "", told: [], concluded: [] });
    for (const each of said) {
      if (each.kind === "words") addRow(each.said);
      else {
        // The item is named before its table.
        if (number !== "") addRow({ speaker: each.speaker, told: [], concluded: [] });
        closeRows();
        parts.push({ kind: "words", content: [each.table] });
      }
    }
  }
  closeRows();
  return parts.length > 0 ? parts : [formOf([["1", "", "", "", ""]])];
}

type Piece = { kind: "words"; said: Said } | { kind: "table"; speaker: string; table: ReadingNode };

function saidIn(
  item: ReadingNode,
  names: PaperNames,
  speaker: (villageId: string, villageName: string) => string,
): Piece[] {
  const content = item.content ?? [];
  const own = content.filter(({ type }) => type !== "lane");
  return [
    ...piecesOf("", own),
    ...content
      .filter(({ type }) => type === "lane")
      .flatMap((lane) =>
        piecesOf(speaker(String(lane.attrs?.village), laneName(lane, names)), lane.content ?? []),
      ),
  ];
}

function piecesOf(speaker: string, content: readonly ReadingNode[]): Piece[] {
  const pieces: Piece[] = [];
  let said: Said = { speaker, told: [], concluded: [] };
  let isConclusion = false;
  const close = () => {
    const [told, concluded] = [trimmed(said.told), trimmed(said.concluded)];
    if (told.length + concluded.length > 0) {
      pieces.push({ kind: "words", said: { speaker, told, concluded } });
    }
    said = { speaker, told: [], concluded: [] };
  };
  for (const block of content) {
    if (block.type === "table") {
      close();
      isConclusion = false;
      if (hasWords(block)) pieces.push({ kind: "table", speaker, table: block });
      continue;
    }
    const conclusion = conclusionIn(block);
    if (conclusion === null) (isConclusion ? said.concluded : said.told).push(block);
    else {
      isConclusion = true;
      said.concluded.push(conclusion);
    }
  }
  close();
  return pieces;
}

/** The block without its opening word "Kesimpulan"; null where it does not open with it. */
function conclusionIn(block: ReadingNode): ReadingNode | null {
  if (block.type !== "paragraph" && block.type !== "heading") return null;
  const opening = /^\s*kesimpulan\s*(?::|$)\s*/i.exec(wordsOf(block))?.[0];
  if (opening === undefined) return null;
  let left = /^\s*kesimpulan\s*:?\s*/i.exec(lettersIn(block))?.[0].length ?? 0;
  const content = (block.content ?? []).flatMap((node): ReadingNode[] => {
    if (node.type !== "text" || left === 0) return [node];
    const text = node.text ?? "";
    const taken = Math.min(left, text.length);
    left -= taken;
    return taken === text.length ? [] : [{ ...node, text: text.slice(taken) }];
  });
  return { type: "paragraph", content };
}

function lettersIn({ content = [] }: ReadingNode): string {
  return content.map(({ text = "" }) => text).join("");
}

function formOf(rows: PaperCell[][]): PaperPart {
  const room = [1, 40, 40, 300, 120];
  return { kind: "form", form: "discussion", columns: [...discussionColumns], room, rows };
}

function titleOf({ attrs = {} }: ReadingNode): string {
  return String(attrs.title ?? "");
}
