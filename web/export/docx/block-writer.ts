import { HeadingLevel, type IParagraphOptions, Paragraph, type Table } from "docx";
import type { Block, ListItem } from "../../../domain/export/paper.ts";
import { ListNumbering, type ListPlace } from "./list-numbering.ts";
import { factsTable, wordTable } from "./tables.ts";
import { wordRuns } from "./text-runs.ts";

type Written = Paragraph | Table;

/** Where blocks stand. */
export interface Place {
  style?: string;
  /** In half points, where it is smaller than the paper's own. */
  size?: number;
  /** Twips from the left. */
  indent?: number;
  /** How many lists are around them. */
  depth: number;
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;
const quoteIndent = 567;

/** Writes blocks as paragraphs and tables of Word, and remembers which lists they number. */
export class BlockWriter {
  readonly #lists = new ListNumbering();

  numbering() {
    return this.#lists.config();
  }

  /** @param width twips that tables may take */
  write(blocks: readonly Block[], width: number, place: Place = { depth: 0 }): Written[] {
    return blocks.flatMap((block) => this.#block(block, width, place));
  }

  /** As `write`, for a cell, which must end with a paragraph. */
  writeCell(blocks: readonly Block[], width: number, place: Place): Written[] {
    const written = this.write(blocks, width, { ...place, depth: 0 });
    const last = written.at(-1);
    return last instanceof Paragraph
      ? written
      : [...written, new Paragraph({ style: "TableText" })];
  }

  #block(block: Block, width: number, place: Place): Written[] {
    switch (block.kind) {
      case "heading": {
        const heading = headings[block.level - 1] ?? HeadingLevel.HEADING_5;
        return [new Paragraph({ heading, children: wordRuns(block.runs) })];
      }
      case "paragraph":
        return [new Paragraph({ ...looksOf(place), children: wordRuns(block.runs, place.size) })];
      case "quote": {
        const indent = (place.indent ?? 0) + quoteIndent;
        return this.write(block.blocks, width - quoteIndent, { style: "Quote", ...place, indent });
      }
      case "list":
        return this.#list(block, width, place);
      case "table":
        return wordTable(block, width, place, this);
      case "facts":
        return factsTable(block.facts, width);
    }
  }

  #list(block: Extract<Block, { kind: "list" }>, width: number, place: Place): Written[] {
    const list = this.#lists.begin(block.of, block.start, place.depth, place.indent ?? 0);
    return block.items.flatMap((item) => this.#item(item, list, width, place));
  }

  #item({ isDone, blocks }: ListItem, list: ListPlace, width: number, place: Place): Written[] {
    const [first, ...rest] = blocks;
    const hasOwnLine = first?.kind === "paragraph";
    const sign = isDone === undefined ? "" : isDone ? "☑ " : "☐ ";
    const line = new Paragraph({
      ...looksOf(place),
      numbering: list.numbering,
      children: wordRuns(
        [...(sign === "" ? [] : [{ text: sign }]), ...(hasOwnLine ? first.runs : [])],
        place.size,
      ),
    });
    const below = this.write(hasOwnLine ? rest : blocks, width - list.indent, {
      ...place,
      indent: list.indent,
      depth: place.depth + 1,
    });
    return [line, ...below];
  }
}

function looksOf({ style, indent }: Place): IParagraphOptions {
  return { ...(style && { style }), ...(indent && { indent: { left: indent } }) };
}
