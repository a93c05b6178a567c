import { toCsv } from "../../../domain/csv.ts";
import { type EvidenceRow, numberColumns } from "../../../domain/evidence/count-numbers.ts";
import type { EvidenceNumber } from "../../../domain/evidence/evidence-lists.ts";
import type { evidenceId } from "../../messages/evidence-id.ts";
import { fileCell } from "../shown-values.ts";
import { sourceAddress } from "../source-address.ts";

/** A number's rows as a table, each with the address of its source. @param origin such as https://x */
export function numberCsv(
  number: EvidenceNumber,
  rows: readonly EvidenceRow[],
  words: typeof evidenceId,
  origin: string,
): string {
  const columns = numberColumns[number];
  return toCsv([
    [...columns.map((column) => words.columns[column]), words.number.source],
    ...rows.map(({ source, cells }) => [
      ...columns.map((column, place) => fileCell(column, cells[place] ?? null, words)),
      source && origin + sourceAddress(source),
    ]),
  ]);
}

/** Where these rows lie in the pack. */
export function numberPath(number: EvidenceNumber): string {
  return `angka/${number}.csv`;
}
