import { codeUnknown, doorCrowded, waitingEnded } from "../../domain/refusals/entering.ts";
import { pairingLastsMs } from "../../domain/sign-in.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import {
  confirmPairing,
  exchangeWaitingForSession,
  findPairing,
  findWaiting,
  insertWaiting,
  refusePairing,
} from "../db/waiting-devices.ts";
import type { Env } from "../env.ts";
import { hashCode, newCode } from "./codes.ts";
import { forgivePairingAttempt, reservePairingAttempt } from "./failed-attempts.ts";
import { openSession, type Visit } from "./open-session.ts";
import { hashToken, newToken } from "./tokens.ts";

/** Far more than a district's laptops; keeps a flood from filling the database. */
const pairingsAtOnce = 1000;

/** A device asks for a phone to let it in. Its secret is known to it alone. */
export async function askForPairing(env: Env, { browser, isShared, now }: Visit) {
  const secret = newToken();
  const code = newCode();
  const waiting = {
    secretHash: await hashToken(secret),
    id: crypto.randomUUID(),
    kind: "pairing",
    codeHash: await hashCode(env, code, "pairing"),
    forumId: null,
    villageId: null,
    saidName: null,
    device: browser,
    isShared,
    createdAt: now,
    expiresAt: now + pairingLastsMs,
  } as const;
  if (!(await insertWaiting(openDatabase(env), waiting, pairingsAtOnce))) throw doorCrowded();
  return { secret, code, lastsMs: pairingLastsMs };
}

/** What a phone is asked to let in. @throws codeUnknown, tooManyAttempts */
export async function seeWaiting(env: Env, me: SignedIn, code: string, now: number) {
  await reservePairingAttempt(env, me.person.id, now);
  const found = await findPairing(openDatabase(env), await hashCode(env, code, "pairing"), now);
  if (found === null) throw codeUnknown();
  await forgivePairingAttempt(env, me.person.id);
  return found;
}

/** @throws codeUnknown where somebody else decided first, tooManyAttempts */
export async function letIn(
  env: Env,
  me: SignedIn,
  { code, isShared }: { code: string; isShared: boolean },
  now: number,
): Promise<void> {
  await seeWaiting(env, me, code, now);
  const codeHash = await hashCode(env, code, "pairing");
  // A shared computer opens nothing that outlasts it.
  const choice = { personId: me.person.id, isShared: isShared || me.isShared, now };
  if (!(await confirmPairing(openDatabase(env), codeHash, choice))) throw codeUnknown();
}

/** @throws codeUnknown, tooManyAttempts */
export async function keepOut(env: Env, me: SignedIn, code: string, now: number): Promise<void> {
  await seeWaiting(env, me, code, now);
  const codeHash = await hashCode(env, code, "pairing");
  if (!(await refusePairing(openDatabase(env), codeHash, now))) throw codeUnknown();
}

/**
 * What became of a device that waits; opens its session when it was let in.
 * @throws waitingEnded
 */
export async function askWhetherLetIn(env: Env, secret: string, visit: Visit) {
  const secretHash = await hashToken(secret);
  const waiting = await findWaiting(openDatabase(env), secretHash);
  if (waiting === null || waiting.usedAt !== null) throw waitingEnded();
  if (waiting.refusedAt !== null) return { state: "refused" } as const;
  if (waiting.expiresAt <= visit.now) throw waitingEnded();
  const { personId, kind, forumId, confirmedByPersonId, isShared } = waiting;
  if (personId === null) return { state: "waiting" } as const;
  const opened = await openSession(env, {
    personId,
    by: kind,
    confirmedBy: kind === "claim" ? confirmedByPersonId : null,
    visit: { ...visit, isShared },
    open: (db, session) => exchangeWaitingForSession(db, secretHash, session),
  });
  if (opened === null) throw waitingEnded();
  return { state: "entered", forumId, opened } as const;
}
