import { z } from "zod";

const line = z.string().max(200);

/** What may be corrected; each field is left as it is where it is not named. */
export const correctionSchema = z.object({
  name: line.optional(),
  position: line.optional(),
  phone: z.string().max(40).optional(),
});
