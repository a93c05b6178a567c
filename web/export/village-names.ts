import type { LaneVillage } from "../../party/masks/shown-person.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { id } from "../messages/id.ts";

/**
 * Of each village the name that leaves the system. What is sent on reaches people whom the screen
 * would not tell: of an unnamed case even its facilitators' files say numbers.
 */
export function namesThatLeave({
  document,
  villages,
  otherVillages = [],
}: Pick<DocumentPageData, "document" | "villages" | "otherVillages">): Map<string, string> {
  const all: LaneVillage[] = [...villages, ...otherVillages];
  return new Map(
    all.map((village): [string, string] => {
      if ("number" in village) return [village.id, id.masks.village(village.number)];
      if (!document.isUnnamed) return [village.id, village.name];
      const { maskNumber } = village;
      return [village.id, maskNumber === undefined ? "Desa" : id.masks.village(maskNumber)];
    }),
  );
}
