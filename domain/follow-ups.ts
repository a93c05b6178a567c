import type { FollowUpStatus } from "./statuses.ts";
import { dayInWib } from "./wib.ts";

/** What is said of a follow-up, or that its day has passed and it is not done. */
export const followUpStates = ["overdue", "notStarted", "inProgress", "done"] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** As a register shows it; a due date is a day in WIB, as YYYY-MM-DD. */
export interface Due {
  status: FollowUpStatus;
  dueDate: string | null;
}

const dayMs = 24 * 60 * 60_000;
/** How long before its day a follow-up is brought to mind. */
const remindedDays = 14;

/** How many days are left until the due day: 0 on that day, negative after it. */
export function daysLeft(dueDate: string, now: number): number {
  return Math.round((Date.parse(dueDate) - Date.parse(dayInWib(now))) / dayMs);
}

/** Until the end of its day, by WIB, nothing is overdue. */
export function followUpState({ status, dueDate }: Due, now: number): FollowUpState {
  if (status === "done" || dueDate === null) return status;
  return daysLeft(dueDate, now) < 0 ? "overdue" : status;
}

/** Whether its village is reminded of it: overdue, or due within two weeks. */
export function isPressing(due: Due, now: number): boolean {
  if (due.status === "done" || due.dueDate === null) return false;
  return daysLeft(due.dueDate, now) <= remindedDays;
}

/** The earliest due day first; those without one come last. */
export function byDueDate(a: { dueDate: string | null }, b: { dueDate: string | null }): number {
  if (a.dueDate === b.dueDate) return 0;
  if (a.dueDate === null) return 1;
  if (b.dueDate === null) return -1;
  return a.dueDate < b.dueDate ? -1 : 1;
}
