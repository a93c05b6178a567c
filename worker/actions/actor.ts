import { type Actor, actorIn } from "../../domain/permissions.ts";
import type { ForumRole } from "../../domain/roles.ts";
import type { ForumKind } from "../../domain/statuses.ts";
import type { SignedIn } from "../db/sessions.ts";

/** The signed-in person as one forum sees them. */
export function actorOf(
  { person, district, roles }: Pick<SignedIn, "person" | "district" | "roles">,
  forum: { districtId: string; inspectorateSees: boolean; kind?: ForumKind },
  ownRoles: readonly ForumRole[],
): Actor {
  return actorIn(
    { ...forum, id: forum.districtId },
    {
      id: person.id,
      villageId: person.village?.id ?? null,
      districtId: district.id,
      districtRoles: roles,
    },
    ownRoles,
  );
}

/** The signed-in person in their own district, outside of any forum. */
export function districtActor(me: SignedIn): Actor {
  return actorOf(me, { districtId: me.district.id, inspectorateSees: false }, []);
}

/** The districts in which the person was given a role. */
export function districtsOf(signedIn: Pick<SignedIn, "roles">): string[] {
  return [...new Set(signedIn.roles.map(({ districtId }) => districtId))];
}
