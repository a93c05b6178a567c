import type { RoomPerson, VillageBadge } from "../room-person.ts";
import type { MaskedVillage } from "./mask.ts";

export type ShownVillage = VillageBadge | MaskedVillage;

/**
 * `maskNumber`: what others know it by in an unnamed case, for who sees its name and takes the text
 * out of the system.
 */
export type LaneVillage = (VillageBadge & { maskNumber?: number }) | MaskedVillage;

interface NamedPerson {
  personId: string;
  name: string;
  village: VillageBadge | null;
  office: string | null;
}

interface MaskedPerson {
  /** The pseudonym's. */
  personId: string;
  number: number;
  village: MaskedVillage | null;
  /** Never told: of some offices only one person comes. */
  office: null;
}

/** Somebody as others are shown them. */
export type ShownPerson = NamedPerson | MaskedPerson;

/** Of somebody, what may be shown: as who they are, or behind their mask. */
export type Shown = Pick<RoomPerson, "personId" | "name" | "village" | "office" | "mask">;

/** The only way from who somebody is to what a browser is told of them. */
export function shownTo(viewer: { unmasks: boolean }, person: Shown): ShownPerson {
  const { personId, name, village, office, mask } = person;
  if (mask === null) return { personId, name, village, office };
  if (!viewer.unmasks) {
    return { personId: mask.id, number: mask.number, village: mask.village, office: null };
  }
  // Under the id that the village's lane bears.
  return {
    personId,
    name,
    village: village && { ...village, id: mask.village?.id ?? village.id },
    office,
  };
}
