import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { openDatabase } from "../db/open.ts";
import { sessions } from "../db/schema.ts";
import { ask, cookieOf, cookiesSetBy, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

describe("who one is", () => {
  it("is told to a villager with the village", async () => {
    const answer = await ask("/api/me", { cookie: await cookieOf("participant-a", 4e12) });
    expect(await answer.json()).toEqual({
      person: {
        id: "participant-a",
        name: "Warga participant-a",
        position: "Kaur Keuangan",
        village: { id: "village-a", name: "Desa Contoh A", colour: 0 },
        office: null,
        isDemo: false,
      },
      district: { id: "99.01.01", name: "Kecamatan Contoh", regency: "Kabupaten Contoh" },
      roles: [],
      sessionEndsAt: 4e12,
      isShared: false,
      noticeSeenAt: null,
    });
  });

  it("is told to an official with the office and the roles", async () => {
    const answer = await ask("/api/me", { cookie: await cookieOf("camat") });
    expect(await answer.json()).toMatchObject({
      person: { id: "camat", village: null, office: "Kecamatan Contoh" },
      roles: ["camat"],
    });
  });

  it.each(["", "session=", "session=unknown", "session=%", "other=cookie"])(
    "is told to nobody with the cookie %j",
    async (cookie) => {
      expect(await refusal(await ask("/api/me", { cookie }))).toEqual(notSignedIn);
    },
  );

  it("is told to nobody whose session has ended", async () => {
    const cookie = await cookieOf("participant-a", Date.now() - 1);
    expect(await refusal(await ask("/api/me", { cookie }))).toEqual(notSignedIn);
  });

  it("is told to nobody who brings the hash that is stored", async () => {
    await cookieOf("participant-a");
    const [stored] = await openDatabase(env).select().from(sessions);
    const cookie = `session=${stored?.tokenHash}`;
    expect(await refusal(await ask("/api/me", { cookie }))).toEqual(notSignedIn);
  });
});

describe("signing out", () => {
  it("ends this session here and leaves the other device's alone", async () => {
    const cookie = await cookieOf("participant-a");
    const otherDevice = await cookieOf("participant-a");
    const answer = await ask("/api/session", { method: "DELETE", cookie });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()).toEqual([
      "session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
    ]);
    expect((await ask("/api/me", { cookie })).status).toBe(401);
    expect((await ask("/api/me", { cookie: otherDevice })).status).toBe(200);
  });

  it("is no mistake for whoever is signed out already", async () => {
    expect((await ask("/api/session", { method: "DELETE" })).status).toBe(204);
  });

  it("does not let the link that was used for it be used again elsewhere", async () => {
    const token = await createSignInLink(openDatabase(env), "participant-a", Date.now());
    const cookie = cookiesSetBy(await ask("/api/sign-in", { json: { token } }));
    await ask("/api/session", { method: "DELETE", cookie });
    expect((await ask("/api/sign-in", { json: { token } })).status).toBe(410);
  });
});
