import Papa from "papaparse";
import { toCsv } from "../../../domain/csv.ts";
import { momentInWib } from "../../../domain/wib.ts";
import type { AttendanceData } from "../../attendance/attendance-query.ts";
import { attendanceId } from "../../messages/attendance-id.ts";
import { forumExportId } from "../../messages/forum-export-id.ts";
import { registerId } from "../../messages/register-id.ts";
import type { RegisterData } from "../../register/register-query.ts";

const words = forumExportId.columns;

export function attendanceCsv({ people }: AttendanceData): string {
  return toCsv([
    [words.number, words.name, words.position, words.village, words.office, words.state, words.at],
    ...people.map(({ name, position, villageName, office, status, at }, place) => [
      ...[place + 1, name, position, villageName, office],
      status === null ? null : attendanceId.statuses[status],
      at === null ? null : momentInWib(at),
    ]),
  ]);
}

/** @param unnamed ids of the documents that name no village: nobody's name leaves with theirs */
export function followUpsCsv(register: RegisterData, unnamed: ReadonlySet<string>): string {
  const all = [...register.carried, ...register.followUps];
  return toCsv([
    [
      ...[words.activity, words.responsible, words.village, words.due, words.output, words.state],
      ...[words.document, words.forum, words.lastReport, words.reportedAt],
    ],
    ...all.map((each) => {
      // Of what they may not open they do not learn whether it names its village.
      const isMasked = each.document === null || unnamed.has(each.document.id);
      const last = each.history.find(({ kind }) => kind === "report");
      return [
        each.activity,
        isMasked ? null : each.responsible,
        isMasked ? null : (each.village?.name ?? each.villageText),
        each.dueDate ?? each.dueText,
        each.output,
        registerId.states[each.state],
        each.document?.title ?? null,
        each.forum?.title ?? null,
        !isMasked && last?.kind === "report" ? last.text : null,
        last ? momentInWib(last.at) : null,
      ];
    }),
  ]);
}

const namingColumns = ["village", "name", "office"];

/** A document's record without who it was: for an unnamed case, where the reader sees names. */
export function maskedRecord(csv: string): string {
  const { data } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""), { skipEmptyLines: true });
  const [head = [], ...rows] = data;
  return toCsv([
    head,
    ...rows.map((row) =>
      row.map((cell, at) => (namingColumns.includes(head[at] ?? "") ? null : cell)),
    ),
  ]);
}
