import type { Mask } from "../../party/masks/mask.ts";
import { type LaneVillage, type ShownPerson, shownTo } from "../../party/masks/shown-person.ts";
import type { RoomPerson, VillageBadge } from "../../party/room-person.ts";
import { personMask, villageMasks } from "../db/document-masks.ts";
import type { Database } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";

interface Document {
  id: string;
  isUnnamed: boolean;
}

/** As whom somebody is shown in a document; null where it names its people. */
export async function maskOf(db: Database, me: SignedIn, document: Document): Promise<Mask | null> {
  if (!document.isUnnamed) return null;
  const { id, village } = me.person;
  return personMask(db, document.id, { id, villageId: village?.id ?? null });
}

/** The villages of an unnamed case as its lanes name them, in the lanes' order. */
export async function villagesShown(
  db: Database,
  document: Document,
  viewer: { unmasks: boolean },
  villages: readonly VillageBadge[],
): Promise<LaneVillage[]> {
  const masks = await villageMasks(db, document.id);
  return villages
    .flatMap((village) => {
      const mask = masks.get(village.id);
      return mask ? [{ village, mask }] : [];
    })
    .sort((a, b) => a.mask.number - b.mask.number)
    .map(({ village, mask }) =>
      viewer.unmasks ? { ...village, id: mask.id, maskNumber: mask.number } : mask,
    );
}

type Self = Pick<
  RoomPerson,
  "mayWrite" | "isFrozen" | "unmasks" | "mask" | "lanes" | "sessionEndsAt"
> &
  ShownPerson;

/** What a document's page is told of its own reader: no more than its presence will show of them. */
export function selfShown(person: RoomPerson): Self {
  const { mayWrite, isFrozen, unmasks, mask, lanes, sessionEndsAt } = person;
  return { mayWrite, isFrozen, unmasks, mask, lanes, sessionEndsAt, ...shownTo(person, person) };
}
