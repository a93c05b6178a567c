import { notFound } from "../../domain/refusals.ts";
import type { DistrictRole } from "../../domain/roles.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfPerson, noticeOfSession } from "../db/room-notices.ts";
import {
  deleteOtherSessions,
  deleteSession,
  deleteSessionOf,
  findSession,
  noteSeen,
  type SignedIn,
  selectSessionsOf,
} from "../db/sessions.ts";
import { endRepeats } from "../db/sign-in-links.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { byWhom, record } from "./record.ts";
import { hashToken } from "./tokens.ts";

/** Who holds this session cookie at `now`; null when nobody does (any more). */
export async function findSignedIn(
  env: Env,
  token: string | undefined,
  now: number,
): Promise<SignedIn | null> {
  if (token === undefined) return null;
  const signedIn = await findSession(openDatabase(env), await hashToken(token), now);
  return signedIn !== null && mayExist(signedIn.person, env) ? signedIn : null;
}

const seenAnewAfterMs = 24 * 60 * 60_000;

/** Once a day is enough for a list of devices, and spares a write for each request. */
export async function noteLastSeen(env: Env, me: SignedIn, now: number): Promise<void> {
  if (now - (me.lastSeenAt ?? 0) < seenAnewAfterMs) return;
  await noteSeen(openDatabase(env), me.sessionId, now);
}

/** The person's own devices, as their list shows them. */
export async function listSessions(env: Env, me: SignedIn, now: number) {
  const rows = await selectSessionsOf(openDatabase(env), me.person.id, now);
  return rows.map((row) => ({ ...row, isThis: row.id === me.sessionId }));
}

/** @throws notFound, also for other people's */
export async function removeSession(env: Env, me: SignedIn, sessionId: string, now: number) {
  const db = openDatabase(env);
  const fact = { action: "deviceRemoved", subjectKind: "session", subjectId: sessionId } as const;
  const [removed] = await record(db, {
    facts: [{ ...byWhom(me), ...fact }],
    now,
    change: [deleteSessionOf(db, me.person.id, sessionId)],
    onlyIfChanged: true,
    after: [endRepeats(db, me.person.id), noticeOfPerson(db, me.person.id, now)],
  });
  if (!removed?.meta.changes) throw notFound();
}

/** Leaves this device alone signed in. */
export async function removeOtherSessions(env: Env, me: SignedIn, now: number): Promise<void> {
  const db = openDatabase(env);
  await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "deviceRemoved",
        subjectKind: "person",
        subjectId: me.person.id,
        details: { others: true },
      },
    ],
    now,
    change: [deleteOtherSessions(db, me.person.id, me.sessionId)],
    onlyIfChanged: true,
    after: [endRepeats(db, me.person.id), noticeOfPerson(db, me.person.id, now)],
  });
}

/** Nothing happens where it has ended already. */
export async function endSession(env: Env, token: string, now: number): Promise<void> {
  const me = await findSignedIn(env, token, now);
  if (me === null) return;
  const db = openDatabase(env);
  const tokenHash = await hashToken(token);
  await record(db, {
    facts: [
      { ...byWhom(me), action: "signedOut", subjectKind: "session", subjectId: me.sessionId },
    ],
    now,
    change: [noticeOfSession(db, tokenHash, now), deleteSession(db, tokenHash)],
    onlyIfChanged: true,
    after: [endRepeats(db, me.person.id)],
  });
}

export interface Me {
  person: {
    id: string;
    name: string;
    position: string;
    village: VillageBadge | null;
    office: string | null;
    isDemo: boolean;
  };
  district: { id: string; name: string; regency: string };
  roles: DistrictRole[];
  sessionEndsAt: number;
  isShared: boolean;
  noticeSeenAt: number | null;
}

/** What a person's own browser is told about them: the roles are those of their own district. */
export function describeMe(me: SignedIn): Me {
  const { person, district, roles, sessionEndsAt, isShared, noticeSeenAt } = me;
  return {
    person,
    district,
    roles: roles.filter(({ districtId }) => districtId === district.id).map(({ role }) => role),
    sessionEndsAt,
    isShared,
    noticeSeenAt,
  };
}
