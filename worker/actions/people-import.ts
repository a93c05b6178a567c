import type { AuditFact } from "../../domain/audit.ts";
import {
  type ListRow,
  type ReadPerson,
  type RowProblem,
  readRow,
} from "../../domain/people-list.ts";
import { personKey } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { listChanged, personExists } from "../../domain/refusals/people.ts";
import { invalidField, notAllowed } from "../../domain/refusals.ts";
import type { DistrictRole, ForumRole } from "../../domain/roles.ts";
import type { Sector } from "../../domain/statuses.ts";
import {
  insertMembers,
  inviteVillages,
  refuseTwoRepresentatives,
  selectForumPlaces,
} from "../db/members.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { insertPeople, type NewPerson, selectPeopleLike, selectVillages } from "../db/people.ts";
import { insertRoles } from "../db/people-roles.ts";
import { wasRefused } from "../db/refuse-unless.ts";
import { noticeOfForum } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { districtActor } from "./actor.ts";
import { requireConfigurable, requirePeople } from "./people.ts";
import { byWhom, record } from "./record.ts";

export interface PeopleOrder {
  rows: readonly ListRow[];
  /** Where they are invited to, and as what. */
  place: { forumId: string; role: ForumRole } | null;
  /** Of somebody who is brought in alone. */
  districtRole?: DistrictRole | null;
  /** Of a guest who is brought in alone: which part of society they come from. */
  sector?: Sector | null;
}

export type CheckedRow = { line: number } & (
  | { state: "new" | "known" | "member"; personId: string | null }
  | { state: "duplicate"; of: number }
  | { state: "error"; problem: RowProblem | "representative-taken" | "representative-village" }
);

/** How often somebody else may come first before this one gives up. */
const attempts = 6;

/** What would become of each line; writes nothing. */
export async function previewPeople(env: Env, me: SignedIn, order: PeopleOrder) {
  const db = openDatabase(env);
  await requireOrder(db, me, order);
  return { rows: (await check(db, env, me, order)).map(({ row }) => row) };
}

/**
 * Adds each of them once, however often and by how many the list is sent, and all of them or none.
 * @throws listChanged where a line is wrong
 */
export async function importPeople(env: Env, me: SignedIn, order: PeopleOrder, now: number) {
  const db = openDatabase(env);
  await requireOrder(db, me, order);
  for (let attempt = 1; ; attempt++) {
    const checked = await check(db, env, me, order);
    if (checked.some(({ row }) => row.state === "error")) throw listChanged();
    try {
      return await write(db, me, order, checked, now);
    } catch (error) {
      // Somebody else has just written one of these rows: then it is known, and not written again.
      if (attempt >= attempts || !isThere(error)) throw error;
    }
  }
}

/** @throws personExists, invalidField with the problem of the entry */
export async function addPerson(
  env: Env,
  me: SignedIn,
  order: Omit<PeopleOrder, "rows"> & { row: ListRow },
  now: number,
) {
  const { row, ...rest } = order;
  const whole = { ...rest, rows: [row] };
  const { rows } = await previewPeople(env, me, whole);
  if (rows.some(({ state }) => state === "known" || state === "member")) throw personExists();
  for (const each of rows) if (each.state === "error") throw invalidField(each.problem);
  const { personIds } = await importPeople(env, me, whole, now);
  return { personId: personIds[0] ?? null };
}

async function requireOrder(db: Database, me: SignedIn, { place, districtRole }: PeopleOrder) {
  requirePeople(me);
  const roles = districtRole ? [districtRole] : [];
  if (!can(districtActor(me), "person.manage", { roles })) throw notAllowed();
  if (place === null) return;
  const forum = await requireConfigurable(db, me, place.forumId, [place.role]);
  if (forum.districtId !== me.district.id) throw notAllowed();
}

interface Checked {
  row: CheckedRow;
  person: ReadPerson | null;
  key: string | null;
}

async function check(db: Database, env: Env, me: SignedIn, order: PeopleOrder): Promise<Checked[]> {
  const districtId = me.district.id;
  const villages = (await selectVillages(db, districtId)).filter((each) => mayExist(each, env));
  const read = order.rows.map((row) => ({ line: row.line, person: readRow(row, villages) }));
  const keys = read.flatMap(({ person }) => (typeof person === "string" ? [] : [keyOf(person)]));
  const known = new Map(
    (await selectPeopleLike(db, districtId, keys)).map((row) => [
      row.personKey ?? keyOf(row),
      row.id,
    ]),
  );
  const places = order.place === null ? [] : await selectForumPlaces(db, order.place.forumId);
  const members = new Set(places.map(({ personId }) => personId));
  const represented = new Set(
    places.filter(({ role }) => role === "representative").map(({ villageId }) => villageId),
  );
  const lineOf = new Map<string, number>();
  return read.map(({ line, person }): Checked => {
    if (typeof person === "string") {
      return { row: { line, state: "error", problem: person }, person: null, key: null };
    }
    const key = keyOf(person);
    const of = lineOf.get(key);
    if (of !== undefined) return { row: { line, state: "duplicate", of }, person: null, key };
    lineOf.set(key, line);
    const personId = known.get(key) ?? null;
    if (personId !== null && (order.place === null || members.has(personId))) {
      return { row: { line, state: "member", personId }, person: null, key };
    }
    if (order.place?.role === "representative") {
      const problem =
        person.villageId === null
          ? "representative-village"
          : represented.has(person.villageId) && "representative-taken";
      if (problem) return { row: { line, state: "error", problem }, person: null, key };
      represented.add(person.villageId);
    }
    return { row: { line, state: personId === null ? "new" : "known", personId }, person, key };
  });
}

async function write(
  db: Database,
  me: SignedIn,
  { place, districtRole, sector = null }: PeopleOrder,
  checked: readonly Checked[],
  now: number,
) {
  const by = byWhom(me);
  const added: NewPerson[] = [];
  const invited: string[] = [];
  const personIds: string[] = [];
  for (const { row, person, key } of checked) {
    if (row.state !== "new" && row.state !== "known" && row.state !== "member") continue;
    const id = row.personId ?? crypto.randomUUID();
    personIds.push(id);
    if (row.state === "new" && person !== null && key !== null) {
      const guestSector = person.villageId === null ? sector : null;
      added.push({
        ...person,
        id,
        districtId: me.district.id,
        sector: guestSector,
        personKey: key,
      });
    }
    if (place !== null && row.state !== "member") invited.push(id);
  }
  const about = (subjectId: string) => ({ ...by, subjectKind: "person" as const, subjectId });
  const facts: AuditFact[] = [
    ...added.map(({ id }) => ({ ...about(id), action: "personAdded" as const })),
    ...(districtRole
      ? added.map(({ id }) => ({
          ...about(id),
          action: "roleGiven" as const,
          details: { role: districtRole },
        }))
      : []),
    ...(place === null
      ? []
      : invited.map((id) => ({
          ...about(id),
          action: "memberAdded" as const,
          forumId: place.forumId,
          details: { role: place.role },
        }))),
  ];
  if (facts.length === 0) return { added: 0, invited: 0, personIds };
  const villageIds = checked.flatMap(({ person }) => person?.villageId ?? []);
  await record(db, {
    facts,
    now,
    change: [
      insertPeople(db, added, now),
      ...(districtRole ? [insertRoles(db, me.district.id, districtRole, added)] : []),
      ...(place === null
        ? []
        : [
            insertMembers(
              db,
              place.forumId,
              invited.map((personId) => ({ personId, role: place.role })),
            ),
            inviteVillages(db, place.forumId, villageIds),
            refuseTwoRepresentatives(db, place.forumId),
          ]),
    ],
    after: place === null ? [] : [noticeOfForum(db, place.forumId, null, now)],
  });
  return { added: added.length, invited: invited.length, personIds };
}

function keyOf(person: { name: string; villageId: string | null; office: string | null }): string {
  const { name, villageId } = person;
  return villageId === null
    ? personKey({ name, villageId, office: person.office ?? "" })
    : personKey({ name, villageId });
}

function isThere(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: (people|forum_members)\./.test(cause.message)) return true;
    if (wasRefused(cause)) return true;
  }
  return false;
}
