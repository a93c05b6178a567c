import type { DistrictRole } from "../../domain/roles.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { openDatabase } from "../db/open.ts";
import { noticeOfSession } from "../db/room-notices.ts";
import { deleteSession, findSession, type SignedIn } from "../db/sessions.ts";
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
}

/** What a person's own browser is told about them: the roles are those of their own district. */
export function describeMe({ person, district, roles, sessionEndsAt }: SignedIn): Me {
  return {
    person,
    district,
    roles: roles.filter(({ districtId }) => districtId === district.id).map(({ role }) => role),
    sessionEndsAt,
  };
}
