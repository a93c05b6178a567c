import { lastCamat } from "../../domain/refusals/people.ts";
import { openDatabase } from "../db/open.ts";
import { removePersonStatements } from "../db/person-care.ts";
import { isNotLastCamat } from "../db/roles.ts";
import { noticeOfPerson } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { requireCare } from "./person-care.ts";
import { byWhom, record } from "./record.ts";

/** The words and the record stay, under a pseudonym; nobody is this person any more. */
export async function removePerson(
  env: Env,
  me: SignedIn,
  personId: string,
  now: number,
): Promise<void> {
  const { person } = await requireCare(env, me, personId);
  const db = openDatabase(env);
  const { remove, after } = removePersonStatements(
    db,
    person,
    newPseudonym(),
    now,
    isNotLastCamat(me.district.id, personId),
  );
  const [removed] = await record(db, {
    facts: [{ ...byWhom(me), action: "personRemoved", subjectKind: "person", subjectId: personId }],
    now,
    change: [remove],
    onlyIfChanged: true,
    after: [...after, noticeOfPerson(db, personId, now)],
  });
  if (!removed?.meta.changes) throw lastCamat();
}

/** 32 signs, none of which is taken for another one. */
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function newPseudonym(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(4));
  return `Mantan peserta ${[...bytes].map((byte) => signs[byte % signs.length]).join("")}`;
}
