import { isOver, type PlanProblem, problemOf } from "../../domain/forum-plan.ts";
import type { ForumStage, Theme } from "../../domain/statuses.ts";
import { fromWib, quarterOf, toWib } from "../../domain/wib.ts";

/** A forum's plan as its form holds it: days as 2026-11-23, times as 09:00, all in WIB. */
export interface PlanFields {
  title: string;
  theme: Theme;
  stage: ForumStage;
  day: string;
  from: string;
  until: string;
  /** Empty where it ends on the day that it begins. */
  lastDay: string;
  place: string;
  chairPersonId: string | null;
}

export interface Plan {
  title: string;
  theme: Theme;
  stage: ForumStage;
  startsAt: number;
  endsAt: number;
  place: string;
  chairPersonId: string | null;
}

export const noPlan: PlanFields = {
  title: "",
  theme: "planning",
  stage: "regular",
  day: "",
  from: "09:00",
  until: "12:00",
  lastDay: "",
  place: "",
  chairPersonId: null,
};

export function fieldsOf({ startsAt, endsAt, ...plan }: Plan): PlanFields {
  const [start, end] = [toWib(startsAt), toWib(endsAt)];
  return {
    ...plan,
    day: start.day,
    from: start.time,
    until: end.time,
    lastDay: end.day === start.day ? "" : end.day,
  };
}

type Times = Pick<PlanFields, "day" | "from" | "until" | "lastDay">;

/** When it begins and ends; null while a day or a time is missing. */
export function timesOf({ day, from, until, lastDay }: Times) {
  const startsAt = fromWib(day, from);
  const endsAt = fromWib(lastDay === "" ? day : lastDay, until);
  return startsAt === null || endsAt === null ? null : { startsAt, endsAt };
}

/** The plan that was typed, or what is wrong with it. */
export function planOf({ day, from, until, lastDay, ...plan }: PlanFields): Plan | PlanMistake {
  const times = timesOf({ day, from, until, lastDay });
  if (times === null) return "time-missing";
  const whole = { ...plan, ...times };
  return problemOf(whole) ?? whole;
}
export type PlanMistake = PlanProblem | "time-missing";

/** As `planOf`, for a forum that is still to be held. */
export function comingPlanOf(fields: PlanFields, now: number): Plan | PlanMistake {
  const plan = planOf(fields);
  return typeof plan !== "string" && isOver(plan, now) ? "in-the-past" : plan;
}

const roman = ["I", "II", "III", "IV"];

/** Quarter and year of the chosen day, or of today while none is chosen. */
export function seasonOf(day: string, now: number): { quarter: string; year: string } {
  const { quarter, year } = quarterOf(fromWib(day, "12:00") ?? now);
  return { quarter: roman[quarter - 1] ?? "", year: String(year) };
}
