import { zValidator } from "@hono/zod-validator";
import type { ZodType } from "zod";
import { invalidField } from "../../domain/refusals.ts";
import { described } from "../openapi/described-routes.ts";

/** The address's query as the schema has it, or the first field that is wrong. */
export function queryOf<S extends ZodType>(schema: S) {
  const handler = zValidator("query", schema, (result) => {
    if (!result.success) throw invalidField(result.error.issues[0]?.path.join(".") || "query");
  });
  return described(handler, { kind: "query", schema });
}
