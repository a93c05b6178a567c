import { type Actor, can } from "../../domain/permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { DistrictRole, ForumRole } from "../../domain/roles.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { type Database, openDatabase } from "../db/open.ts";
import {
  type CaredPerson,
  findPerson,
  selectLatestLink,
  selectOpenDevices,
  selectPlacesOf,
  selectRolesOf,
} from "../db/person-care.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { districtActor } from "./actor.ts";

export interface PersonPage {
  person: {
    id: string;
    name: string;
    position: string;
    village: VillageBadge | null;
    office: string | null;
    phone: string | null;
    createdAt: number;
  };
  roles: DistrictRole[];
  /** Roles in other districts, for regency offices. */
  rolesElsewhere: { districtName: string; role: DistrictRole }[];
  places: { forumId: string; title: string; role: ForumRole }[];
  openDevices: number;
  lastSeenAt: number | null;
  link: {
    createdAt: number;
    expiresAt: number;
    usedAt: number | null;
    revokedAt: number | null;
  } | null;
  /** Whether the reader may give and take roles. */
  mayGiveRoles: boolean;
}

/** @throws notFound, and notAllowed for who is more than the reader may look after */
export async function readPerson(
  env: Env,
  me: SignedIn,
  personId: string,
  now: number,
): Promise<PersonPage> {
  const db = openDatabase(env);
  const { person, actor, roles, places } = await requireCare(env, me, personId);
  const [devices] = await selectOpenDevices(db, personId, now);
  const [link] = await selectLatestLink(db, personId);
  const { id, name, position, village, office, phone, createdAt } = person;
  return {
    person: { id, name, position, village, office, phone, createdAt },
    roles: roles.filter((held) => held.districtId === me.district.id).map(({ role }) => role),
    rolesElsewhere: roles
      .filter((held) => held.districtId !== me.district.id)
      .map(({ districtName, role }) => ({ districtName, role })),
    places,
    openDevices: devices?.open ?? 0,
    lastSeenAt: devices?.lastSeenAt ?? null,
    link: link ?? null,
    mayGiveRoles: can(actor, "person.manage", { roles: ["camat"] }),
  };
}

interface Care {
  person: CaredPerson;
  actor: Actor;
  roles: Awaited<ReturnType<typeof selectRolesOf>>;
  places: Awaited<ReturnType<typeof selectPlacesOf>>;
}

/**
 * Somebody of the own district whom the person may look after: all that somebody is counts.
 * @throws notFound, notAllowed
 */
export async function requireCare(env: Env, me: SignedIn, personId: string): Promise<Care> {
  const db: Database = openDatabase(env);
  const actor = districtActor(me);
  if (!can(actor, "people.see")) throw notFound();
  const person = await findPerson(db, personId);
  if (person === null || person.districtId !== me.district.id || !mayExist(person, env)) {
    throw notFound();
  }
  const roles = await selectRolesOf(db, personId);
  const places = await selectPlacesOf(db, personId);
  const held = [...roles, ...places].map(({ role }) => role);
  if (!can(actor, "person.manage", { roles: held })) throw notAllowed();
  return { person, actor, roles, places };
}
