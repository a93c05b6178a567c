import {
  codeUnknown,
  codeUsed,
  linkExpired,
  linkUnknown,
  linkUsed,
} from "../../domain/refusals/entering.ts";
import { linkState } from "../../domain/sign-in.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { openDatabase } from "../db/open.ts";
import { exchangeLinkForSession, findSignInLink, type SignInLink } from "../db/sign-in-links.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { hashCode } from "./codes.ts";
import { countFailure, forgiveCodeAttempt, reserveCodeAttempt } from "./failed-attempts.ts";
import { openSession, type Visit } from "./open-session.ts";
import { hashToken } from "./tokens.ts";

/** Where an attempt to sign in comes from. `device` is the device's cookie, if it has one. */
export interface Attempt {
  address: string;
  device: string | undefined;
  now: number;
}

/** What somebody brings to be let in: a personal link's token, or a facilitator's short code. */
export type Brought = { token: string } | { code: string };

export interface SignInPreview {
  person: {
    name: string;
    position: string;
    village: VillageBadge | null;
    office: string | null;
  };
  district: { name: string; regency: string };
}

/** Whose link this is. Leaves the link unused: messengers open links before people do. */
export async function previewSignIn(
  env: Env,
  brought: Brought,
  attempt: Attempt,
): Promise<SignInPreview> {
  const link = await requireLink(env, brought, attempt);
  const { name, position, village, office, district } = link;
  return {
    person: { name, position, village, office },
    district: { name: district.name, regency: district.regency },
  };
}

/**
 * Uses the link up and opens a session, which replaces the one that this browser held.
 * @throws linkUnknown, linkUsed, linkExpired, codeUnknown, codeUsed, tooManyAttempts
 */
export async function signIn(
  env: Env,
  brought: Brought,
  attempt: Attempt & Visit & { device: string },
) {
  const link = await requireLink(env, brought, attempt);
  const device = await hashToken(attempt.device);
  const opened = await openSession(env, {
    personId: link.personId,
    by: "code" in brought ? "code" : "link",
    visit: attempt,
    open: (db, session) =>
      exchangeLinkForSession(db, { tokenHash: link.tokenHash, device, session, now: attempt.now }),
  });
  if (opened === null) throw "code" in brought ? codeUsed() : linkUsed();
  return opened;
}

type FoundLink = SignInLink & { tokenHash: string };

async function requireLink(env: Env, brought: Brought, attempt: Attempt): Promise<FoundLink> {
  return "code" in brought
    ? requireCode(env, brought.code, attempt)
    : requireToken(env, brought.token, attempt);
}

async function requireToken(env: Env, token: string, attempt: Attempt): Promise<FoundLink> {
  const tokenHash = await hashToken(token);
  const link = await findSignInLink(openDatabase(env), tokenHash);
  if (link === null || !mayExist(link, env)) {
    // Used and expired links are not counted: whoever holds one was given it, and did not guess.
    await countFailure(env, attempt.address, attempt.now);
    throw linkUnknown();
  }
  switch (await stateFor(link, attempt)) {
    case "unused":
    case "repeatable":
      return { ...link, tokenHash };
    case "used":
      throw linkUsed();
    case "expired":
      throw linkExpired();
  }
}

/** Counted before it is looked up, since guesses that come at once must not slip past the lid. */
async function requireCode(env: Env, code: string, attempt: Attempt): Promise<FoundLink> {
  await reserveCodeAttempt(env, attempt.address, attempt.now);
  const tokenHash = await hashCode(env, code);
  const link = await findSignInLink(openDatabase(env), tokenHash);
  if (link === null || !mayExist(link, env)) throw codeUnknown();
  await forgiveCodeAttempt(env, attempt.address);
  switch (await stateFor(link, attempt)) {
    case "unused":
    case "repeatable":
      return { ...link, tokenHash };
    case "used":
    case "expired":
      throw codeUsed();
  }
}

async function stateFor(link: SignInLink, { device, now }: Attempt) {
  return linkState(link, device === undefined ? null : await hashToken(device), now);
}
