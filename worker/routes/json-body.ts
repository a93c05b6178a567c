import { zValidator } from "@hono/zod-validator";
import type { ZodType } from "zod";
import { invalidField, malformed } from "../../domain/refusals.ts";
import { described } from "../openapi/described-routes.ts";

/** The request's JSON as the schema has it, or the first field that is wrong. */
export function jsonBody<S extends ZodType>(schema: S) {
  const handler = zValidator("json", schema, (result) => {
    if (result.success) return;
    const field = result.error.issues[0]?.path.join(".");
    throw field ? invalidField(field) : malformed();
  });
  return described(handler, { kind: "json", schema });
}
