import { type Actor, actorIn, can, type LaneFacts } from "../../domain/permissions.ts";
import { isFrozen } from "../../domain/statuses.ts";
import type { FoundDocument } from "../../worker/db/knocks.ts";
import type { SignedIn } from "../../worker/db/sessions.ts";
import type { Mask } from "../masks/mask.ts";
import { lanesUnder, unmasks } from "../masks/unmasking.ts";
import type { RoomPerson } from "../room-person.ts";

export interface Admission {
  actor: Actor;
  roomPerson: RoomPerson;
}

/**
 * What somebody is and may do in a document: decided so at the door, and again by the room (R4).
 * @param mask as whom they are shown there; null where the document names its people
 * @param decidedAt when the rights were read, ms since 1970
 * @returns null for whoever may not see the document
 */
export function admissionOf(
  me: SignedIn,
  { document, forum, ownRoles }: FoundDocument,
  mask: Mask | null,
  decidedAt: number,
): Admission | null {
  const { person } = me;
  const actor = actorIn(
    { ...forum, id: forum.districtId },
    {
      id: person.id,
      villageId: person.village?.id ?? null,
      districtId: me.district.id,
      districtRoles: me.roles,
    },
    ownRoles,
  );
  if (!can(actor, "document.see", document)) return null;
  return { actor, roomPerson: roomPersonOf(me, actor, { document, forum }, mask, decidedAt) };
}

function roomPersonOf(
  me: SignedIn,
  actor: Actor,
  { document, forum }: Pick<FoundDocument, "document" | "forum">,
  mask: Mask | null,
  decidedAt: number,
): RoomPerson {
  return {
    personId: me.person.id,
    name: me.person.name,
    village: me.person.village,
    office: me.person.office,
    mayWrite: can(actor, "document.write", document),
    isFrozen: isFrozen(document.status),
    unmasks: unmasks(actor, document),
    mask,
    lanes: lanesUnder(mask, lanesOf(actor, { ...document, lanesAreOpen: forum.lanesAreOpen })),
    sessionId: me.sessionId,
    sessionEndsAt: me.sessionEndsAt,
    decidedAt,
  };
}

function lanesOf(actor: Actor, document: LaneFacts): RoomPerson["lanes"] {
  if (can(actor, "lanes.write", document)) return "all";
  const { villageId } = actor;
  if (villageId === null) return [];
  return can(actor, "lane.write", { ...document, villageId }) ? [villageId] : [];
}
