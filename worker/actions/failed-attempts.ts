import { questionsAllowed, questionsOfForumAllowed } from "../../domain/citizen-questions.ts";
import { tooManyAttempts } from "../../domain/refusals.ts";
import {
  failedAttemptsAllowed,
  failedAttemptsWindowMs,
  failedCodesAllowed,
  failedPairingsAllowed,
} from "../../domain/sign-in.ts";
import {
  countFailedAttempt,
  findFailedAttempts,
  forgiveAttempts,
  reserveAttempt,
} from "../db/failed-attempts.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import { hashToken } from "./tokens.ts";

/**
 * Counts one failure of the address. Who holds a right link never waits: a hall shares one address.
 * @throws tooManyAttempts while the address has to wait; it is not counted further then
 */
export async function countFailure(env: Env, address: string, now: number): Promise<void> {
  const db = openDatabase(env);
  const hash = await ofAddress(env, address);
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

/**
 * Counts a try of a short code before it is looked up: unlike a link's, its 40 bits are safe only
 * while all tries together stay few, so that a right one waits as well.
 * @throws tooManyAttempts while the address, or everybody, has to wait
 */
export async function reserveCodeAttempt(env: Env, address: string, now: number): Promise<void> {
  await reserve(env, await ofAddress(env, address), failedAttemptsAllowed, now);
  await reserve(env, ofCodes, failedCodesAllowed, now);
}

/** The code was a right one. */
export async function forgiveCodeAttempt(env: Env, address: string): Promise<void> {
  const db = openDatabase(env);
  await forgiveAttempts(db, [await ofAddress(env, address), ofCodes]);
}

/** The same for whoever is signed in and types another device's code. */
export async function reservePairingAttempt(env: Env, personId: string, now: number) {
  await reserve(env, `pairing:${personId}`, failedPairingsAllowed, now);
}

export async function forgivePairingAttempt(env: Env, personId: string): Promise<void> {
  await forgiveAttempts(openDatabase(env), [`pairing:${personId}`]);
}

/**
 * Counts a citizen's question, of the network that it comes from and of the forum that it is for.
 * @throws tooManyAttempts while either has to wait
 */
export async function reserveQuestion(env: Env, address: string, forumId: string, now: number) {
  await reserve(env, `citizen:${await ofAddress(env, address)}`, questionsAllowed, now);
  await reserve(env, `questions:${forumId}`, questionsOfForumAllowed, now);
}

const ofCodes = "codes";

// Keyed, since there are few enough addresses to try them all.
function ofAddress(env: Env, address: string): Promise<string> {
  return hashToken(`${env.ADDRESS_KEY}\n${networkOf(address)}`);
}

async function reserve(env: Env, key: string, allowed: number, now: number): Promise<void> {
  const attempts = await reserveAttempt(openDatabase(env), key, allowed, now);
  if (attempts.isTaken) return;
  const waitMs = attempts.windowStart + failedAttemptsWindowMs - now;
  throw tooManyAttempts(Math.max(1, Math.ceil(waitMs / 1000)));
}
