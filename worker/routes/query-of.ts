import { zValidator } from "@hono/zod-validator";
import type { ZodType } from "zod";
import { invalidField } from "../../domain/refusals.ts";

/** The address's query as the schema has it, or the first field that is wrong. */
export function queryOf<S extends ZodType>(schema: S) {
  return zValidator("query", schema, (result) => {
    if (!result.success) throw invalidField(result.error.issues[0]?.path.join(".") || "query");
  });
}
