import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { claimsAtOnce } from "../../domain/sign-in.ts";
import { newToken } from "../actions/tokens.ts";
import { openDatabase } from "../db/open.ts";
import {
  auditLog,
  forumDoors,
  forumMembers,
  roles,
  sessions,
  waitingDevices,
} from "../db/schema.ts";
import { ask, cookieOf, cookiesSetBy, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forum = "/api/forums/forum-in-session/door";
const closed = { status: 404, code: "door-closed" };
const impossible = { status: 409, code: "claim-impossible" };
let host: string;

beforeAll(buildWorld);
beforeEach(async () => {
  await db.batch([db.delete(waitingDevices), db.delete(forumDoors), db.delete(sessions)]);
  host = await cookieOf("facilitator");
});

async function openDoor() {
  const answer = await ask(forum, { method: "POST", cookie: host });
  return (await answer.json<{ token: string }>()).token;
}
const knock = (token: string, said = {}) =>
  ask("/api/forum-doors/claims", {
    json: { token, villageId: "village-a", name: "Warga participan-a", isShared: false, ...said },
  });
const secretOf = async (answer: Response) => (await answer.json<{ secret: string }>()).secret;
interface Waiting {
  waiting: { id: string; saidName: string; suggestions: { id: string }[] }[];
}
const look = async (cookie = host) => (await ask(forum, { cookie })).json<Waiting>();
const choose = (claimId: string | undefined, personId: string, cookie = host) =>
  ask(`${forum}/claims/${claimId}/confirmation`, { json: { personId }, cookie });
const entry = (secret: string) => ask("/api/waiting-devices/entry", { json: { secret } });

describe("the door of a forum", () => {
  it("is opened by its hosts alone", async () => {
    for (const id of ["facilitator", "camat"]) {
      expect((await ask(forum, { method: "POST", cookie: await cookieOf(id) })).status).toBe(200);
    }
    const participant = await cookieOf("participant-a");
    const refused = { status: 403, code: "not-allowed" };
    for (const method of ["GET", "POST", "DELETE"]) {
      expect(await refusal(await ask(forum, { method, cookie: participant }))).toEqual(refused);
    }
    const stranger = await cookieOf("facilitator-elsewhere");
    for (const method of ["GET", "POST", "DELETE"]) {
      expect(await refusal(await ask(forum, { method, cookie: stranger }))).toEqual(notFound);
    }
  });

  it("says which forum it is and which villages were invited, and nobody's name", async () => {
    const token = await openDoor();
    const answer = await ask("/api/forum-doors/preview", { json: { token } });
    const text = await answer.text();
    expect(JSON.parse(text)).toEqual({
      forum: { title: "Forum forum-in-session", place: "Balai Desa Contoh A" },
      district: { name: "Kecamatan Contoh", regency: "Kabupaten Contoh" },
      villages: [
        { id: "village-a", name: "Desa Contoh A" },
        { id: "village-b", name: "Desa Contoh B" },
      ],
    });
    expect(text).not.toContain("Warga");
  });

  it("keeps its QR when the panel is opened again, and is stored as a hash", async () => {
    const token = await openDoor();
    const answer = await ask(forum, { cookie: host });
    expect(await answer.json()).toMatchObject({ door: { token }, waiting: [] });
    expect(JSON.stringify(await db.select().from(forumDoors))).not.toContain(token);
  });

  it("is opened by two hosts in the same millisecond", async () => {
    const other = await cookieOf("camat");
    vi.useFakeTimers({ toFake: ["Date"] });
    const answers = await Promise.all(
      [host, other].map((cookie) => ask(forum, { method: "POST", cookie })),
    ).finally(() => vi.useRealTimers());
    const tokens = await Promise.all(
      answers.map(async (answer) => (await answer.json<{ token: string }>()).token),
    );
    expect(tokens[0]).toBe(tokens[1]);
    expect((await knock(tokens[0] ?? "")).status).toBe(200);
  });

  it("answers alike when it is closed, expired, replaced or guessed", async () => {
    const replaced = await openDoor();
    await db.update(forumDoors).set({ createdAt: 1 });
    const token = await openDoor();
    await ask(forum, { method: "DELETE", cookie: host });
    const expired = await openDoor();
    await db.update(forumDoors).set({ expiresAt: Date.now() });
    for (const wrong of [token, expired, replaced, newToken(), "x"]) {
      const json = { token: wrong };
      expect(await refusal(await ask("/api/forum-doors/preview", { json }))).toEqual(closed);
      expect(await refusal(await knock(wrong))).toEqual(closed);
    }
  });

  it("records that it was opened and closed", async () => {
    await openDoor();
    await ask(forum, { method: "DELETE", cookie: host });
    const rows = (await db.select().from(auditLog)).slice(-2);
    expect(rows.map(({ action }) => action)).toEqual(["doorOpened", "doorClosed"]);
    expect(rows[0]).toMatchObject({ personId: "facilitator", forumId: "forum-in-session" });
  });
});

describe("whoever comes to the door", () => {
  it("is let in as the person whom the host chooses, and lands in the forum", async () => {
    const secret = await secretOf(await knock(await openDoor()));
    expect(await (await entry(secret)).json()).toEqual({ state: "waiting" });
    const { waiting } = await look();
    expect(waiting[0]?.saidName).toBe("Warga participan-a");
    expect(waiting[0]?.suggestions.map(({ id }) => id)).toEqual([
      "participant-a",
      "demo-a",
      "representative-a",
    ]);
    expect((await choose(waiting[0]?.id, "participant-a")).status).toBe(204);
    const answer = await entry(secret);
    expect(await answer.json()).toMatchObject({
      state: "entered",
      forumId: "forum-in-session",
      me: { person: { id: "participant-a" } },
    });
    expect((await ask("/api/me", { cookie: cookiesSetBy(answer) })).status).toBe(200);
    const [row] = (await db.select().from(auditLog)).slice(-1);
    expect(JSON.parse(row?.details ?? "")).toMatchObject({
      by: "claim",
      confirmedBy: "facilitator",
    });
  });

  it("is not offered, nor given, the place of somebody who is signed in or of another village", async () => {
    await cookieOf("representative-a");
    await knock(await openDoor());
    const { waiting } = await look();
    expect(waiting[0]?.suggestions.map(({ id }) => id)).not.toContain("representative-a");
    for (const id of ["representative-a", "participant-b", "villager-c", "villager-d", "nobody"]) {
      expect(await refusal(await choose(waiting[0]?.id, id))).toEqual(impossible);
    }
  });

  it("never gets the place of somebody with a higher role than the host looks after", async () => {
    await db.batch([
      db.insert(roles).values({ personId: "participant-a", districtId: "99.01.01", role: "camat" }),
      db.insert(forumMembers).values({
        forumId: "forum-in-session",
        personId: "camat",
        role: "observer",
      }),
    ]);
    const token = await openDoor();
    await knock(token);
    await knock(token, { villageId: null, name: "Pejabat camat" });
    const { waiting } = await look();
    const offered = waiting.flatMap(({ suggestions }) => suggestions.map(({ id }) => id));
    expect(offered).not.toContain("participant-a");
    expect(offered).not.toContain("camat");
    expect(offered).not.toContain("minute-taker");
    expect(await refusal(await choose(waiting[0]?.id, "participant-a"))).toEqual(impossible);
    expect(await refusal(await choose(waiting[1]?.id, "camat"))).toEqual(impossible);
    await db.delete(roles).where(eq(roles.personId, "participant-a"));
  });

  it("is one of two when two claims are given one person at once", async () => {
    const token = await openDoor();
    await knock(token);
    await knock(token);
    const { waiting } = await look();
    const answers = await Promise.all(waiting.map(({ id }) => choose(id, "participant-a")));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it("is told when refused, and the record says so", async () => {
    const secret = await secretOf(await knock(await openDoor()));
    const { waiting } = await look();
    const path = `${forum}/claims/${waiting[0]?.id}/refusal`;
    expect((await ask(path, { method: "POST", cookie: host })).status).toBe(204);
    expect(await (await entry(secret)).json()).toEqual({ state: "refused" });
    expect(await refusal(await ask(path, { method: "POST", cookie: host }))).toEqual(notFound);
    const [row] = (await db.select().from(auditLog)).slice(-1);
    expect(row).toMatchObject({ action: "claimRefused", subjectId: "forum-in-session" });
  });

  it("waits ten minutes and no longer", async () => {
    const secret = await secretOf(await knock(await openDoor()));
    const { waiting } = await look();
    await db.update(waitingDevices).set({ expiresAt: Date.now() });
    expect((await look()).waiting).toEqual([]);
    expect(await refusal(await choose(waiting[0]?.id, "participant-a"))).toEqual(notFound);
    expect((await entry(secret)).status).toBe(410);
  });

  it("is asked to come back while two hundred wait", async () => {
    const token = await openDoor();
    await knock(token);
    const [first] = await db.select().from(waitingDevices);
    if (first === undefined) throw new Error("nobody waits");
    for (let from = 1; from < claimsAtOnce; from += 5) {
      const few = Array.from({ length: Math.min(5, claimsAtOnce - from) }, (_, at) => ({
        ...first,
        id: `claim-${from + at}`,
        secretHash: `secret-${from + at}`,
      }));
      await db.insert(waitingDevices).values(few);
    }
    const answer = await knock(token);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(await refusal(answer)).toEqual({ status: 429, code: "door-crowded" });
  });

  it.each(["Siti Nur'aini", "Drs. Budi, S.Sos., M.Si.", "Ponidi", "O"])(
    "may be called %s",
    async (name) => {
      expect((await knock(await openDoor(), { name })).status).toBe(200);
    },
  );

  it.each(["village-c", "village-d", "nowhere"])(
    "cannot say to be of %s, which was not invited",
    async (villageId) => {
      expect(await refusal(await knock(await openDoor(), { villageId }))).toEqual(closed);
    },
  );
});
