import { z } from "zod";

/** A village behind its pseudonym: the screen says "Desa 3". */
const maskedVillageSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  colour: z.number().int().min(0).max(11),
});
export type MaskedVillage = z.infer<typeof maskedVillageSchema>;

/** A person's pseudonym in one unnamed case; `village` is null where theirs has no lane in it. */
export const maskSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  village: maskedVillageSchema.nullable(),
});
export type Mask = z.infer<typeof maskSchema>;
