import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { wordsOf } from "../../domain/paper/paper-part.ts";
import { tableFit } from "../../domain/paper/table-fit.ts";
import { printId as words } from "../messages/print-id.ts";
import { PaperWords } from "./PaperWords.tsx";

interface Props {
  table: ReadingNode;
  widthMm: number;
  turnedMm: number | null;
}

/** Left and right of a cell's words. */
const cellPaddingMm = 2.4;
/** A row with more letters may break: it would leave most of a page empty. */
const longRowLetters = 700;

/** A table that somebody wrote, as wide as it may be: never cut, its heads on each page. */
export function PaperTable({ table, widthMm: uprightMm, turnedMm }: Props) {
  const { step, widths, isTurned } = tableFit(table, uprightMm, turnedMm);
  const widthMm = isTurned && turnedMm !== null ? turnedMm : uprightMm;
  const { heads, rows } = partsOf(table);
  if (step === "blocks") return <RowBlocks heads={heads} rows={rows} widthMm={widthMm} />;
  const row = (node: ReadingNode, at: number) => (
    <tr key={at} data-long={wordsOf(node).length > longRowLetters}>
      {(node.content ?? []).map((cell, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns
        <Cell key={column} {...{ cell, widths, column, widthMm }} />
      ))}
    </tr>
  );
  return (
    <table className="paper-table" data-step={step} data-turned={isTurned}>
      <colgroup>
        {widths.map((width, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <col key={column} width={`${width}%`} />
        ))}
      </colgroup>
      {heads.length > 0 && <thead>{heads.map(row)}</thead>}
      <tbody>{rows.map(row)}</tbody>
    </table>
  );
}

interface CellProps {
  cell: ReadingNode;
  widths: readonly number[];
  column: number;
  widthMm: number;
}

function Cell({ cell, widths, column, widthMm }: CellProps) {
  const { type, attrs = {}, content = [] } = cell;
  const colSpan = typeof attrs.colspan === "number" ? attrs.colspan : 1;
  const rowSpan = typeof attrs.rowspan === "number" ? attrs.rowspan : 1;
  const width = ((widths[column] ?? 100) / 100) * widthMm - cellPaddingMm;
  const Tag = type === "tableHeader" ? "th" : "td";
  return (
    <Tag colSpan={colSpan} rowSpan={rowSpan}>
      <PaperWords content={content} widthMm={width} />
    </Tag>
  );
}

interface BlocksProps {
  heads: readonly ReadingNode[];
  rows: readonly ReadingNode[];
  widthMm: number;
}

/** Each row under its number, cell by cell with the head of its column. */
function RowBlocks({ heads, rows, widthMm }: BlocksProps) {
  const names = (heads.at(-1)?.content ?? []).map(wordsOf);
  return (
    <div className="row-blocks">
      {heads.slice(0, -1).map((head) => (
        <p key={wordsOf(head)}>{wordsOf(head)}</p>
      ))}
      {rows.map(({ content = [] }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <table key={at} className="paper-table row-block" data-step="normal">
          <colgroup>
            <col width="32%" />
            <col width="68%" />
          </colgroup>
          <thead>
            <tr>
              <th colSpan={2}>{words.row(at + 1)}</th>
            </tr>
          </thead>
          <tbody>
            {content.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <tr key={column}>
                <th scope="row">{names[column] || words.column(column + 1)}</th>
                <td>
                  <PaperWords content={cell.content ?? []} widthMm={widthMm * 0.66} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

/** The rows at the top that are heads throughout, and all others. */
function partsOf({ content = [] }: ReadingNode) {
  const first = content.findIndex(
    (row) => !(row.content ?? []).every(({ type }) => type === "tableHeader"),
  );
  const count = first < 0 ? 0 : first;
  return { heads: content.slice(0, count), rows: content.slice(count) };
}
