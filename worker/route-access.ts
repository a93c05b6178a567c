import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { ExtractSchema } from "hono/types";
import type { Action } from "../domain/permissions.ts";
import { notFound, notSignedIn } from "../domain/refusals.ts";
import { findSignedIn } from "./actions/sessions.ts";
import type { Api } from "./api.ts";
import { readCookie } from "./cookies.ts";
import type { SignedInEnv } from "./routes/api-env.ts";

type Schema = ExtractSchema<Api>;
type MethodOf<Path extends keyof Schema & string> = Extract<keyof Schema[Path], `$${string}`>;

/** Each route of the API, as "GET /api/forums/:forumId": a new one is a type error until it stands below. */
export type RouteName = {
  [Path in keyof Schema & string]: MethodOf<Path> extends `$${infer Method}`
    ? `${Uppercase<Method>} ${Path}`
    : never;
}[keyof Schema & string];

/**
 * Who may call a route: everyone, whoever is signed in (for their own things), or whom an action of
 * the table of permissions names. A route that does not stand here answers nobody.
 */
export const routeAccess = {
  "POST /api/sign-in/preview": "everyone",
  "POST /api/sign-in": "everyone",
  "DELETE /api/session": "everyone",
  "GET /api/me": "signedIn",
  "GET /api/home": "signedIn",
  "GET /api/forums/:forumId": "forum.see",
  "PUT /api/forums/:forumId/status": "forum.move",
  "GET /api/documents/:documentId": "document.see",
  "GET /api/documents/:documentId/reading": "document.see",
  "PUT /api/documents/:documentId/status": "document.move",
} as const satisfies Record<RouteName, Action | "everyone" | "signedIn">;

const accessOf = new Map<string, string>(Object.entries(routeAccess));

/** Refuses by default; says who is signed in, in `c.var.me`, wherever a route is not for everyone. */
export const requireAccess = createMiddleware<SignedInEnv>(async (c, next) => {
  const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL");
  const access = route && accessOf.get(`${route.method} ${route.path.replace(/(?<=.)\/$/, "")}`);
  if (access === undefined) throw notFound();
  if (access !== "everyone") {
    const me = await findSignedIn(c.env, readCookie(c.req.raw, "session"), Date.now());
    if (me === null) throw notSignedIn();
    c.set("me", me);
  }
  await next();
});
