import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { notOnSharedComputers, passkeyRefused } from "../../domain/refusals/entering.ts";
import { notFound } from "../../domain/refusals.ts";
import { challengeLastsMs } from "../../domain/sign-in.ts";
import { openDatabase } from "../db/open.ts";
import {
  deletePasskey,
  insertChallenge,
  insertPasskey,
  selectPasskeysOf,
  useUpChallenge,
} from "../db/passkeys.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { byWhom, record } from "./record.ts";
import { hashToken } from "./tokens.ts";

/** Its code is half a megabyte, which most requests do without. */
const loadWebAuthn = () => import("@simplewebauthn/server");

/** The first step of making one. @throws notOnSharedComputers */
export async function offerPasskey(env: Env, me: SignedIn, url: string, now: number) {
  if (me.isShared) throw notOnSharedComputers();
  const { generateRegistrationOptions } = await loadWebAuthn();
  const db = openDatabase(env);
  const own = await selectPasskeysOf(db, me.person.id);
  const { extensions: _, ...options } = await generateRegistrationOptions({
    rpName: "Sinau Bareng",
    rpID: new URL(url).hostname,
    userID: Uint8Array.from(new TextEncoder().encode(me.person.id)),
    userName: me.person.name,
    userDisplayName: me.person.name,
    attestationType: "none",
    excludeCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
    // It is the only thing that is asked for, so the phone asks for finger, face or its own PIN.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const { challenge } = options;
  const expiresAt = now + challengeLastsMs;
  await insertChallenge(db, { challenge, personId: me.person.id, expiresAt }, now);
  return options;
}

/** The second step. @throws passkeyRefused, notOnSharedComputers */
export async function addPasskey(
  env: Env,
  me: SignedIn,
  url: string,
  response: RegistrationResponseJSON,
  browser: { name: string | null; now: number },
): Promise<void> {
  if (me.isShared) throw notOnSharedComputers();
  const { verifyRegistrationResponse } = await loadWebAuthn();
  const { origin, hostname } = new URL(url);
  const db = openDatabase(env);
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => useUpChallenge(db, challenge, me.person.id, browser.now),
    expectedOrigin: origin,
    expectedRPID: hostname,
    requireUserVerification: true,
  }).catch(asRefusal);
  if (!verified.verified) throw passkeyRefused();
  const { credential } = verified.registrationInfo;
  const [added] = await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "passkeyAdded",
        subjectKind: "person",
        subjectId: me.person.id,
        details: { passkey: await hashToken(credential.id) },
      },
    ],
    now: browser.now,
    change: [
      insertPasskey(db, {
        credentialId: credential.id,
        personId: me.person.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: (response.response.transports ?? []).join(","),
        device: browser.name,
        createdAt: browser.now,
      }),
    ],
    onlyIfChanged: true,
  });
  if (!added?.meta.changes) throw passkeyRefused();
}

export async function listPasskeys(env: Env, me: SignedIn) {
  const rows = await selectPasskeysOf(openDatabase(env), me.person.id);
  return rows.map(({ transports: _, ...row }) => row);
}

/** @throws notFound, also for other people's */
export async function removePasskey(env: Env, me: SignedIn, credentialId: string, now: number) {
  const db = openDatabase(env);
  const [removed] = await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "passkeyRemoved",
        subjectKind: "person",
        subjectId: me.person.id,
        details: { passkey: await hashToken(credentialId) },
      },
    ],
    now,
    change: [deletePasskey(db, me.person.id, credentialId)],
    onlyIfChanged: true,
  });
  if (!removed?.meta.changes) throw notFound();
}

/** The library throws for whatever is wrong with an answer: to the browser all of it is one "no". */
function asRefusal(): never {
  throw passkeyRefused();
}
