import type { AuditFact } from "../../domain/audit.ts";
import { can } from "../../domain/permissions.ts";
import { lastCamat } from "../../domain/refusals/people.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import type { DistrictRole } from "../../domain/roles.ts";
import { openDatabase } from "../db/open.ts";
import { endAllAccess, findPerson, selectRolesOf } from "../db/person-care.ts";
import { deleteRole, insertRole } from "../db/roles.ts";
import { noticeOfPerson } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { districtActor } from "./actor.ts";
import { requireCare } from "./person-care.ts";
import { byWhom, record } from "./record.ts";

/** @throws notFound, notAllowed */
export async function giveRole(
  env: Env,
  me: SignedIn,
  personId: string,
  role: DistrictRole,
  now: number,
): Promise<void> {
  await requireRoleOf(env, me, personId, role, "give");
  const db = openDatabase(env);
  const given = { personId, districtId: me.district.id, role };
  await record(db, {
    facts: [roleFact(me, "roleGiven", personId, role)],
    now,
    change: [insertRole(db, given)],
    onlyIfChanged: true,
    after: [
      // Ways in that were handed out for a lesser role must not open this one.
      ...(personId === me.person.id ? [] : endAllAccess(db, personId, now)),
      noticeOfPerson(db, personId, now),
    ],
  });
}

/** Taking a role that is not held is no mistake. @throws notFound, notAllowed, lastCamat */
export async function takeRole(
  env: Env,
  me: SignedIn,
  personId: string,
  role: DistrictRole,
  now: number,
): Promise<void> {
  await requireRoleOf(env, me, personId, role, "take");
  const db = openDatabase(env);
  const given = { personId, districtId: me.district.id, role };
  await record(db, {
    facts: [roleFact(me, "roleTaken", personId, role)],
    now,
    change: [deleteRole(db, given)],
    onlyIfChanged: true,
    after: [noticeOfPerson(db, personId, now)],
  });
  const left = await selectRolesOf(db, personId);
  if (left.some((held) => held.districtId === me.district.id && held.role === role)) {
    throw lastCamat();
  }
}

function roleFact(
  me: SignedIn,
  action: "roleGiven" | "roleTaken",
  personId: string,
  role: DistrictRole,
): AuditFact {
  return {
    ...byWhom(me),
    action,
    subjectKind: "person",
    subjectId: personId,
    details: { role },
  };
}

/**
 * Who may be given a role here: people of the district, and as reviewers those of an office that
 * belongs to another one. Whoever is unknown and whoever may not be reached are the same answer.
 */
async function requireRoleOf(
  env: Env,
  me: SignedIn,
  personId: string,
  role: DistrictRole,
  how: "give" | "take",
): Promise<void> {
  const actor = districtActor(me);
  if (!can(actor, "people.see")) throw notFound();
  if (!can(actor, "person.manage", { roles: [role] })) throw notAllowed();
  const db = openDatabase(env);
  const person = await findPerson(db, personId);
  if (person === null || !mayExist(person, env)) throw notFound();
  if (person.districtId === me.district.id) {
    await requireCare(env, me, personId);
    return;
  }
  if (how === "give") {
    if (role !== "reviewer" || person.office === null || person.villageId !== null) {
      throw notFound();
    }
    return;
  }
  const held = await selectRolesOf(db, personId);
  if (!held.some((each) => each.districtId === me.district.id)) throw notFound();
}
