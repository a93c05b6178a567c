import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { AttendanceStatus } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import {
  attendance,
  districts,
  forumMembers,
  forums,
  forumVillages,
  people,
  roles,
  villages,
} from "./schema.ts";

const isMember = (forumId: string) => sql`exists (
  select 1 from ${forumMembers}
  where ${forumMembers.personId} = ${people.id} and ${forumMembers.forumId} = ${forumId})`;

const isHost = (forumId: string) => sql`exists (
  select 1 from ${roles} join ${forums} on ${forums.districtId} = ${roles.districtId}
  where ${forums.id} = ${forumId} and ${roles.personId} = ${people.id}
    and ${roles.role} in ('facilitator', 'camat'))`;

/**
 * The forum's people (members, guests and hosts) and who came: villages in the order of their
 * lanes, then offices, each by name. Whoever was seen stays listed also when they are no member any
 * more. `status` is null for who was not seen yet.
 */
export function selectAttendance(db: Database, forumId: string) {
  return db
    .select({
      id: people.id,
      name: people.name,
      position: people.position,
      office: people.office,
      sector: people.sector,
      villageId: people.villageId,
      // Named apart: a batch mixes up columns of one name.
      villageName: sql<string | null>`${villages.name}`.as("village_name"),
      status: attendance.status,
      at: attendance.at,
      markedByPersonId: attendance.markedByPersonId,
    })
    .from(people)
    .leftJoin(villages, eq(villages.id, people.villageId))
    .leftJoin(attendance, and(eq(attendance.personId, people.id), eq(attendance.forumId, forumId)))
    .leftJoin(
      forumVillages,
      and(eq(forumVillages.villageId, people.villageId), eq(forumVillages.forumId, forumId)),
    )
    .where(
      or(
        isNotNull(attendance.status),
        and(isNull(people.removedAt), or(isMember(forumId), isHost(forumId))),
      ),
    )
    .orderBy(
      sql`${people.villageId} is null`,
      sql`${forumVillages.position} is null`,
      forumVillages.position,
      people.name,
      people.id,
    );
}

export type AttendanceRow = Awaited<ReturnType<typeof selectAttendance>>[number];

export async function findAttendance(db: Database, forumId: string, personId: string) {
  const [row] = await db
    .select({ status: attendance.status, at: attendance.at })
    .from(attendance)
    .where(and(eq(attendance.forumId, forumId), eq(attendance.personId, personId)));
  return row ?? null;
}

interface Mark {
  forumId: string;
  personId: string;
  at: number;
  markedByPersonId: string;
}

/** The person's own word that they are here; whoever is present already stays so since then. */
export function insertOwnPresence(db: Database, mark: Mark) {
  return db
    .insert(attendance)
    .values({ ...mark, status: "present" })
    .onConflictDoUpdate({
      target: [attendance.forumId, attendance.personId],
      set: { status: "present", at: mark.at, markedByPersonId: mark.markedByPersonId },
      setWhere: sql`${attendance.status} <> 'present'`,
    });
}

/** Only from what the sender saw: whoever comes second changes nothing. */
export function markAttendance(
  db: Database,
  mark: Mark,
  from: AttendanceStatus | null,
  to: AttendanceStatus | null,
) {
  const isSeen = and(
    eq(attendance.forumId, mark.forumId),
    eq(attendance.personId, mark.personId),
    sql`${attendance.status} = ${from}`,
  );
  if (to === null) return db.delete(attendance).where(isSeen);
  const { at, markedByPersonId } = mark;
  return from === null
    ? db
        .insert(attendance)
        .values({ ...mark, status: to })
        .onConflictDoNothing()
    : db.update(attendance).set({ status: to, at, markedByPersonId }).where(isSeen);
}

/** What stands at the head of a printed list. */
export function selectLetterhead(db: Database, districtId: string) {
  return db
    .select({ district: districts.name, regency: districts.regency })
    .from(districts)
    .where(eq(districts.id, districtId));
}
