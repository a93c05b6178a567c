import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import { passkeyRefused } from "../../domain/refusals/entering.ts";
import { challengeLastsMs } from "../../domain/sign-in.ts";
import { openDatabase } from "../db/open.ts";
import {
  exchangePasskeyForSession,
  findPasskey,
  insertChallenge,
  useUpChallenge,
} from "../db/passkeys.ts";
import type { Env } from "../env.ts";
import { countFailure } from "./failed-attempts.ts";
import { openSession, type Visit } from "./open-session.ts";
import type { Attempt } from "./sign-in.ts";

const loadWebAuthn = () => import("@simplewebauthn/server");

/** The first step: whose passkey it will be, the browser asks its person. */
export async function offerPasskeySignIn(env: Env, url: string) {
  const { generateAuthenticationOptions } = await loadWebAuthn();
  const { extensions: _, ...options } = await generateAuthenticationOptions({
    rpID: new URL(url).hostname,
    userVerification: "required",
  });
  const now = Date.now();
  const row = { challenge: options.challenge, personId: null, expiresAt: now + challengeLastsMs };
  await insertChallenge(openDatabase(env), row, now);
  return options;
}

/** @throws passkeyRefused, tooManyAttempts */
export async function signInWithPasskey(
  env: Env,
  url: string,
  response: AuthenticationResponseJSON,
  visit: Attempt & Visit,
) {
  const proved = await proveOwner(env, url, response, visit.now);
  const opened =
    proved &&
    (await openSession(env, {
      personId: proved.personId,
      by: "passkey",
      visit,
      open: (db, session) => exchangePasskeyForSession(db, { ...proved, session }),
    }));
  if (opened) return opened;
  await countFailure(env, visit.address, visit.now);
  throw passkeyRefused();
}

async function proveOwner(
  env: Env,
  url: string,
  response: AuthenticationResponseJSON,
  now: number,
) {
  const { verifyAuthenticationResponse } = await loadWebAuthn();
  const db = openDatabase(env);
  const passkey = await findPasskey(db, response.id);
  if (passkey === null) return null;
  const { credentialId, personId, counter: counterBefore } = passkey;
  const { origin, hostname } = new URL(url);
  // The library throws for whatever is wrong with an answer: to the browser all of it is one "no".
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => useUpChallenge(db, challenge, null, now),
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: counterBefore,
    },
  }).catch(() => null);
  if (!verified?.verified) return null;
  const counter = verified.authenticationInfo.newCounter;
  return { credentialId, personId, counterBefore, counter };
}
