import { tooManyAttempts } from "../../domain/refusals.ts";
import { failedAttemptsAllowed, failedAttemptsWindowMs } from "../../domain/sign-in.ts";
import { countFailedAttempt, findFailedAttempts } from "../db/failed-attempts.ts";
import type { Database } from "../db/open.ts";
import { hashToken } from "./tokens.ts";

/** @throws tooManyAttempts while the address has to wait */
export async function refuseAfterTooMany(
  db: Database,
  address: string,
  now: number,
): Promise<void> {
  const attempts = await findFailedAttempts(db, await hashToken(networkOf(address)));
  if (attempts === null || attempts.count < failedAttemptsAllowed) return;
  const waitMs = attempts.windowStart + failedAttemptsWindowMs - now;
  if (waitMs > 0) throw tooManyAttempts(Math.ceil(waitMs / 1000));
}

export async function recordFailedAttempt(
  db: Database,
  address: string,
  now: number,
): Promise<void> {
  await countFailedAttempt(db, await hashToken(networkOf(address)), now);
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
