import { tooManyAttempts } from "../../domain/refusals.ts";
import { failedAttemptsAllowed, failedAttemptsWindowMs } from "../../domain/sign-in.ts";
import { countFailedAttempt, findFailedAttempts } from "../db/failed-attempts.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import { hashToken } from "./tokens.ts";

/**
 * Counts one failure of the address. Who holds a right link never waits: a hall shares one address.
 * @throws tooManyAttempts while the address has to wait; it is not counted further then
 */
export async function countFailure(env: Env, address: string, now: number): Promise<void> {
  const db = openDatabase(env);
  // Keyed, since there are few enough addresses to try them all.
  const hash = await hashToken(`${env.ADDRESS_KEY}\n${networkOf(address)}`);
  const attempts = await findFailedAttempts(db, hash);
  if (attempts !== null && attempts.count >= failedAttemptsAllowed) {
    const waitMs = attempts.windowStart + failedAttemptsWindowMs - now;
    if (waitMs > 0) throw tooManyAttempts(Math.ceil(waitMs / 1000));
  }
  await countFailedAttempt(db, hash, now);
}

/** An IPv6 subscriber owns a /64, so the address counts without its last four groups. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const gap = address.includes("::") ? 8 - left.length - right.length : 0;
  return [...left, ...Array<string>(Math.max(gap, 0)).fill("0"), ...right].slice(0, 4).join(":");
}
