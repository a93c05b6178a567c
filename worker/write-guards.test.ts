import { beforeAll, describe, expect, it } from "vitest";
import { writesAllowed } from "./limit-writes.ts";
import { routeAccess } from "./route-access.ts";
import { ask, cookieOf, refusal } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

beforeAll(buildWorld);

const writes = Object.keys(routeAccess).flatMap((name) => {
  const [method = "", path = ""] = name.split(" ");
  return method === "GET" ? [] : [{ method, path: path.replaceAll(/:\w+/g, "x") }];
});

describe("another site", () => {
  it.each(writes)("cannot make a browser send $method $path", async ({ method, path }) => {
    const cookie = await cookieOf("camat");
    for (const origin of ["https://elsewhere.example", null, "null"]) {
      const answer = await ask(path, { method, origin, cookie });
      expect(await refusal(answer)).toEqual({ status: 403, code: "foreign-origin" });
    }
  });
});

describe("answers", () => {
  it.each(["/api/me", "/api/unknown"])("of %s are for this page alone", async (path) => {
    const { headers } = await ask(path);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("a script that has gone wild", () => {
  it("has to wait, is told how long, and keeps nobody else waiting", async () => {
    const cookie = await cookieOf("villager-c");
    const write = (by: string) => ask("/api/sessions/none", { method: "DELETE", cookie: by });
    const answers = await Promise.all(Array.from({ length: writesAllowed }, () => write(cookie)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    const answer = await write(cookie);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refusal(answer)).toEqual({ status: 429, code: "too-many-writes" });
    expect((await ask("/api/me", { cookie })).status).toBe(200);
    expect((await write(await cookieOf("participant-b"))).status).toBe(404);
  });
});
