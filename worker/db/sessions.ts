import type { ColumnBaseConfig } from "drizzle-orm";
import { and, desc, eq, gt, isNull, lte, ne, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
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
  /** Whether its device is one that others use too. */
  isShared: boolean;
  lastSeenAt: number | null;
  /** When they read the privacy notice. */
  noticeSeenAt: number | null;
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
  isShared: sessions.isShared,
  lastSeenAt: sessions.lastSeenAt,
  noticeSeenAt: people.noticeSeenAt,
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

/** Of `sessions` joined with `people`: a removed person is nobody, whatever cookie is left. */
export const holds = (tokenHash: string, now: number) =>
  and(
    eq(sessions.tokenHash, tokenHash),
    gt(sessions.expiresAt, now),
    // Nobody signs in as somebody who was removed.
    isNull(people.removedAt),
  );

type SessionRow = Omit<SignedIn, "person" | "roles"> & {
  person: Omit<SignedIn["person"], "village">;
  village: SignedIn["person"]["village"];
};

/** @param rows one for each role, in whatever district */
export function signedInFrom(
  { person, village, district, ...session }: SessionRow,
  rows: readonly { role: SignedIn["roles"][number] | null }[],
): SignedIn {
  const roles = rows.flatMap(({ role }) => (role === null ? [] : [role]));
  const { sessionId, sessionEndsAt, isShared, lastSeenAt, noticeSeenAt } = session;
  return {
    person: { ...person, village },
    district,
    roles,
    sessionId,
    sessionEndsAt,
    isShared,
    lastSeenAt,
    noticeSeenAt,
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

export interface NewSession {
  tokenHash: string;
  id: string;
  createdAt: number;
  expiresAt: number;
  device: string | null;
  isShared: boolean;
  openedBy: OpenedBy;
}
export type OpenedBy = (typeof sessions.$inferSelect)["openedBy"];

/** For `insert into sessions select`: of whom, is for the row to say that opens the session. */
export function sessionRow(
  session: NewSession,
  personId: SQLiteColumn<ColumnBaseConfig<"string", string>>,
) {
  return {
    tokenHash: sql<string>`${session.tokenHash}`.as("token_hash"),
    personId,
    createdAt: sql<number>`${session.createdAt}`.as("created_at"),
    expiresAt: sql<number>`${session.expiresAt}`.as("expires_at"),
    id: sql<string>`${session.id}`.as("id"),
    device: sql<string | null>`${session.device}`.as("device"),
    isShared: sql<boolean>`${session.isShared ? 1 : 0}`.as("is_shared"),
    openedBy: sql<OpenedBy>`${session.openedBy}`.as("opened_by"),
    lastSeenAt: sql<number>`${session.createdAt}`.as("last_seen_at"),
  };
}

export async function noteSeen(db: Database, sessionId: string, now: number): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
}

/** The devices on which the person is signed in at `now`, the newest first. */
export function selectSessionsOf(db: Database, personId: string, now: number) {
  return db
    .select({
      id: sessions.id,
      device: sessions.device,
      isShared: sessions.isShared,
      openedBy: sessions.openedBy,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt), sessions.id);
}

export function deleteSessionOf(db: Database, personId: string, sessionId: string) {
  return db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.id, sessionId)));
}

export function deleteOtherSessions(db: Database, personId: string, sessionId: string) {
  return db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.id, sessionId)));
}

/** Somebody about to be let in; null once they were removed. */
export async function findEntrant(db: Database, personId: string) {
  const [first, ...rest] = await db
    .select({ districtId: people.districtId, isDemo: people.isDemo, role: roles.role })
    .from(people)
    .leftJoin(roles, and(eq(roles.personId, people.id), eq(roles.districtId, people.districtId)))
    .where(and(eq(people.id, personId), isNull(people.removedAt)));
  if (first === undefined) return null;
  const { districtId, isDemo } = first;
  return { districtId, isDemo, roles: [first, ...rest].flatMap(({ role }) => role ?? []) };
}
