import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type { ZodType } from "zod";

/** What one handler of a route asks for or answers. */
export interface RoutePart {
  kind: "json" | "query" | "answer";
  schema: ZodType;
}

const parts = new WeakMap<object, RoutePart>();

/** Notes what a handler is about, so that the API's description is made of the routes themselves. */
export function described<Handler extends object>(handler: Handler, part: RoutePart): Handler {
  parts.set(handler, part);
  return handler;
}

export function partOf(handler: object): RoutePart | null {
  return parts.get(handler) ?? null;
}

/** Says what a route answers; for shapes on which other systems rely. */
export function answersWith(schema: ZodType): MiddlewareHandler {
  return described(
    createMiddleware((_, next) => next()),
    { kind: "answer", schema },
  );
}
