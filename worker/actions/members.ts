import type { AuditFact } from "../../domain/audit.ts";
import { representativeTaken } from "../../domain/refusals/people.ts";
import { notFound } from "../../domain/refusals.ts";
import type { ForumRole } from "../../domain/roles.ts";
import {
  deleteMember,
  deleteMemberRole,
  insertMembers,
  inviteVillages,
  refuseTwoRepresentatives,
  selectForumPlaces,
} from "../db/members.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { selectPeopleByIds } from "../db/people.ts";
import { endAllAccess } from "../db/person-care.ts";
import { wasRefused } from "../db/refuse-unless.ts";
import { noticeOfForum } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { requireConfigurable, requirePeople } from "./people.ts";
import { byWhom, record } from "./record.ts";

interface Order {
  forumId: string;
  personId: string;
  roles: readonly ForumRole[];
  /** Whom the sender was told to be the village's representative until now. */
  replacesPersonId: string | null;
}

/** Gives somebody these roles in the forum in place of those they held. @throws representativeTaken */
export async function setMember(env: Env, me: SignedIn, order: Order, now: number): Promise<void> {
  const db = openDatabase(env);
  const { person, places, held } = await requireMember(db, env, me, order, order.roles);
  const villageId = person.village?.id ?? null;
  const isRepresentative = order.roles.includes("representative");
  if (isRepresentative && villageId === null) throw notFound();
  const before = places.find(
    (place) =>
      isRepresentative &&
      place.role === "representative" &&
      place.villageId === villageId &&
      place.personId !== person.id,
  );
  if (before !== undefined && before.personId !== order.replacesPersonId) {
    throw representativeTaken();
  }
  const { forumId } = order;
  const about = (subjectId: string, action: AuditFact["action"], roles: readonly ForumRole[]) =>
    ({
      ...byWhom(me),
      action,
      subjectKind: "person",
      subjectId,
      forumId,
      details: { roles: roles.join(",") },
    }) satisfies AuditFact;
  const remaining = places
    .filter((place) => place.personId === before?.personId && place.role !== "representative")
    .map(({ role }) => role);
  const isLeftWithout = before !== undefined && remaining.length === 0;
  try {
    await record(db, {
      facts: [
        ...(before
          ? [about(before.personId, "memberChanged", isLeftWithout ? ["participant"] : remaining)]
          : []),
        about(person.id, held.length === 0 ? "memberAdded" : "memberChanged", order.roles),
      ],
      now,
      change: [
        ...(before
          ? [deleteMemberRole(db, forumId, { ...before, role: "representative" as const })]
          : []),
        deleteMember(db, forumId, person.id),
        insertMembers(db, forumId, [
          ...(isLeftWithout ? [{ personId: before.personId, role: "participant" as const }] : []),
          ...order.roles.map((role) => ({ personId: person.id, role })),
        ]),
        inviteVillages(db, forumId, villageId === null ? [] : [villageId]),
        refuseTwoRepresentatives(db, forumId),
      ],
      after: [
        ...[person.id, ...(before ? [before.personId] : [])].map((personId) =>
          noticeOfForum(db, forumId, personId, now),
        ),
        // Ways in that were handed out for a lesser role must not open this one.
        ...(order.roles.includes("minuteTaker") && !held.includes("minuteTaker")
          ? endAllAccess(db, person.id, now)
          : []),
      ],
    });
  } catch (error) {
    throw wasRefused(error) ? representativeTaken() : error;
  }
}

/** Takes somebody out of the forum; nothing happens where they are not in it. */
export async function removeMember(
  env: Env,
  me: SignedIn,
  { forumId, personId }: Pick<Order, "forumId" | "personId">,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireMember(db, env, me, { forumId, personId }, []);
  await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "memberRemoved",
        subjectKind: "person",
        subjectId: personId,
        forumId,
      },
    ],
    now,
    change: [deleteMember(db, forumId, personId)],
    onlyIfChanged: true,
    after: [noticeOfForum(db, forumId, personId, now)],
  });
}

/** Both what somebody holds in the forum and what they shall hold must be the sender's to give. */
async function requireMember(
  db: Database,
  env: Env,
  me: SignedIn,
  { forumId, personId }: Pick<Order, "forumId" | "personId">,
  roles: readonly ForumRole[],
) {
  requirePeople(me);
  await requireConfigurable(db, me, forumId, roles);
  const [person] = await selectPeopleByIds(db, me.district.id, [personId]);
  if (person === undefined || !mayExist(person, env)) throw notFound();
  const places = await selectForumPlaces(db, forumId);
  const held = places.filter((place) => place.personId === personId).map(({ role }) => role);
  const forum = await requireConfigurable(db, me, forumId, held);
  if (forum.districtId !== person.districtId) throw notFound();
  return { person, places, held };
}
