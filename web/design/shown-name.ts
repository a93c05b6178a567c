import type { ShownPerson, ShownVillage } from "../../party/masks/shown-person.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import type { Messages } from "../messages/use-messages.ts";

type Words = Messages["masks"];

/** What a village is called on the screen: in an unnamed case by its number. */
export function villageName(village: ShownVillage, words: Words): string {
  return "number" in village ? words.village(village.number) : village.name;
}

export function personName(person: ShownPerson, words: Words): string {
  return "number" in person ? words.person(person.number) : person.name;
}

/** The same villages, each with the name that the screen gives it. */
export function named(villages: readonly ShownVillage[], words: Words): VillageBadge[] {
  return villages.map((village) => ({
    id: village.id,
    name: villageName(village, words),
    colour: village.colour,
  }));
}
