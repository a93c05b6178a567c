import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failedAttemptsAllowed } from "../../domain/sign-in.ts";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { newToken } from "../actions/tokens.ts";
import { openDatabase } from "../db/open.ts";
import { failedAttempts, sessions, signInLinks } from "../db/schema.ts";
import { ask, askWith, cookieOf, cookiesSetBy, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const minuteMs = 60_000;
const https = { at: "https://sinau.test" };

beforeAll(buildWorld);
beforeEach(async () => {
  await db.batch([db.delete(signInLinks), db.delete(sessions), db.delete(failedAttempts)]);
});

const linkFor = (personId: string, madeAt = Date.now()) => createSignInLink(db, personId, madeAt);
const preview = (token: unknown, options = {}) =>
  ask("/api/sign-in/preview", { json: { token }, ...options });
const signIn = (token: unknown, options = {}) =>
  ask("/api/sign-in", { json: { token }, ...options });
/** As if the link had been used that long ago. */
const letPass = (ms: number) => db.update(signInLinks).set({ usedAt: Date.now() - ms });

describe("opening a link", () => {
  it("says whose link it is", async () => {
    const answer = await preview(await linkFor("participant-a"));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      person: {
        name: "Warga participant-a",
        position: "Kaur Keuangan",
        village: { id: "village-a", name: "Desa Contoh A", colour: 0 },
        office: null,
      },
      district: { name: "Kecamatan Contoh", regency: "Kabupaten Contoh" },
    });
  });

  it("does not use it up, however often it is opened", async () => {
    const token = await linkFor("participant-a");
    for (let time = 0; time < 3; time += 1) expect((await preview(token)).status).toBe(200);
    expect(await db.select().from(sessions)).toEqual([]);
    expect((await signIn(token)).status).toBe(200);
  });

  it("gives the device a cookie, unless it has one", async () => {
    const token = await linkFor("participant-a");
    const cookie = cookiesSetBy(await preview(token));
    expect(cookie).toMatch(/^device=[\w-]{43}$/);
    expect(cookiesSetBy(await preview(token, { cookie }))).toBe("");
  });

  it("shows a used link to the device that used it, for ten minutes, and to no other", async () => {
    const token = await linkFor("participant-a");
    const cookie = cookiesSetBy(await signIn(token));
    expect((await preview(token, { cookie })).status).toBe(200);
    expect(await refusal(await preview(token))).toEqual({ status: 410, code: "link-used" });
    await letPass(10 * minuteMs);
    expect(await refusal(await preview(token, { cookie }))).toEqual({
      status: 410,
      code: "link-used",
    });
  });
});

describe("signing in", () => {
  it("opens a session that says who one is", async () => {
    const answer = await signIn(await linkFor("facilitator"));
    expect(answer.status).toBe(200);
    const me = await answer.json();
    expect(me).toMatchObject({ person: { id: "facilitator" }, roles: ["facilitator"] });
    const cookie = cookiesSetBy(answer);
    expect(await (await ask("/api/me", { cookie })).json()).toEqual(me);
  });

  it("lets a second device find the link used", async () => {
    const token = await linkFor("participant-a");
    await signIn(token);
    expect(await refusal(await signIn(token))).toEqual({ status: 410, code: "link-used" });
    const otherDevice = { cookie: `device=${newToken()}` };
    expect(await refusal(await signIn(token, otherDevice))).toEqual({
      status: 410,
      code: "link-used",
    });
  });

  it("opens one session for two devices that come at the same moment", async () => {
    const token = await linkFor("participant-a");
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
    expect(await db.select().from(sessions)).toHaveLength(1);
  });

  it("lets the same device repeat it within ten minutes, and not after", async () => {
    const token = await linkFor("participant-a");
    const cookie = cookiesSetBy(await preview(token));
    expect((await signIn(token, { cookie })).status).toBe(200);
    await letPass(9 * minuteMs);
    expect((await signIn(token, { cookie })).status).toBe(200);
    await letPass(10 * minuteMs);
    expect(await refusal(await signIn(token, { cookie }))).toEqual({
      status: 410,
      code: "link-used",
    });
  });

  it("does not let a repeat make the ten minutes longer", async () => {
    const token = await linkFor("participant-a");
    const cookie = cookiesSetBy(await signIn(token));
    await letPass(9 * minuteMs);
    const before = await db.select().from(signInLinks);
    expect((await signIn(token, { cookie })).status).toBe(200);
    expect(await db.select().from(signInLinks)).toEqual(before);
  });

  it("ends the session that the browser held before", async () => {
    const held = await cookieOf("participant-b");
    await signIn(await linkFor("participant-a"), { cookie: held });
    expect((await ask("/api/me", { cookie: held })).status).toBe(401);
    expect(await db.select().from(sessions)).toHaveLength(1);
  });

  it("refuses an expired link", async () => {
    const token = await linkFor("participant-a", Date.now() - 14 * 24 * 60 * minuteMs);
    const expired = { status: 410, code: "link-expired" };
    expect(await refusal(await preview(token))).toEqual(expired);
    expect(await refusal(await signIn(token))).toEqual(expired);
    expect(await db.select().from(sessions)).toEqual([]);
  });

  it("refuses a link that was guessed or cut off", async () => {
    const token = await linkFor("participant-a");
    for (const wrong of [newToken(), token.slice(0, -1), `${token}x`, token.toLowerCase(), "ü"]) {
      const unknown = { status: 404, code: "link-unknown" };
      expect(await refusal(await preview(wrong))).toEqual(unknown);
      expect(await refusal(await signIn(wrong))).toEqual(unknown);
    }
  });

  it.each([undefined, null, 7, "", "x".repeat(201), ["x"], { $ne: "" }])(
    "refuses the token %j and names the field",
    async (token) => {
      const wrong = { status: 422, code: "invalid-field", field: "token" };
      expect(await refusal(await preview(token))).toEqual(wrong);
      expect(await refusal(await signIn(token))).toEqual(wrong);
    },
  );

  it("stores neither link, session nor device in clear", async () => {
    const token = await linkFor("participant-a");
    const answer = await signIn(token);
    const secrets = cookiesSetBy(answer)
      .split("; ")
      .map((cookie) => cookie.slice(cookie.indexOf("=") + 1));
    const stored = JSON.stringify([
      await db.select().from(signInLinks),
      await db.select().from(sessions),
    ]);
    expect(secrets).toHaveLength(2);
    for (const secret of [token, ...secrets]) expect(stored).not.toContain(secret);
  });
});

describe("the cookies", () => {
  it("are kept from scripts and from other sites' requests", async () => {
    const answer = await signIn(await linkFor("participant-a"));
    const [device, session] = answer.headers.getSetCookie();
    expect(device).toMatch(/^device=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(session).toMatch(
      /^session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it("are kept to this host and to https where there is https", async () => {
    const token = await linkFor("participant-a");
    const answer = await signIn(token, https);
    for (const [place, name] of ["device", "session"].entries()) {
      const cookie = answer.headers.getSetCookie()[place] ?? "";
      expect(cookie).toMatch(new RegExp(`^__Host-${name}=[\\w-]{43}; `));
      expect(cookie).toContain("Path=/; HttpOnly; Secure; SameSite=Lax");
      expect(cookie).not.toContain("Domain");
    }
    const cookie = cookiesSetBy(answer);
    expect((await ask("/api/me", { cookie, ...https })).status).toBe(200);
    expect((await signIn(token, { cookie, ...https })).status).toBe(200);
  });

  it("without the prefix open nothing under https", async () => {
    const cookie = await cookieOf("participant-a");
    expect((await ask("/api/me", { cookie, ...https })).status).toBe(401);
  });
});

describe("demo people", () => {
  it("sign in where the product is tried out", async () => {
    expect((await signIn(await linkFor("demo-a"))).status).toBe(200);
  });

  it.each([{}, { DEMO_PEOPLE: "no" }, { DEMO_PEOPLE: "" }])(
    "do not exist in a deployed Worker (%j)",
    async (bindings) => {
      const token = await linkFor("demo-a");
      const unknown = { status: 404, code: "link-unknown" };
      for (const path of ["/api/sign-in/preview", "/api/sign-in"]) {
        expect(await refusal(await askWith(bindings, path, { json: { token } }))).toEqual(unknown);
      }
      expect(await db.select().from(sessions)).toEqual([]);
      const cookie = await cookieOf("demo-a");
      expect((await askWith(bindings, "/api/me", { cookie })).status).toBe(401);
    },
  );
});

describe("guessing", () => {
  const from = (address: string) => ({ headers: { "cf-connecting-ip": address } });
  const guessUntilRefused = async (address: string) => {
    for (let time = 0; time < failedAttemptsAllowed; time += 1) {
      const answer = await (time % 2 ? signIn : preview)(newToken(), from(address));
      expect(answer.status).toBe(404);
    }
  };

  it("has to wait after thirty wrong links, and is told how long", async () => {
    await guessUntilRefused("192.0.2.1");
    for (const attempt of [signIn, preview]) {
      const answer = await attempt(newToken(), from("192.0.2.1"));
      const seconds = Number(answer.headers.get("retry-after"));
      expect(seconds).toBeGreaterThan(9 * 60);
      expect(seconds).toBeLessThanOrEqual(10 * 60);
      const { error } = await answer.json<{ error: { code: string; message: { id: string } } }>();
      expect(answer.status).toBe(429);
      expect(error.code).toBe("too-many-attempts");
      expect(error.message.id).toContain("10 menit lagi");
    }
  });

  it("does not wait with a right link, for a hall shares one address", async () => {
    await guessUntilRefused("192.0.2.1");
    expect((await signIn(await linkFor("participant-a"), from("192.0.2.1"))).status).toBe(200);
  });

  it("keeps nobody at another address waiting", async () => {
    await guessUntilRefused("192.0.2.1");
    expect((await signIn(await linkFor("participant-a"), from("192.0.2.2"))).status).toBe(200);
  });

  it("may go on when ten minutes have passed, and starts to count anew", async () => {
    await guessUntilRefused("192.0.2.1");
    await db.update(failedAttempts).set({ windowStart: Date.now() - 10 * minuteMs });
    expect((await signIn(newToken(), from("192.0.2.1"))).status).toBe(404);
    expect(await db.select().from(failedAttempts)).toMatchObject([{ count: 1 }]);
  });

  it("is not what people do who open a used or expired link again", async () => {
    const used = await linkFor("participant-a");
    await signIn(used);
    const expired = await linkFor("participant-b", 0);
    for (const token of [used, expired]) expect((await preview(token)).status).toBe(410);
    expect(await db.select().from(failedAttempts)).toEqual([]);
  });

  it("leaves no address behind, only its hash", async () => {
    await signIn(newToken(), from("192.0.2.1"));
    const [stored] = await db.select().from(failedAttempts);
    expect(stored?.addressHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
