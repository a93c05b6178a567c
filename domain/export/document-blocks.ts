import { followUpFields } from "../document/containers.ts";
import { isRemovedTitle } from "../document/forum-words.ts";
import type { ReadingNode } from "../document/reading-node.ts";
import type { Block, Cell, ListItem, Run } from "./paper.ts";
import { emptyCellIn, plainRuns, tableOf } from "./paper.ts";
import { evenTable } from "./table-grid.ts";

/** What the parts of a document are called on paper. */
export interface PartNames {
  /** Of a section, a branch or a field, by its kind or name. */
  section: (kind: string) => string;
  branch: (kind: string) => string;
  field: (name: string) => string;
  /** Of a lane; null for a village that has left. */
  village: (villageId: string) => string | null;
  formerVillage: string;
  /** Over the column with the numbers of the follow-ups. */
  number: string;
}

/**
 * A document as blocks of a paper: sections and what stands in them become headings, villages'
 * lanes bear the villages' names, follow-ups become the printed form's table. Of nodes that this
 * version does not know their words stay. Annotations leave no trace, lanes without words neither.
 * @param reading the whole document
 */
export function documentBlocks(reading: ReadingNode, names: PartNames): Block[] {
  return blocksOf(reading.content ?? [], 1, names);
}

function blocksOf(content: readonly ReadingNode[], level: number, names: PartNames): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < content.length; at++) {
    const node = content[at];
    if (node === undefined) continue;
    if (!gathered.has(node.type)) {
      blocks.push(...blockOf(node, level, names));
      continue;
    }
    const alike = [node];
    for (let next = content[at + 1]; next && isAlike(node, next); next = content[at + 1]) {
      alike.push(next);
      at++;
    }
    blocks.push(...gather(alike, level, names));
  }
  return blocks;
}

const inline: ReadonlySet<string> = new Set(["text", "hardBreak"]);
/** What is written together with its like beside it. */
const gathered: ReadonlySet<string> = new Set([...inline, "field", "agreement", "followUp"]);

function isAlike(node: ReadingNode, next: ReadingNode): boolean {
  return node.type === next.type || (inline.has(node.type) && inline.has(next.type));
}

function gather(alike: readonly ReadingNode[], level: number, names: PartNames): Block[] {
  switch (alike[0]?.type) {
    case "field": {
      const facts = alike.map(({ attrs, content = [] }) => ({
        name: names.field(String(attrs?.name ?? "")),
        runs: runsOf(content),
      }));
      return [{ kind: "facts", facts }];
    }
    case "agreement": {
      const items = alike
        .filter(hasWords)
        .map(({ content = [] }) => ({ blocks: blocksOf(content, level, names) }));
      return items.length > 0 ? [{ kind: "list", of: "numbers", start: 1, items }] : [];
    }
    case "followUp": {
      const rows = alike.filter(hasWords).map((row, at) => [
        `${at + 1}`,
        ...followUpFields.map((name) => {
          const field = row.content?.find(({ attrs }) => attrs?.name === name);
          return runsOf(field?.content ?? [])
            .map(({ text }) => text)
            .join("");
        }),
      ]);
      const head = [names.number, ...followUpFields.map(names.field)];
      return rows.length > 0 ? [tableOf(head, rows)] : [];
    }
    default:
      return [{ kind: "paragraph", runs: runsOf(alike) }];
  }
}

function blockOf(node: ReadingNode, level: number, names: PartNames): Block[] {
  const { type, attrs = {}, content = [] } = node;
  switch (type) {
    case "section":
      return titled(plainRuns(names.section(String(attrs.kind ?? ""))), content, level, names);
    case "branch":
      return titled(plainRuns(names.branch(String(attrs.kind ?? ""))), content, level, names);
    case "agendaItem": {
      const title = String(attrs.title ?? "");
      if (isRemovedTitle(title) && !hasWords(node)) return [];
      return titled(plainRuns(title), content, level, names);
    }
    case "lane": {
      if (!hasWords(node)) return [];
      const village = names.village(String(attrs.village ?? "")) ?? names.formerVillage;
      return titled(plainRuns(village), content, level, names);
    }
    case "forumData":
      return blocksOf(content, level, names);
    case "heading": {
      // The document's own begin at 3, below the two that its containers have.
      const depth = typeof attrs.level === "number" ? Math.max(0, attrs.level - 3) : 0;
      return [{ kind: "heading", level: Math.min(5, level + depth), runs: runsOf(content) }];
    }
    case "paragraph":
      return [{ kind: "paragraph", runs: runsOf(content) }];
    case "blockquote":
      return [{ kind: "quote", blocks: blocksOf(content, level, names) }];
    case "bulletList":
    case "orderedList":
    case "taskList":
      return [listOf(node, level, names)];
    case "table":
      return [tableFrom(content, level, names)];
    default:
      return blocksOf(content, level, names);
  }
}

function titled(
  title: Run[],
  content: readonly ReadingNode[],
  level: number,
  names: PartNames,
): Block[] {
  return [{ kind: "heading", level, runs: title }, ...blocksOf(content, level + 1, names)];
}

function listOf({ type, attrs = {}, content = [] }: ReadingNode, level: number, names: PartNames) {
  const of =
    type === "orderedList" ? "numbers" : type === "taskList" ? "tasks" : ("bullets" as const);
  const start = typeof attrs.start === "number" ? attrs.start : 1;
  const items = content.map(
    (item): ListItem => ({
      ...(of === "tasks" ? { isDone: item.attrs?.checked === true } : {}),
      blocks: blocksOf(item.content ?? [], level, names),
    }),
  );
  return { kind: "list", of, start, items } satisfies Block;
}

function tableFrom(rows: readonly ReadingNode[], level: number, names: PartNames): Block {
  const cells = rows.map(({ content = [] }) =>
    content.map(
      ({ type, attrs = {}, content: inner = [] }): Cell => ({
        isHead: type === "tableHeader",
        columns: spanOf(attrs.colspan),
        rows: spanOf(attrs.rowspan),
        blocks: blocksOf(inner, level, names),
      }),
    ),
  );
  return { kind: "table", ...evenTable(cells, emptyCellIn) };
}

function spanOf(value: unknown): number {
  return typeof value === "number" && value >= 1 && value <= 100 ? Math.floor(value) : 1;
}

function runsOf(content: readonly ReadingNode[]): Run[] {
  const runs: Run[] = [];
  for (const node of content) {
    const run = runOf(node);
    const last = runs.at(-1);
    if (run === null) runs.push(...runsOf(node.content ?? []));
    else if (last && isSameKind(last, run)) last.text += run.text;
    else if (run.text !== "") runs.push(run);
  }
  return runs;
}

function runOf({ type, text = "", marks = [] }: ReadingNode): Run | null {
  if (type === "hardBreak") return { text: "\n" };
  if (type !== "text") return null;
  const has = (mark: string) => marks.some((each) => each.type === mark);
  const href = hrefOf(marks.find((mark) => mark.type === "link")?.attrs);
  return {
    text: holdable(text),
    ...(has("bold") && { bold: true }),
    ...(has("italic") && { italic: true }),
    ...(has("underline") && { underline: true }),
    ...(has("strike") && { strike: true }),
    ...(href !== null && { href }),
  };
}

/** Without what XML cannot hold. */
function holdable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (letter) => (/[\t\n]/.test(letter) ? letter : ""));
}

/** Other addresses lead nowhere outside of the product, or could run code: their words stay. */
function hrefOf(attrs: unknown): string | null {
  if (typeof attrs !== "object" || attrs === null || !("href" in attrs)) return null;
  return typeof attrs.href === "string" && /^https?:\/\/\S+$/i.test(attrs.href) ? attrs.href : null;
}

function isSameKind(one: Run, other: Run): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.strike === other.strike &&
    one.href === other.href
  );
}

function hasWords({ type, text = "", content = [] }: ReadingNode): boolean {
  return text.trim() !== "" || type === "table" || content.some(hasWords);
}
