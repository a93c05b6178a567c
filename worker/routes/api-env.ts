import type { OpenKey } from "../actions/api-keys.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";

/** What Hono hands to every route. */
export interface ApiEnv {
  Bindings: Env;
}

/** What it hands on where `routeAccess` does not say "everyone". */
export interface SignedInEnv extends ApiEnv {
  Variables: { me: SignedIn };
}

/** Where a key opens the route, in place of a person. */
export interface KeyEnv extends ApiEnv {
  Variables: { key: OpenKey };
}
