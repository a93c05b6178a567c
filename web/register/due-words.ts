import type { registerId } from "../messages/register-id.ts";
import type { Language } from "../messages/use-messages.ts";
import { formatDay } from "../time.ts";
import type { ListedFollowUp } from "./register-query.ts";

type Words = Pick<typeof registerId, "due">;

/** "Kamis, 31 Desember 2026". @param day YYYY-MM-DD, in WIB */
export function dayWords(day: string, language: Language): string {
  return formatDay(Date.parse(`${day}T12:00:00+07:00`), language);
}

/** "3 hari lagi", "terlambat 5 hari"; null where nothing is left to wait for. */
export function leftWords(
  { daysLeft, status }: Pick<ListedFollowUp, "daysLeft" | "status">,
  { due }: Words,
): string | null {
  if (daysLeft === null || status === "done") return null;
  if (daysLeft < 0) return due.late(-daysLeft);
  if (daysLeft === 0) return due.today;
  return daysLeft === 1 ? due.tomorrow : due.inDays(daysLeft);
}

/** The day always, and how far it is: "Kamis, 31 Desember 2026 (3 hari lagi)". */
export function dueWords(followUp: ListedFollowUp, words: Words, language: Language): string {
  const { dueDate, dueText } = followUp;
  if (dueDate === null) {
    return dueText === "" ? words.due.none : words.due.notUnderstood(dueText);
  }
  const left = leftWords(followUp, words);
  const day = dayWords(dueDate, language);
  return left === null ? day : `${day} (${left})`;
}
