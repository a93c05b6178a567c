import type { RoomPerson } from "../room-person.ts";

export const villages = {
  a: { id: "village-a", name: "Desa Contoh A", colour: 0 },
  b: { id: "village-b", name: "Desa Contoh B", colour: 1 },
};

/** A participant of one of the two example villages, or of none. */
export function person(personId: string, changes: Partial<RoomPerson> = {}): RoomPerson {
  const village = changes.village === undefined ? villages.a : changes.village;
  return {
    personId,
    name: `Warga ${personId}`,
    village,
    office: null,
    mayWrite: true,
    isFrozen: false,
    unmasks: true,
    mask: null,
    lanes: village ? [village.id] : [],
    sessionId: `session of ${personId}`,
    sessionEndsAt: Date.now() + 3_600_000,
    // Past every notice: what these tests say somebody may do is not asked again when they come.
    decidedAt: Date.now() + 24 * 3_600_000,
    ...changes,
  };
}
