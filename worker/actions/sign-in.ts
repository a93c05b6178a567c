import { linkExpired, linkUnknown, linkUsed } from "../../domain/refusals.ts";
import { linkState } from "../../domain/sign-in.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfSession } from "../db/room-notices.ts";
import { deleteEndedSessions, deleteSession } from "../db/sessions.ts";
import { exchangeLinkForSession, findSignInLink, type SignInLink } from "../db/sign-in-links.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { countFailure } from "./failed-attempts.ts";
import { record } from "./record.ts";
import { findSignedIn } from "./sessions.ts";
import { hashToken, newToken } from "./tokens.ts";

/** Where an attempt to sign in comes from. `device` is the device's cookie, if it has one. */
export interface Attempt {
  address: string;
  device: string | undefined;
  now: number;
}

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
  token: string,
  attempt: Attempt,
): Promise<SignInPreview> {
  const { name, position, village, office, district } = await requireLink(env, token, attempt);
  return {
    person: { name, position, village, office },
    district: { name: district.name, regency: district.regency },
  };
}

/**
 * Uses the link up and opens a session, which replaces the one that this browser held.
 * @throws linkUnknown, linkUsed, linkExpired, tooManyAttempts
 */
export async function signIn(
  env: Env,
  token: string,
  attempt: Attempt & { device: string; heldSession: string | undefined },
) {
  const link = await requireLink(env, token, attempt);
  const db = openDatabase(env);
  const session = newToken();
  const sessionId = crypto.randomUUID();
  const { now } = attempt;
  const held = attempt.heldSession && (await hashToken(attempt.heldSession));
  const [, opened] = await record(db, {
    facts: [
      {
        districtId: link.district.id,
        personId: link.personId,
        roles: [],
        action: "signedIn",
        subjectKind: "session",
        subjectId: sessionId,
        details: { by: "link" },
      },
    ],
    now,
    change: exchangeLinkForSession(db, {
      tokenHash: await hashToken(token),
      device: await hashToken(attempt.device),
      sessionHash: await hashToken(session),
      sessionId,
      now,
    }),
    onlyIfChanged: true,
    after: [
      deleteEndedSessions(db, link.personId, now),
      ...(held ? [noticeOfSession(db, held, now), deleteSession(db, held)] : []),
    ],
  });
  if (!opened?.meta.changes) throw linkUsed();
  const signedIn = await findSignedIn(env, session, attempt.now);
  if (signedIn === null) throw new Error("a session was opened and is not there");
  return { session, signedIn };
}

async function requireLink(env: Env, token: string, attempt: Attempt): Promise<SignInLink> {
  const db = openDatabase(env);
  const link = await findSignInLink(db, await hashToken(token));
  if (link === null || !mayExist(link, env)) {
    // Used and expired links are not counted: whoever holds one was given it, and did not guess.
    await countFailure(env, attempt.address, attempt.now);
    throw linkUnknown();
  }
  const device = attempt.device === undefined ? null : await hashToken(attempt.device);
  switch (linkState(link, device, attempt.now)) {
    case "unused":
    case "repeatable":
      return link;
    case "used":
      throw linkUsed();
    case "expired":
      throw linkExpired();
  }
}
