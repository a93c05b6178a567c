import { createMiddleware } from "hono/factory";
import { tooManyWrites } from "../domain/refusals.ts";
import type { SignedInEnv } from "./routes/api-env.ts";

/** Of one person: far above what hands do, far below what a script does. */
export const writesAllowed = 120;
/** Of one address without a person: a hall of 150 phones comes in through one. */
export const openWritesAllowed = 1200;
const windowMs = 60_000;
const keysKept = 5000;

const counts = new Map<string, { since: number; count: number }>();

/**
 * Kept in the isolate's memory: it stops a page or a script that has gone wild before it reaches
 * the database, and costs nothing. Docs/decisions/0015 says what it does not cover.
 */
export const limitWrites = createMiddleware<SignedInEnv>(async (c, next) => {
  if (!["GET", "HEAD"].includes(c.req.method)) {
    const personId = c.get("me")?.person.id;
    const address = c.req.header("cf-connecting-ip") ?? "unknown";
    if (personId === undefined) count(`address ${address}`, openWritesAllowed, Date.now());
    else count(`person ${personId}`, writesAllowed, Date.now());
  }
  await next();
});

function count(key: string, allowed: number, now: number): void {
  const known = counts.get(key);
  const window = known && now - known.since < windowMs ? known : { since: now, count: 0 };
  if (window.count >= allowed) {
    throw tooManyWrites(Math.max(1, Math.ceil((window.since + windowMs - now) / 1000)));
  }
  window.count += 1;
  counts.delete(key);
  counts.set(key, window);
  // Who was silent longest is forgotten first.
  const [oldest] = counts.keys();
  if (counts.size > keysKept && oldest !== undefined) counts.delete(oldest);
}
