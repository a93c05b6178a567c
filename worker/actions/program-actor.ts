import type { Actor } from "../../domain/permissions.ts";
import type { SignedIn } from "../db/sessions.ts";
import { districtActor } from "./actor.ts";

/**
 * The signed-in person in the programme between the forums, where whoever is from a village takes
 * part for it, whichever forums they were invited to.
 */
export function programActor(me: SignedIn): Actor {
  const actor = districtActor(me);
  return me.person.village === null ? actor : { ...actor, roles: [...actor.roles, "participant"] };
}
