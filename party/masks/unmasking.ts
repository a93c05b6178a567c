import { type Actor, can } from "../../domain/permissions.ts";
import type { RoomPerson } from "../room-person.ts";
import type { Mask } from "./mask.ts";

/** Whether somebody is told who is who in a document. */
export function unmasks(actor: Actor, document: { isUnnamed: boolean }): boolean {
  return !document.isUnnamed || can(actor, "document.unmask");
}

/** The same lanes under the ids that they bear in the document. */
export function lanesUnder(mask: Mask | null, lanes: RoomPerson["lanes"]): RoomPerson["lanes"] {
  if (mask === null || lanes === "all") return lanes;
  return lanes.length > 0 && mask.village ? [mask.village.id] : [];
}
