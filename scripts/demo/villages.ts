import type { villages } from "../../worker/db/schema.ts";

export const demoDistrictId = "35.05.16";

/** Example villages beside the twelve real ones, to which nothing invented is ever attached. */
export const demoVillages = ["A", "B", "C", "D"].map((letter, place) => ({
  id: `contoh-${letter.toLowerCase()}`,
  districtId: demoDistrictId,
  name: `Desa Contoh ${letter}`,
  colour: place,
  isDemo: true,
})) satisfies (typeof villages.$inferInsert)[];
