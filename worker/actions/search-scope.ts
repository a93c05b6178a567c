import { type Actor, can } from "../../domain/permissions.ts";
import { documentStatuses } from "../../domain/statuses.ts";
import { placesIn } from "../db/forums.ts";
import type { Database } from "../db/open.ts";
import type { SearchScope } from "../db/search-conditions.ts";
import { selectScopes } from "../db/search-scope.ts";
import type { SignedIn } from "../db/sessions.ts";
import { actorOf, districtsOf } from "./actor.ts";
import { programActor } from "./program-actor.ts";

/** What the person may find, asked of the table of permissions once for each forum and status. */
export async function searchScope(db: Database, me: SignedIn): Promise<SearchScope> {
  const districtIds = [...new Set([me.district.id, ...districtsOf(me)])];
  const rows = await selectScopes(db, me.person.id, districtIds);
  const forums = [...Map.groupBy(rows, ({ forum }) => forum.id).values()].flatMap((own) => {
    const forum = own[0]?.forum;
    return forum ? [{ id: forum.id, actor: actorOf(me, forum, placesIn(own)) }] : [];
  });
  const bySeen = Map.groupBy(forums, ({ actor }) => seenStatuses(actor).join(" "));
  const program = programActor(me);
  return {
    documents: [...bySeen.values()].flatMap((each) => {
      const statuses = each[0] ? seenStatuses(each[0].actor) : [];
      return statuses.length > 0 ? [{ forumIds: each.map(({ id }) => id), statuses }] : [];
    }),
    unmaskedForumIds: forums
      .filter(({ actor }) => can(actor, "document.unmask"))
      .map(({ id }) => id),
    sharingDistrictId: can(program, "sharing.see") ? me.district.id : null,
    unmaskedVillageIds: unmaskedVillages(program),
    regulationDistrictIds: districtIds,
    villageId: me.person.village?.id ?? null,
  };
}

function seenStatuses(actor: Actor) {
  const nobody = { proposedByPersonId: null, proposedByVillageId: null };
  return documentStatuses.filter((status) => can(actor, "document.see", { status, ...nobody }));
}

function unmaskedVillages(actor: Actor): string[] | null {
  if (can(actor, "question.unmask", { villageId: null })) return null;
  const { villageId } = actor;
  return villageId !== null && can(actor, "question.unmask", { villageId }) ? [villageId] : [];
}
