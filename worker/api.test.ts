import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ask, cookieOf, refusal } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

beforeAll(buildWorld);

describe("the edge of the API", () => {
  it.each(["/api", "/api/", "/api/nothing", "/api/forums", "/api/sign-in/preview"])(
    "answers GET %s, which does not exist, with 404 in JSON",
    async (path) => {
      expect(await refusal(await ask(path))).toEqual({ status: 404, code: "not-found" });
    },
  );

  it.each([null, "null", "http://elsewhere.test", "https://sinau.test", "http://sinau.test:8080"])(
    "refuses a change whose Origin is %s",
    async (origin) => {
      for (const [path, method] of [
        ["/api/sign-in", "POST"],
        ["/api/sign-in/preview", "POST"],
        ["/api/session", "DELETE"],
      ] as const) {
        const body = method === "POST" ? { json: { token: "x" } } : {};
        const answer = await ask(path, { method, origin, ...body });
        expect(await refusal(answer)).toEqual({ status: 403, code: "foreign-origin" });
      }
    },
  );

  it("reads without asking for an Origin", async () => {
    const cookie = await cookieOf("participant-a");
    expect((await ask("/api/me", { cookie, origin: null })).status).toBe(200);
  });

  it.each(["/api/sign-in", "/api/sign-in/preview"])(
    "refuses a body over 16 kB at %s",
    async (path) => {
      const answer = await ask(path, { json: { token: "x", more: "y".repeat(16 * 1024) } });
      expect(await refusal(answer)).toEqual({ status: 413, code: "too-large" });
    },
  );

  it("refuses an oversized body that does not say its length", async () => {
    const chunk = new TextEncoder().encode(" ".repeat(1024));
    const body = new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < 40; sent += 1) controller.enqueue(chunk);
        controller.close();
      },
    });
    const { api } = await import("./api.ts");
    const headers = { "content-type": "application/json", origin: "http://sinau.test" };
    const oversized = new Request("http://sinau.test/api/sign-in", {
      method: "POST",
      headers,
      body,
    });
    expect(await refusal(await api.fetch(oversized, env))).toEqual({
      status: 413,
      code: "too-large",
    });
  });

  it.each(["", "{", "not json", '{"token": "x"', "\u0000"])(
    "refuses the malformed JSON %j",
    async (body) => {
      const answer = await ask("/api/sign-in", { body });
      expect(await refusal(answer)).toEqual({ status: 422, code: "malformed" });
    },
  );

  it.each(["[]", "null", '"token"', "7"])("refuses %s, which is no object", async (body) => {
    const answer = await ask("/api/sign-in", { body });
    expect(await refusal(answer)).toEqual({ status: 422, code: "malformed" });
  });

  it("lets no answer be kept, framed or guessed at", async () => {
    for (const path of ["/api/me", "/api/nothing"]) {
      const { headers } = await ask(path, { cookie: await cookieOf("participant-a") });
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-type")).toContain("application/json");
    }
  });

  it("says every refusal in both languages", async () => {
    const { error } = await (await ask("/api/me")).json<{
      error: { message: { id: string; en: string } };
    }>();
    expect(error.message.id).toContain("Anda belum masuk");
    expect(error.message.en).toContain("not signed in");
  });

  it("answers a bug with a fixed sentence, and logs it without a word of a person", async () => {
    const cookie = await cookieOf("participant-a");
    await env.DB.prepare("DROP TABLE sessions").run();
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const answer = await ask("/api/me", { cookie });
    const text = await answer.text();
    const logged = log.mock.calls.flat().join("\n");
    log.mockRestore();
    expect(answer.status).toBe(500);
    expect(JSON.parse(text).error.code).toBe("internal");
    expect(text).not.toMatch(/sessions|select|\bat /i);
    expect(logged).toContain("Error");
    expect(logged).not.toMatch(/select|params/i);
  });
});
