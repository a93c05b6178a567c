import { dayInWib } from "../../domain/wib.ts";
import { readSetting, writeSetting } from "../design/device-settings.ts";

const weekMs = 7 * 24 * 3_600_000;
/** 1 January 1970 was a Thursday: from it to the first Monday. */
const firstMondayMs = 4 * 24 * 3_600_000;

/** The Monday of a week, as YYYY-MM-DD in WIB. @param at ms since 1970 */
export function mondayOf(at: number): string {
  const noon = Date.parse(`${dayInWib(at)}T12:00:00Z`);
  const weeks = Math.floor((noon - firstMondayMs) / weekMs);
  return new Date(weeks * weekMs + firstMondayMs).toISOString().slice(0, 10);
}

/** Whether this device noted that the village's message of this week went out. */
export function isSent(villageId: string, now: number): boolean {
  return readSetting(nameOf(villageId), [mondayOf(now)], "") !== "";
}

export function noteSent(villageId: string, now: number, isDone: boolean): void {
  writeSetting(nameOf(villageId), isDone ? mondayOf(now) : "");
}

function nameOf(villageId: string): string {
  return `sinau.digest.${villageId}`;
}
