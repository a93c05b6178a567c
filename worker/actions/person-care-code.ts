import { codeLastsMs } from "../../domain/sign-in.ts";
import { openDatabase } from "../db/open.ts";
import { endAllAccess, insertCode } from "../db/person-care.ts";
import { noticeOfPerson } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { hashCode, newCode } from "./codes.ts";
import { requireCare } from "./person-care.ts";
import { byWhom, record } from "./record.ts";

/**
 * A code for who lost the phone, told once. Whoever has the phone is out at the same moment:
 * its passkeys, older links and codes open nothing any more.
 */
export async function createCode(
  env: Env,
  me: SignedIn,
  personId: string,
  now: number,
): Promise<{ code: string; expiresAt: number }> {
  await requireCare(env, me, personId);
  const db = openDatabase(env);
  const code = newCode();
  const expiresAt = now + codeLastsMs;
  const tokenHash = await hashCode(env, code);
  await record(db, {
    facts: [{ ...byWhom(me), action: "codeCreated", subjectKind: "person", subjectId: personId }],
    now,
    change: [
      ...endAllAccess(db, personId, now),
      insertCode(db, {
        tokenHash,
        personId,
        createdAt: now,
        expiresAt,
        createdByPersonId: me.person.id,
      }),
    ],
    after: [noticeOfPerson(db, personId, now)],
  });
  return { code, expiresAt };
}
