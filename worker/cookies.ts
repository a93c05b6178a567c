import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { type CookieOptions, parse } from "hono/utils/cookie";

export type CookieName = "session" | "device";

/** The `__Host-` prefix makes the browser keep the cookie to this host, but exists under https only. */
export function readCookie(request: Request, name: CookieName): string | undefined {
  const fullName = isHttps(request) ? `__Host-${name}` : name;
  return parse(request.headers.get("cookie") ?? "", fullName)[fullName];
}

export function writeCookie(c: Context, name: CookieName, value: string, lastsMs: number): void {
  setCookie(c, name, value, { ...options(c), maxAge: Math.floor(lastsMs / 1000) });
}

/** For a shared computer: the browser forgets it when it is closed. */
export function writeCookieUntilClosed(c: Context, name: CookieName, value: string): void {
  setCookie(c, name, value, options(c));
}

export function clearCookie(c: Context, name: CookieName): void {
  deleteCookie(c, name, options(c));
}

function options(c: Context): CookieOptions {
  const everywhere = { path: "/", httpOnly: true, sameSite: "Lax" } as const;
  return isHttps(c.req.raw) ? { ...everywhere, secure: true, prefix: "host" } : everywhere;
}

function isHttps(request: Request): boolean {
  return new URL(request.url).protocol === "https:";
}
