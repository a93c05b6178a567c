import type { HonoRequest } from "hono";
import { createMiddleware } from "hono/factory";
import { keyTooFast } from "../domain/refusals/api-keys.ts";
import { type Refusal, tooManyWrites } from "../domain/refusals.ts";
import { networkOf } from "./actions/failed-attempts.ts";
import type { SignedInEnv } from "./routes/api-env.ts";

/** Of one person: far above what hands do, far below what a script does. */
export const writesAllowed = 120;
/** Of one network without a person: a hall of 150 phones comes in through one. */
export const openWritesAllowed = 600;
/**
 * What leaves a row of somebody who is nobody yet. Signing in, asking whether one was let in and
 * signing out are not counted: a hall must not lock itself out.
 */
const leavesRows: readonly string[] = [
  "/api/waiting-devices",
  "/api/forum-doors/claims",
  "/api/sign-in/passkey/options",
];
/** Of one network without a person: what it asks of fingerprints costs the database something. */
export const checksAllowed = 120;
/** Of one key: a system that reads everything anew asks for some pages, a wild one for thousands. */
export const keyReadsAllowed = 60;
const openCheckPath = "/api/fingerprints/";
const windowMs = 60_000;
const keysKept = 5000;

const counts = new Map<string, { since: number; count: number }>();

/**
 * Kept in the isolate's memory: it stops a page or a script that has gone wild before it reaches
 * the database, and costs nothing. Docs/decisions/0015 says what it does not cover.
 */
export const limitWrites = createMiddleware<SignedInEnv>(async (c, next) => {
  if (c.req.path.startsWith(openCheckPath)) {
    countCheck(addressOf(c.req));
  } else if (!["GET", "HEAD"].includes(c.req.method)) {
    const personId = c.get("me")?.person.id;
    if (personId !== undefined) count(`person ${personId}`, writesAllowed, Date.now());
    else if (leavesRows.includes(c.req.path)) {
      count(`network ${networkOf(addressOf(c.req))}`, openWritesAllowed, Date.now());
    }
  }
  await next();
});

/** @throws tooManyWrites */
export function countCheck(address: string): void {
  count(`checks ${networkOf(address)}`, checksAllowed, Date.now());
}

function addressOf(req: HonoRequest): string {
  return req.header("cf-connecting-ip") ?? "unknown";
}

/** Of one key: its system reads every minute at most so often. @throws keyTooFast */
export function countReading(keyId: string, now: number): void {
  count(`key ${keyId}`, keyReadsAllowed, now, keyTooFast);
}

/** A new start, for tests that share an isolate. */
export function forgetWrites(): void {
  counts.clear();
}

function count(
  key: string,
  allowed: number,
  now: number,
  refusal: (seconds: number) => Refusal = tooManyWrites,
): void {
  const known = counts.get(key);
  const window = known && now - known.since < windowMs ? known : { since: now, count: 0 };
  if (window.count >= allowed) {
    throw refusal(Math.max(1, Math.ceil((window.since + windowMs - now) / 1000)));
  }
  window.count += 1;
  counts.delete(key);
  counts.set(key, window);
  // Who was silent longest is forgotten first.
  const [oldest] = counts.keys();
  if (counts.size > keysKept && oldest !== undefined) counts.delete(oldest);
}
