import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createSignInLink } from "./actions/sign-in-links.ts";
import { openDatabase } from "./db/open.ts";
import { auditLog, forumMembers, people, sessions } from "./db/schema.ts";
import { ask, cookieOf, cookiesSetBy } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

const db = openDatabase(env);
const here = "99.01.01";

beforeAll(buildWorld);

/** Somebody new of Desa Contoh C, whom a facilitator may look after. */
async function somebodyNew(id: string): Promise<string> {
  const person = { name: `Warga ${id}`, position: "Kaur", villageId: "village-c", createdAt: 0 };
  await db.insert(people).values({ id, districtId: here, ...person });
  return id;
}

async function linkFrom(by: string, personId: string): Promise<string> {
  const json = { personIds: [personId], forumId: null };
  const answer = await ask("/api/people/links", { cookie: await cookieOf(by), json });
  const { links } = await answer.json<{ links: { address: string }[] }>();
  return links[0]?.address.split("#")[1] ?? "";
}

const giveRole = async (personId: string, role: string) =>
  ask(`/api/people/${personId}/roles/${role}`, {
    method: "PUT",
    cookie: await cookieOf("camat"),
  });

describe("what a facilitator once handed out", () => {
  it("opens nothing of a role that the camat gives afterwards", async () => {
    const personId = await somebodyNew("promoted");
    const token = await linkFrom("facilitator", personId);
    const held = await cookieOf(personId);
    expect((await giveRole(personId, "camat")).status).toBe(204);
    expect((await ask("/api/sign-in", { json: { token } })).status).toBe(404);
    expect((await ask("/api/settings", { cookie: held })).status).toBe(401);
  });

  it("lets in nobody who was let in before a role and enters after it", async () => {
    const personId = await somebodyNew("waiting");
    const waiting = await ask("/api/waiting-devices", { json: { isShared: false } });
    const { code, secret } = await waiting.json<{ code: string; secret: string }>();
    const cookie = await cookieOf(personId);
    const json = { code, isShared: false };
    expect((await ask("/api/waiting-devices/confirmation", { cookie, json })).status).toBe(204);
    expect((await giveRole(personId, "facilitator")).status).toBe(204);
    const entry = await ask("/api/waiting-devices/entry", { json: { secret } });
    expect(await entry.json()).toEqual({ state: "refused" });
  });

  it("is recorded when it is shown to another facilitator too", async () => {
    const personId = await somebodyNew("shown");
    await linkFrom("camat", personId);
    await linkFrom("facilitator", personId);
    await linkFrom("facilitator", personId);
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, personId));
    expect(rows.map((row) => `${row.personId} ${row.details}`)).toEqual([
      "camat {}",
      'facilitator {"again":true}',
      'facilitator {"again":true}',
    ]);
  });
});

describe("a link that was used", () => {
  it("is repeated by its device neither after signing out nor after it was revoked", async () => {
    for (const end of ["sign-out", "revocation", "code"] as const) {
      const personId = await somebodyNew(`used-${end}`);
      const token = await linkFrom("facilitator", personId);
      const first = cookiesSetBy(await ask("/api/sign-in", { json: { token } }));
      const repeated = await ask("/api/sign-in", { cookie: first, json: { token } });
      expect(repeated.status).toBe(200);
      const cookie = cookiesSetBy(repeated);
      const facilitator = await cookieOf("facilitator");
      if (end === "sign-out") await ask("/api/session", { method: "DELETE", cookie });
      if (end === "revocation") {
        await ask(`/api/people/${personId}/links`, { method: "DELETE", cookie: facilitator });
      }
      if (end === "code") {
        await ask(`/api/people/${personId}/code`, { method: "POST", cookie: facilitator });
      }
      const device = cookie.split("; ").find((each) => each.startsWith("device=")) ?? "";
      const again = await ask("/api/sign-in", { cookie: device, json: { token } });
      expect(again.ok, end).toBe(false);
    }
  });
});

describe("a shared computer", () => {
  it("lets in no device that outlasts it", async () => {
    const personId = await somebodyNew("sharing");
    const cookie = await cookieOf(personId);
    await db.update(sessions).set({ isShared: true }).where(eq(sessions.personId, personId));
    const waiting = await ask("/api/waiting-devices", { json: { isShared: false } });
    const { code, secret } = await waiting.json<{ code: string; secret: string }>();
    await ask("/api/waiting-devices/confirmation", { cookie, json: { code, isShared: false } });
    const entry = await ask("/api/waiting-devices/entry", { json: { secret } });
    expect(await entry.json()).toMatchObject({ state: "entered", me: { isShared: true } });
  });
});

describe("a village's representative", () => {
  it("who was removed makes room for the next", async () => {
    const camat = await cookieOf("camat");
    const removed = await ask("/api/people/representative-a", { method: "DELETE", cookie: camat });
    expect(removed.status).toBe(204);
    const named = await ask("/api/forums/forum-in-session/members/participant-a", {
      method: "PUT",
      cookie: camat,
      json: { roles: ["representative"] },
    });
    expect(named.status).toBe(204);
  });

  it("is one alone, also where two are brought in at once", async () => {
    const place = { forumId: "forum-in-session", role: "representative" };
    const line = { position: "Kades", village: "Desa Contoh B", office: "", phone: "" };
    const both = await Promise.all(
      ["facilitator", "camat"].map(async (by) =>
        ask("/api/people", {
          cookie: await cookieOf(by),
          json: { ...line, name: `Wakil oleh ${by}`, place, districtRole: null },
        }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const places = await db
      .select()
      .from(forumMembers)
      .innerJoin(people, eq(people.id, forumMembers.personId))
      .where(eq(people.villageId, "village-b"));
    const representatives = places.filter((row) => row.forum_members.role === "representative");
    expect(representatives).toHaveLength(1);
  });
});

describe("a whole hall", () => {
  it("signs in at once, each with a row of their own in the log", async () => {
    const tokens: string[] = [];
    for (let index = 0; index < 40; index++) {
      await somebodyNew(`hall-${index}`);
      tokens.push(await createSignInLink(db, `hall-${index}`, Date.now()));
    }
    const answers = await Promise.all(
      tokens.map((token) => ask("/api/sign-in", { json: { token } })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const rows = await db.select().from(auditLog).where(eq(auditLog.action, "signedIn"));
    const seqs = new Set(rows.map(({ seq }) => seq));
    expect(seqs.size).toBe(rows.length);
    expect(rows.filter(({ personId }) => personId?.startsWith("hall-"))).toHaveLength(40);
  }, 60_000);

  it("waits for its laptops without locking anybody out of the same address", async () => {
    const headers = { "cf-connecting-ip": "203.0.113.9" };
    const waiting = await ask("/api/waiting-devices", { headers, json: { isShared: false } });
    const { secret } = await waiting.json<{ secret: string }>();
    for (let asked = 0; asked < 700; asked++) {
      const entry = await ask("/api/waiting-devices/entry", { headers, json: { secret } });
      await entry.body?.cancel();
      if (!entry.ok) throw new Error(`the ${asked}th question was answered with ${entry.status}`);
    }
    const token = await createSignInLink(db, await somebodyNew("in-time"), Date.now());
    expect((await ask("/api/sign-in", { headers, json: { token } })).status).toBe(200);
  }, 60_000);
});

describe("another site's link", () => {
  it("writes nothing into the log in somebody's name", async () => {
    const cookie = await cookieOf("camat");
    for (const path of ["/api/audit.csv", "/api/me/data"]) {
      expect((await ask(path, { cookie, origin: null })).status).toBe(404);
      const posted = await ask(path, { method: "POST", cookie, origin: "https://elsewhere.test" });
      expect(posted.status).toBe(403);
    }
  });
});
