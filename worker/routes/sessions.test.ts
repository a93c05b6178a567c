import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeLastsMs, failedAttemptsAllowed } from "../../domain/sign-in.ts";
import { hashCode, newCode } from "../actions/codes.ts";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, failedAttempts, openRooms, sessions, signInLinks } from "../db/schema.ts";
import {
  ask,
  cookieOf,
  cookiesSetBy,
  notFound,
  notSignedIn,
  refusal,
} from "../testing/requests.ts";
import { noticesSinceLast, watchNotices } from "../testing/told-rooms.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);

beforeAll(async () => {
  await buildWorld();
  await watchNotices();
});
beforeEach(async () => {
  await db.batch([db.delete(sessions), db.delete(signInLinks), db.delete(failedAttempts)]);
});

interface Device {
  id: string;
  isThis: boolean;
}
const devicesOf = async (cookie: string) =>
  (await ask("/api/sessions", { cookie })).json<Device[]>();

describe("a person's devices", () => {
  it("are listed with how and when they came in, this one marked", async () => {
    const token = await createSignInLink(db, "participant-a", Date.now());
    const headers = { "user-agent": "Mozilla/5.0 (Linux; Android 10) Chrome/140.0 Safari/537.36" };
    const answer = await ask("/api/sign-in", { json: { token, isShared: true }, headers });
    await cookieOf("participant-a");
    await cookieOf("participant-b");
    const devices = await devicesOf(cookiesSetBy(answer));
    expect(devices).toHaveLength(2);
    expect(devices[0]).toMatchObject({
      device: "Chrome, Android",
      isShared: true,
      openedBy: "link",
      isThis: true,
    });
    expect(JSON.stringify(devices)).not.toMatch(/hash/i);
  });

  it("are signed out one by one, which is recorded and told to the rooms", async () => {
    await db.insert(openRooms).values({ room: "case-open", openedAt: 0 });
    const phone = await cookieOf("participant-a");
    const laptop = await cookieOf("participant-a");
    const other = (await devicesOf(phone)).find(({ isThis }) => !isThis);
    const answer = await ask(`/api/sessions/${other?.id}`, { method: "DELETE", cookie: phone });
    expect(answer.status).toBe(204);
    expect((await ask("/api/me", { cookie: laptop })).status).toBe(401);
    expect((await ask("/api/me", { cookie: phone })).status).toBe(200);
    const [row] = (await db.select().from(auditLog)).slice(-1);
    expect(row).toMatchObject({ action: "deviceRemoved", subjectId: other?.id });
    expect(await noticesSinceLast()).toEqual([{ room: "case-open", personId: "participant-a" }]);
  });

  it("are signed out all at once but this one", async () => {
    const phone = await cookieOf("participant-a");
    const others = [await cookieOf("participant-a"), await cookieOf("participant-a")];
    const stranger = await cookieOf("participant-b");
    expect((await ask("/api/sessions", { method: "DELETE", cookie: phone })).status).toBe(204);
    for (const cookie of others) expect((await ask("/api/me", { cookie })).status).toBe(401);
    for (const cookie of [phone, stranger]) {
      expect((await ask("/api/me", { cookie })).status).toBe(200);
    }
  });

  it("are nobody else's to see or to sign out", async () => {
    const phone = await cookieOf("participant-a");
    const [own] = await devicesOf(phone);
    const stranger = await cookieOf("camat");
    const path = `/api/sessions/${own?.id}`;
    expect(await refusal(await ask(path, { method: "DELETE", cookie: stranger }))).toEqual(
      notFound,
    );
    expect(await refusal(await ask(path, { method: "DELETE" }))).toEqual(notSignedIn);
    expect(await refusal(await ask("/api/sessions"))).toEqual(notSignedIn);
    expect((await ask("/api/me", { cookie: phone })).status).toBe(200);
  });

  it("are noted as seen once a day", async () => {
    const phone = await cookieOf("participant-a");
    const seen = async () => (await db.select().from(sessions))[0]?.lastSeenAt;
    await ask("/api/me", { cookie: phone });
    const first = await seen();
    expect(first).toBeGreaterThan(0);
    await db.update(sessions).set({ lastSeenAt: Number(first) - 60_000 });
    await ask("/api/me", { cookie: phone });
    expect(await seen()).toBe(Number(first) - 60_000);
    await db.update(sessions).set({ lastSeenAt: Number(first) - 24 * 60 * 60_000 });
    await ask("/api/me", { cookie: phone });
    expect(await seen()).toBeGreaterThanOrEqual(Number(first));
  });
});

describe("a facilitator's code", () => {
  async function giveCode(personId: string, lastsMs = codeLastsMs) {
    const code = newCode();
    const now = Date.now();
    await db.insert(signInLinks).values({
      tokenHash: await hashCode(env, code),
      personId,
      createdAt: now,
      expiresAt: now + lastsMs,
      kind: "code",
    });
    return code;
  }
  const enter = (code: string, address = "192.0.2.9") =>
    ask("/api/sign-in", { json: { code }, headers: { "cf-connecting-ip": address } });

  it("opens a session once", async () => {
    const code = await giveCode("participant-a");
    const preview = await ask("/api/sign-in/preview", { json: { code: code.toLowerCase() } });
    expect(await preview.json()).toMatchObject({ person: { name: "Warga participant-a" } });
    expect((await enter(code)).status).toBe(200);
    expect(await db.select().from(sessions)).toMatchObject([{ openedBy: "code" }]);
    expect(await refusal(await enter(code))).toEqual({ status: 410, code: "code-used" });
    expect(await db.select().from(failedAttempts)).not.toMatchObject([{ count: 1 }]);
  });

  it("that is over or was never given opens nothing", async () => {
    const over = await giveCode("participant-a", 0);
    expect(await refusal(await enter(over))).toEqual({ status: 410, code: "code-used" });
    expect(await refusal(await enter(newCode()))).toEqual({ status: 404, code: "code-unknown" });
  });

  it("is no link, nor a link a code", async () => {
    const code = await giveCode("participant-a");
    const token = await createSignInLink(db, "participant-a", Date.now());
    expect((await ask("/api/sign-in", { json: { token: code } })).status).toBe(404);
    expect((await enter(token.slice(0, 40))).status).toBe(404);
  });

  it("waits, right or wrong, when its address has guessed too often, also at once", async () => {
    const guesses = Array.from({ length: failedAttemptsAllowed + 5 }, () => enter(newCode()));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(failedAttemptsAllowed);
    const right = await enter(await giveCode("participant-a"));
    expect(right.status).toBe(429);
    expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await enter(await giveCode("participant-a"), "192.0.2.10")).status).toBe(200);
  });
});
