import { findKnocksOf } from "../../worker/db/knocks.ts";
import { openDatabase } from "../../worker/db/open.ts";
import type { Env } from "../../worker/env.ts";
import { mayExist } from "../../worker/may-exist.ts";
import type { Mask } from "../masks/mask.ts";
import type { RoomPerson } from "../room-person.ts";
import { admissionOf } from "./admission.ts";

/**
 * What the people of these sessions are in the document now, as the door would decide: null for who
 * may not see it, nothing at all for who is not signed in any more.
 * @param masks by session, the masks that these people bear in the document for good
 */
export async function askRights(
  env: Pick<Env, "DB" | "DEMO_PEOPLE">,
  documentId: string,
  masks: ReadonlyMap<string, Mask | null>,
): Promise<Map<string, RoomPerson | null>> {
  const decidedAt = Date.now();
  const knocks = await findKnocksOf(openDatabase(env), [...masks.keys()], documentId, decidedAt);
  const signedIn = knocks.filter(({ me }) => mayExist(me.person, env));
  return new Map(
    signedIn.map(({ me, found }) => {
      const admission = found && admissionOf(me, found, masks.get(me.sessionId) ?? null, decidedAt);
      return [me.sessionId, admission?.roomPerson ?? null];
    }),
  );
}
