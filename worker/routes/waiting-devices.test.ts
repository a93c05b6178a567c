import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failedPairingsAllowed } from "../../domain/sign-in.ts";
import { newCode } from "../actions/codes.ts";
import { newToken } from "../actions/tokens.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, failedAttempts, sessions, waitingDevices } from "../db/schema.ts";
import { ask, cookieOf, cookiesSetBy, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const unknown = { status: 404, code: "code-unknown" };
const ended = { status: 410, code: "waiting-ended" };
const laptop = { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36" };

beforeAll(buildWorld);
beforeEach(async () => {
  await db.batch([db.delete(waitingDevices), db.delete(sessions), db.delete(failedAttempts)]);
});

async function wait(isShared = false) {
  const answer = await ask("/api/waiting-devices", { json: { isShared }, headers: laptop });
  return answer.json<{ secret: string; code: string }>();
}
const entry = (secret: string) =>
  ask("/api/waiting-devices/entry", { json: { secret }, headers: laptop });
const confirm = (cookie: string, code: string, isShared = false) =>
  ask("/api/waiting-devices/confirmation", { json: { code, isShared }, cookie });

describe("a laptop beside a phone", () => {
  it("gets a session of the phone's person once the phone has let it in", async () => {
    const { secret, code } = await wait();
    expect(await (await entry(secret)).json()).toEqual({ state: "waiting" });
    const phone = await cookieOf("participant-a");
    const seen = await ask("/api/waiting-devices/seen", { json: { code }, cookie: phone });
    expect(await seen.json()).toMatchObject({ device: "Chrome, Windows", isShared: false });
    // As somebody types it.
    expect((await confirm(phone, code.toLowerCase().replace("-", " "))).status).toBe(204);
    const answer = await entry(secret);
    expect(await answer.json()).toMatchObject({
      state: "entered",
      me: { person: { id: "participant-a" }, isShared: false },
    });
    const me = await ask("/api/me", { cookie: cookiesSetBy(answer) });
    expect(await me.json()).toMatchObject({ person: { id: "participant-a" } });
    const [row] = (await db.select().from(auditLog)).slice(-1);
    expect(row).toMatchObject({ action: "signedIn", personId: "participant-a" });
    expect(JSON.parse(row?.details ?? "")).toEqual({ by: "pairing", isShared: false });
  });

  it("comes in once, and the code opens nothing more", async () => {
    const { secret, code } = await wait();
    const phone = await cookieOf("participant-a");
    await confirm(phone, code);
    const answers = await Promise.all([entry(secret), entry(secret), entry(secret)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    expect(await refusal(await entry(secret))).toEqual(ended);
    expect(await refusal(await confirm(phone, code))).toEqual(unknown);
  });

  it("that is a shared computer stays so for twelve hours, and its cookie for the browser's life", async () => {
    const { secret, code } = await wait(true);
    await confirm(await cookieOf("participant-a"), code, true);
    const answer = await entry(secret);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const [opened] = (await db.select().from(sessions)).filter(({ isShared }) => isShared);
    expect(opened).toMatchObject({ openedBy: "pairing", device: "Chrome, Windows" });
    expect((opened?.expiresAt ?? 0) - (opened?.createdAt ?? 0)).toBe(12 * 60 * 60_000);
  });

  it("stays out when the phone refuses it, and is told", async () => {
    const { secret, code } = await wait();
    const cookie = await cookieOf("participant-a");
    expect((await ask("/api/waiting-devices/refusal", { json: { code }, cookie })).status).toBe(
      204,
    );
    expect(await (await entry(secret)).json()).toEqual({ state: "refused" });
    expect(await refusal(await confirm(cookie, code))).toEqual(unknown);
  });

  it("stays out after two minutes, confirmed or not", async () => {
    const { secret, code } = await wait();
    const other = await wait();
    const phone = await cookieOf("participant-a");
    await confirm(phone, code);
    await db.update(waitingDevices).set({ expiresAt: Date.now() });
    expect(await refusal(await entry(secret))).toEqual(ended);
    expect(await refusal(await entry(other.secret))).toEqual(ended);
    expect(await refusal(await confirm(phone, other.code))).toEqual(unknown);
    expect(await db.select().from(sessions)).toHaveLength(1);
  });

  it("belongs to one of two phones that confirm at once", async () => {
    const { secret, code } = await wait();
    const phones = await Promise.all(["participant-a", "participant-b"].map((id) => cookieOf(id)));
    const answers = await Promise.all(phones.map((phone) => confirm(phone, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const winner = answers[0]?.status === 204 ? "participant-a" : "participant-b";
    expect(await (await entry(secret)).json()).toMatchObject({ me: { person: { id: winner } } });
  });

  it("does not come in with its code, nor with the secret's hash", async () => {
    const { code } = await wait();
    await confirm(await cookieOf("participant-a"), code);
    const [stored] = await db.select().from(waitingDevices);
    for (const guess of [code, stored?.secretHash ?? "", newToken()]) {
      expect(await refusal(await entry(guess))).toEqual(ended);
    }
    expect(JSON.stringify(stored)).not.toContain(code.slice(0, 4) + code.slice(5));
  });
});

describe("letting a device in", () => {
  it("is for whoever is signed in", async () => {
    for (const path of ["seen", "confirmation", "refusal"]) {
      const json = { code: "0000-0000", isShared: false };
      expect(await refusal(await ask(`/api/waiting-devices/${path}`, { json }))).toEqual(
        notSignedIn,
      );
    }
  });

  it("by guessing has to wait, and keeps nobody else waiting", async () => {
    const guesser = await cookieOf("participant-a");
    for (let time = 0; time < failedPairingsAllowed; time += 1) {
      expect(await refusal(await confirm(guesser, newCode()))).toEqual(unknown);
    }
    const { code } = await wait();
    const answer = await confirm(guesser, code);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await confirm(await cookieOf("participant-b"), code)).status).toBe(204);
  });
});
