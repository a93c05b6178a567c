import type { followUpFields } from "./containers.ts";
import { dueDateOf } from "./due-dates.ts";

/** A follow-up's fields as they stand in the document. */
export type FollowUpWords = Readonly<Record<(typeof followUpFields)[number], string>>;

interface Village {
  id: string;
  name: string;
}

/** What the register makes of a follow-up's words. */
export interface ReadFollowUp {
  activity: string;
  responsible: string;
  villageText: string;
  villageId: string | null;
  dueText: string;
  dueDate: string | null;
  output: string;
}

/** @param villages those that may be named in it; none where the document hides its villages */
export function readFollowUp(words: FollowUpWords, villages: readonly Village[]): ReadFollowUp {
  const { activity, responsible, village, dueDate, output } = words;
  return {
    activity,
    responsible,
    villageText: village,
    villageId: villageNamed(village, villages),
    dueText: dueDate,
    dueDate: dueDateOf(dueDate),
    output,
  };
}

/** Whether a due date lies before the day of the forum that promised it, both as YYYY-MM-DD. */
export function isBeforeForum(dueDate: string, forumDay: string): boolean {
  return dueDate < forumDay;
}

/** The one village that is named, with or without "Desa" before it; null where none or several are. */
export function villageNamed(text: string, villages: readonly Village[]): string | null {
  const name = folded(text);
  const found = villages.filter((village) => folded(village.name) === name);
  return name !== "" && found.length === 1 ? (found[0]?.id ?? null) : null;
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[\s.,;:]+/g, " ")
    .trim()
    .replace(/^(pemerintah desa|pemdes|pemerintahan desa|kepala desa|desa|ds) /, "");
}
