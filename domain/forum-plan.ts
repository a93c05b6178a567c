import { cleanLine } from "./people-words.ts";

export const maxTitleLength = 160;
export const maxPlaceLength = 160;
/** A forum is an afternoon, sometimes two days; longer is a slip of the finger. */
const longestMs = 7 * 24 * 3_600_000;

/** What is planned of a forum; times in ms since 1970. */
export interface ForumPlan {
  title: string;
  place: string;
  startsAt: number;
  endsAt: number;
}

export type PlanProblem =
  | "title-missing"
  | "title-too-long"
  | "place-missing"
  | "place-too-long"
  | "ends-before-start"
  | "lasts-too-long"
  | "in-the-past";

/** The first thing that is wrong with a plan; null where nothing is. */
export function problemOf(plan: ForumPlan): Exclude<PlanProblem, "in-the-past"> | null {
  const title = cleanLine(plan.title);
  const place = cleanLine(plan.place);
  if (!/\p{L}/u.test(title)) return "title-missing";
  if (title.length > maxTitleLength) return "title-too-long";
  if (!/\p{L}/u.test(place)) return "place-missing";
  if (place.length > maxPlaceLength) return "place-too-long";
  if (plan.endsAt <= plan.startsAt) return "ends-before-start";
  if (plan.endsAt - plan.startsAt > longestMs) return "lasts-too-long";
  return null;
}

/** Whether it would be over already; the one that began this morning may still be planned. */
export function isOver({ endsAt }: Pick<ForumPlan, "endsAt">, now: number): boolean {
  return endsAt <= now;
}
