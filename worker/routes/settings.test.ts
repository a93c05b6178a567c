import { env } from "cloudflare:workers";
import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../db/open.ts";
import { auditLog, openRooms } from "../db/schema.ts";
import { ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { noticesSinceLast, watchNotices } from "../testing/told-rooms.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(async () => {
  await buildWorld();
  await watchNotices();
});

const db = openDatabase(env);
const safe = {
  inspectorateSees: false,
  privacyContact: null,
  privacyBasis: null,
  retentionYears: null,
};

async function as(personId: string, json?: unknown) {
  const cookie = await cookieOf(personId);
  return ask("/api/settings", json === undefined ? { cookie } : { method: "PUT", cookie, json });
}

describe("the district's settings", () => {
  it("are for nobody who has not signed in", async () => {
    expect(await refusal(await ask("/api/settings"))).toEqual(notSignedIn);
  });

  it.each(["participant-a", "minute-taker", "facilitator", "reviewer", "inspector"])(
    "do not exist for the %s",
    async (personId) => {
      expect(await refusal(await as(personId))).toEqual(notFound);
      expect(await refusal(await as(personId, safe))).toEqual(notFound);
    },
  );

  it("are safe while nobody decided", async () => {
    expect(await (await as("camat")).json()).toEqual({ settings: safe, guests: [] });
  });

  it.each([
    { ...safe, retentionYears: 0 },
    { ...safe, retentionYears: 1.5 },
    { ...safe, inspectorateSees: "yes" },
    { ...safe, privacyContact: "x".repeat(501) },
    {},
  ])("are not changed to %j", async (json) => {
    expect((await as("camat", json)).status).toBe(422);
  });

  it("let the Inspektorat look from the camat's word on, and tell all rooms of the district", async () => {
    await db.insert(openRooms).values([
      { room: "case-open", openedAt: 0 },
      { room: "case-elsewhere", openedAt: 0 },
    ]);
    const forum = "/api/forums/forum-in-session";
    const cookie = await cookieOf("inspector");
    expect((await ask(forum, { cookie })).status).toBe(404);
    const json = {
      ...safe,
      inspectorateSees: true,
      privacyContact: "Bagian Umum",
      retentionYears: 5,
    };
    expect((await as("camat", json)).status).toBe(204);
    expect((await ask(forum, { cookie })).status).toBe(200);
    expect(await (await as("camat")).json()).toMatchObject({ settings: json });
    expect((await noticesSinceLast()).map(({ room }) => room)).toEqual(["case-open"]);
    const [fact] = await db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(fact).toMatchObject({ action: "settingsChanged", roles: "camat" });
    expect(JSON.parse(fact?.details ?? "")).toEqual({
      inspectorateSeesFrom: false,
      inspectorateSeesTo: true,
      retentionYearsFrom: null,
      retentionYearsTo: 5,
      privacyContactFrom: "default",
      privacyContactTo: "own",
    });
  });
});
