import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm";
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
  sessionEndsAt: number;
}

/** The session that has not ended at `now`, in one statement. */
export function selectSession(db: Database, tokenHash: string, now: number) {
  return db
    .select({
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
      sessionEndsAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(districts, eq(districts.id, people.districtId))
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(roles, eq(roles.personId, people.id))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)));
}

/** For a statement that goes out together with `selectSession`. */
export function personOfSession(tokenHash: string): SQL<string> {
  return sql<string>`(select ${sessions.personId} from ${sessions} where ${sessions.tokenHash} = ${tokenHash})`;
}

export function sessionIn(rows: Awaited<ReturnType<typeof selectSession>>): SignedIn | null {
  const [first] = rows;
  if (first === undefined) return null;
  return {
    person: { ...first.person, village: first.village },
    district: first.district,
    roles: rows.flatMap(({ role }) => (role === null ? [] : [role])),
    sessionEndsAt: first.sessionEndsAt,
  };
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
