import { columnKinds, type EvidenceColumn } from "../../domain/evidence/count-numbers.ts";
import type { ProgramStage } from "../../domain/evidence/evidence-lists.ts";
import type { Sector } from "../../domain/statuses.ts";
import { fromWib } from "../../domain/wib.ts";
import type { evidenceId } from "../messages/evidence-id.ts";
import type { Language } from "../messages/use-messages.ts";

type Words = typeof evidenceId;
type Cell = string | number | null;

/** "2,5" in Indonesian, "2.5" in English; at most one digit behind the comma. */
export function shownNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", {
    maximumFractionDigits: 1,
  }).format(value);
}

/** "3 Mar 2026". @param day as YYYY-MM-DD */
export function shownDay(day: string, language: Language): string {
  const at = fromWib(day, "00:00");
  if (at === null) return day;
  return new Intl.DateTimeFormat(language === "id" ? "id-ID" : "en-GB", {
    timeZone: "Asia/Jakarta",
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(at);
}

/** A cell of a row, in words. */
export function shownCell(
  column: EvidenceColumn,
  cell: Cell,
  words: Words,
  language: Language,
): string {
  if (cell === null) return "–";
  switch (columnKinds[column]) {
    case "day":
      return shownDay(`${cell}`, language);
    case "sector":
      return words.sectors[cell as Sector];
    case "stage":
      return words.stageNames[cell as ProgramStage];
    case "count":
    case "decimal":
      return new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB").format(Number(cell));
    case "text":
      return `${cell}`;
  }
}

/** The same for a table file: days and numbers stay as a spreadsheet reads them. */
export function fileCell(column: EvidenceColumn, cell: Cell, words: Words): Cell {
  if (cell === null) return null;
  switch (columnKinds[column]) {
    case "sector":
      return words.sectors[cell as Sector];
    case "stage":
      return words.stageNames[cell as ProgramStage];
    default:
      return cell;
  }
}
