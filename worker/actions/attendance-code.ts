import { codeChangesEveryMs, wrongCodesAllowed } from "../../domain/attendance.ts";
import { tooManyAttempts } from "../../domain/refusals.ts";
import { failedAttemptsWindowMs } from "../../domain/sign-in.ts";
import { forgiveAttempts, reserveAttempt } from "../db/failed-attempts.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import { hashToken, keyedToken } from "./tokens.ts";

/** What hangs in the hall at `now`, and how long still: a phone's own clock may be wrong. */
export async function currentCode(env: Env, forumId: string, now: number) {
  const turn = turnAt(now);
  return {
    code: await codeOf(env, forumId, turn),
    changesInMs: (turn + 1) * codeChangesEveryMs - now,
  };
}

/**
 * Counts a try of the person before it is looked up, and gives it back where it was right: six
 * digits are safe only while tries stay few.
 * @throws tooManyAttempts
 */
export async function tryCode(
  env: Env,
  { forumId, personId, typed }: { forumId: string; personId: string; typed: string },
  now: number,
): Promise<boolean> {
  const db = openDatabase(env);
  const key = `attendance:${personId}`;
  const attempts = await reserveAttempt(db, key, wrongCodesAllowed, now);
  if (!attempts.isTaken) {
    const waitMs = attempts.windowStart + failedAttemptsWindowMs - now;
    throw tooManyAttempts(Math.max(1, Math.ceil(waitMs / 1000)));
  }
  const digits = typed.replace(/\D/g, "");
  const turn = turnAt(now);
  const isRight =
    digits === (await codeOf(env, forumId, turn)) ||
    digits === (await codeOf(env, forumId, turn - 1));
  if (isRight) await forgiveAttempts(db, [key]);
  return isRight;
}

function turnAt(now: number): number {
  return Math.floor(now / codeChangesEveryMs);
}

/** Derived, so that nothing is stored and every Worker shows the same one. */
async function codeOf(env: Env, forumId: string, turn: number): Promise<string> {
  const mac = await hashToken(await keyedToken(env.LINK_KEY, `attendance:${forumId}:${turn}`));
  // 48 bits: as good as even over a million.
  const number = Number.parseInt(mac.slice(0, 12), 16) % 1_000_000;
  return `${number}`.padStart(6, "0");
}
