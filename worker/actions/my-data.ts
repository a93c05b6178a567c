import { notFound } from "../../domain/refusals.ts";
import type { DistrictRole, ForumRole } from "../../domain/roles.ts";
import { selectEvaluatedBy } from "../db/forum-evaluations.ts";
import { selectActsOf, selectLinksOf, selectPasskeysOf, selectSessionsOf } from "../db/my-data.ts";
import { openDatabase } from "../db/open.ts";
import { selectOwnRows } from "../db/own-rows.ts";
import { findPerson, selectPlacesOf, selectRolesOf } from "../db/person-care.ts";
import type { SignedIn } from "../db/sessions.ts";
import { selectSharedBy } from "../db/shared-by.ts";
import type { Env } from "../env.ts";
import { type Correction, correctPerson } from "./person-care-correction.ts";
import { byWhom, record } from "./record.ts";

export interface MyProfile {
  phone: string | null;
  roles: { districtName: string; role: DistrictRole }[];
  places: { forumId: string; title: string; role: ForumRole }[];
}

/** What the page about oneself shows beyond `Me`. */
export async function readProfile(env: Env, me: SignedIn): Promise<MyProfile> {
  const db = openDatabase(env);
  const { phone } = await requireMyself(env, me);
  const roles = await selectRolesOf(db, me.person.id);
  return {
    phone,
    roles: roles.map(({ districtName, role }) => ({ districtName, role })),
    places: await selectPlacesOf(db, me.person.id),
  };
}

export async function correctMyself(
  env: Env,
  me: SignedIn,
  correction: Correction,
  now: number,
): Promise<void> {
  await correctPerson(env, me, await requireMyself(env, me), correction, now);
}

/** Everything that the database holds about the person, and nothing that would open anything. */
export async function exportMyData(env: Env, me: SignedIn, now: number) {
  const db = openDatabase(env);
  const personId = me.person.id;
  const { isDemo: _, ...person } = await requireMyself(env, me);
  const data = {
    exportedAt: now,
    district: me.district,
    person: { ...person, noticeSeenAt: me.noticeSeenAt },
    roles: await selectRolesOf(db, personId),
    forums: await selectPlacesOf(db, personId),
    sessions: await selectSessionsOf(db, personId),
    links: await selectLinksOf(db, personId),
    passkeys: await selectPasskeysOf(db, personId),
    evaluatedForums: await selectEvaluatedBy(db, personId),
    acts: await selectActsOf(db, personId),
    shared: await selectSharedBy(db, personId),
    records: await selectOwnRows(db, personId),
  };
  await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "exported",
        subjectKind: "person",
        subjectId: personId,
        details: { what: "myData" },
      },
    ],
    now,
    change: [],
  });
  return data;
}

async function requireMyself(env: Env, me: SignedIn) {
  const person = await findPerson(openDatabase(env), me.person.id);
  if (person === null) throw notFound();
  return person;
}
