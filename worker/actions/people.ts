import { can } from "../../domain/permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { DistrictRole, ForumRole, Role } from "../../domain/roles.ts";
import type { ForumStatus, Sector } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { findForum } from "../db/forums.ts";
import { selectNewestLinks } from "../db/invitations.ts";
import { type Database, openDatabase } from "../db/open.ts";
import {
  selectForums,
  selectPeople,
  selectPlacesOfPeople,
  selectRolesOfPeople,
  selectVillages,
} from "../db/people.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { actorOf, districtActor } from "./actor.ts";

type LinkState = "none" | "waiting" | "used" | "expired" | "revoked";

export interface ListedPerson {
  id: string;
  name: string;
  position: string;
  village: VillageBadge | null;
  office: string | null;
  sector: Sector | null;
  roles: DistrictRole[];
  places: { forumId: string; role: ForumRole }[];
  hasJoined: boolean;
  link: { state: LinkState; until: number | null };
  mayManage: boolean;
  /** Only for whoever may manage the person. */
  phone: string | null;
}

export interface PeopleList {
  people: ListedPerson[];
  villages: VillageBadge[];
  forums: {
    id: string;
    title: string;
    status: ForumStatus;
    startsAt: number;
    endsAt: number;
    place: string;
  }[];
}

/** Everybody of one's own district. @throws notFound for who may not see its people */
export async function listPeople(env: Env, me: SignedIn, now: number): Promise<PeopleList> {
  requirePeople(me);
  const db = openDatabase(env);
  const districtId = me.district.id;
  const forums = await selectForums(db, districtId);
  const persons = await selectPeople(db, districtId);
  const villages = await selectVillages(db, districtId);
  const [roles, places, links] = await db.batch([
    selectRolesOfPeople(db, districtId),
    selectPlacesOfPeople(db, districtId),
    selectNewestLinks(db, districtId),
  ]);
  const rolesOf = Map.groupBy(roles, ({ personId }) => personId);
  const placesOf = Map.groupBy(places, ({ personId }) => personId);
  const linkOf = new Map(links.map((link) => [link.personId, link]));
  const actor = districtActor(me);
  const people = persons
    .filter((person) => mayExist(person, env))
    .map(({ isDemo: _, districtId: __, phone, ...person }): ListedPerson => {
      const held = (rolesOf.get(person.id) ?? []).map(({ role }) => role);
      const placed = placesOf.get(person.id) ?? [];
      const mayManage = can(actor, "person.manage", {
        roles: [...held, ...placed.map(({ role }) => role)],
      });
      return {
        ...person,
        roles: held,
        places: placed.map(({ forumId, role }) => ({ forumId, role })),
        link: describeLink(linkOf.get(person.id), now),
        mayManage,
        phone: mayManage ? phone : null,
      };
    });
  const badges = villages
    .filter((village) => mayExist(village, env))
    .map(({ isDemo: _, ...badge }) => badge);
  return { people, villages: badges, forums };
}

/** What the district's people are is nobody's to know but who brings them in. */
export function requirePeople(me: SignedIn): void {
  if (!can(districtActor(me), "people.see")) throw notFound();
}

/** The forum, by whoever may set it up and give these roles in it. */
export async function requireConfigurable(
  db: Database,
  me: SignedIn,
  forumId: string,
  roles: readonly Role[],
) {
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const actor = actorOf(me, found.forum, found.ownRoles);
  if (!can(actor, "forum.see", found.forum)) throw notFound();
  if (!can(actor, "forum.configure") || !can(actor, "person.manage", { roles })) {
    throw notAllowed();
  }
  return found.forum;
}

function describeLink(
  link: { expiresAt: number; usedAt: number | null; revokedAt: number | null } | undefined,
  now: number,
): ListedPerson["link"] {
  if (link === undefined) return { state: "none", until: null };
  if (link.usedAt !== null) return { state: "used", until: null };
  if (link.revokedAt !== null) return { state: "revoked", until: null };
  if (link.expiresAt <= now) return { state: "expired", until: null };
  return { state: "waiting", until: link.expiresAt };
}
