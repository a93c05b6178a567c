import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { DistrictRole } from "../../domain/roles.ts";
import type { Database } from "./open.ts";
import { districts, people, roles, sessions, villages } from "./schema.ts";
import { villageBadge } from "./villages.ts";

/** The person behind a request: whose session it is and what they are in which district. */
export interface SignedIn {
  person: {
    id: string;
    name: string;
    position: string;
    village: { id: string; name: string; colour: number } | null;
    office: string | null;
    isDemo: boolean;
  };
  district: { id: string; name: string; regency: string };
  roles: { districtId: string; role: DistrictRole }[];
  /** The session's public name. */
  sessionId: string;
  sessionEndsAt: number;
}

export const sessionColumns = {
  person: {
    id: people.id,
    name: people.name,
    position: people.position,
    office: people.office,
    isDemo: people.isDemo,
  },
  village: villageBadge,
  district: { id: districts.id, name: districts.name, regency: districts.regency },
  role: { districtId: roles.districtId, role: roles.role },
  sessionId: sessions.id,
  sessionEndsAt: sessions.expiresAt,
};

/** The session that has not ended at `now`, in one statement. */
export async function findSession(
  db: Database,
  tokenHash: string,
  now: number,
): Promise<SignedIn | null> {
  const rows = await db
    .select(sessionColumns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(roles, eq(roles.personId, people.id))
    .where(holds(tokenHash, now));
  const [first] = rows;
  return first === undefined ? null : signedInFrom(first, rows);
}

/** Whoever was removed holds nothing, should a session of theirs be left. */
export const holds = (tokenHash: string, now: number) =>
  and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), isNull(people.removedAt));

type SessionRow = Omit<SignedIn, "person" | "roles"> & {
  person: Omit<SignedIn["person"], "village">;
  village: SignedIn["person"]["village"];
};

/** @param rows one for each role, in whatever district */
export function signedInFrom(
  { person, village, district, sessionId, sessionEndsAt }: SessionRow,
  rows: readonly { role: SignedIn["roles"][number] | null }[],
): SignedIn {
  const roles = rows.flatMap(({ role }) => (role === null ? [] : [role]));
  return { person: { ...person, village }, district, roles, sessionId, sessionEndsAt };
}

export function deleteSession(db: Database, tokenHash: string) {
  return db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

/** Clears away what no cookie can open any more. */
export function deleteEndedSessions(db: Database, personId: string, now: number) {
  return db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), lte(sessions.expiresAt, now)));
}
