import { env, exports } from "cloudflare:workers";
import { hashToken, newToken } from "../actions/tokens.ts";
import { api } from "../api.ts";
import { openDatabase } from "../db/open.ts";
import { sessions } from "../db/schema.ts";
import type { Env } from "../env.ts";

const ownOrigin = "http://sinau.test";
const dayMs = 24 * 60 * 60_000;

export interface Ask {
  method?: string;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, in place of `json`. */
  body?: string;
  cookie?: string;
  headers?: Record<string, string>;
  origin?: string | null;
  at?: string;
}

export function request(path: string, ask: Ask = {}): Request {
  const at = ask.at ?? ownOrigin;
  const headers = new Headers(ask.headers);
  const from = ask.origin === undefined ? at : ask.origin;
  if (from !== null) headers.set("origin", from);
  if (ask.cookie !== undefined) headers.set("cookie", ask.cookie);
  const body = ask.body ?? (ask.json === undefined ? undefined : JSON.stringify(ask.json));
  if (body !== undefined) headers.set("content-type", "application/json");
  const method = ask.method ?? (body === undefined ? "GET" : "POST");
  return new Request(at + path, { method, headers, ...(body === undefined ? {} : { body }) });
}

/** To the Worker as it is served. */
export function ask(path: string, options: Ask = {}): Promise<Response> {
  return exports.default.fetch(request(path, options));
}

/** To the API with other bindings than the tests'. */
export async function askWith(
  bindings: Partial<Env>,
  path: string,
  options: Ask = {},
): Promise<Response> {
  const { DEMO_PEOPLE: _, ...deployed } = env;
  return api.fetch(request(path, options), { ...deployed, ...bindings });
}

/** The cookie of a session that was opened for the person. */
export async function cookieOf(personId: string, expiresAt = Date.now() + dayMs): Promise<string> {
  const token = newToken();
  await openDatabase(env)
    .insert(sessions)
    .values({ tokenHash: await hashToken(token), personId, createdAt: 0, expiresAt });
  return `session=${token}`;
}

/** What the browser would send back. */
export function cookiesSetBy(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

export async function refusal(answer: Response) {
  const { error } = await answer.json<{ error: { code: string; field?: string } }>();
  return { status: answer.status, code: error.code, ...(error.field && { field: error.field }) };
}

export const notSignedIn = { status: 401, code: "not-signed-in" };
export const notFound = { status: 404, code: "not-found" };

/** The database, counting the statements that go to it. */
export function countingStatements(): { DB: D1Database; count: () => number } {
  let count = 0;
  const DB = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") count += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { DB, count: () => count };
}
