import { can } from "../../domain/permissions.ts";
import { placesIn, selectForumsNear } from "../db/forums.ts";
import type { Database } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { actorOf } from "./actor.ts";
import { isToBeHeld } from "./forums.ts";

/** The forum that comes next of those before which the person may put a case. */
export async function findNextForum(db: Database, me: SignedIn) {
  const rows = await selectForumsNear(db, me.person.id, []);
  const byForum = [...Map.groupBy(rows, ({ forum }) => forum.id).values()];
  const open = byForum.flatMap((places) => {
    const [first] = places;
    if (first === undefined || !isToBeHeld(first.forum.status)) return [];
    const mayPropose = can(actorOf(me, first.forum, placesIn(places)), "case.propose");
    return mayPropose ? [first.forum] : [];
  });
  return open.sort((one, other) => one.startsAt - other.startsAt)[0] ?? null;
}
