import { notFound } from "../../domain/refusals.ts";
import type { Sector } from "../../domain/statuses.ts";
import { setSector } from "../db/guests.ts";
import { deleteMember, insertMembers, selectForumPlaces } from "../db/members.ts";
import { openDatabase } from "../db/open.ts";
import { selectPeopleByIds } from "../db/people.ts";
import { noticeOfForum } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { requireConfigurable, requirePeople } from "./people.ts";
import { addPerson } from "./people-import.ts";
import { byWhom, record } from "./record.ts";

/** As what a guest comes: to look on, or to take part. */
export type GuestRole = "observer" | "participant";

interface NewGuest {
  forumId: string;
  role: GuestRole;
  sector: Sector;
  name: string;
  position: string;
  office: string;
  phone: string;
}

/** Brings somebody of an office or community in, and into the forum. @throws personExists */
export function addGuest(
  env: Env,
  me: SignedIn,
  { forumId, role, sector, ...person }: NewGuest,
  now: number,
) {
  const row = { ...person, village: "", line: 1 };
  return addPerson(env, me, { row, sector, place: { forumId, role } }, now);
}

/** Asks somebody who is known already, and says which part of society they come from. */
export async function setGuest(
  env: Env,
  me: SignedIn,
  order: { forumId: string; personId: string; role: GuestRole; sector: Sector },
  now: number,
): Promise<void> {
  const { forumId, personId, role, sector } = order;
  const db = openDatabase(env);
  requirePeople(me);
  const forum = await requireConfigurable(db, me, forumId, [role]);
  const [person] = await selectPeopleByIds(db, forum.districtId, [personId]);
  // Whoever is of a village is no guest.
  if (person === undefined || !mayExist(person, env) || person.village !== null) throw notFound();
  const held = (await selectForumPlaces(db, forumId))
    .filter((place) => place.personId === personId)
    .map((place) => place.role);
  await requireConfigurable(db, me, forumId, held);
  await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        action: held.length === 0 ? "memberAdded" : "memberChanged",
        subjectKind: "person",
        subjectId: personId,
        forumId,
        details: { roles: role, sector },
      },
    ],
    now,
    change: [
      setSector(db, personId, sector),
      deleteMember(db, forumId, personId),
      insertMembers(db, forumId, [{ personId, role }]),
    ],
    after: [noticeOfForum(db, forumId, personId, now)],
  });
}
