import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/open.ts";
import { calendarFeeds } from "../db/publications-schema.ts";
import { auditLog, forums, people } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
beforeAll(buildWorld);
beforeEach(() => db.delete(calendarFeeds));

async function renew(who: string): Promise<string> {
  const cookie = await cookieOf(who);
  const answer = await ask("/api/me/calendar", { method: "POST", json: {}, cookie });
  expect(answer.status).toBe(201);
  return new URL((await answer.json<{ address: string }>()).address).pathname;
}

describe("a forum's file", () => {
  it("is a calendar that is taken at once, and counts the forum's changes", async () => {
    const cookie = await cookieOf("facilitator");
    const path = "/api/forums/forum-planned/calendar.ics";
    const answer = await ask(path, { cookie });
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toContain("forum-sinau.ics");
    const text = await answer.text();
    expect(text).toContain("SUMMARY:Forum forum-planned\r\n");
    expect(text).toContain("SEQUENCE:0\r\n");
    await ask("/api/forums/forum-planned/status", {
      ...{ method: "PUT", cookie, json: { to: "cancelled" } },
    });
    const later = await (await ask(path, { cookie })).text();
    expect(later).toContain("STATUS:CANCELLED\r\n");
    expect(later).toContain("SEQUENCE:1\r\n");
    await db.update(forums).set({ status: "planned" }).where(eq(forums.id, "forum-planned"));
  });

  it("does not exist for whoever does not see the forum", async () => {
    const cookie = await cookieOf("participant-a");
    const answer = await ask("/api/forums/forum-planned/calendar.ics", { cookie });
    expect(await refusal(answer)).toEqual(notFound);
  });
});

describe("a person's feed", () => {
  it("has the forums that the person sees, and needs no session", async () => {
    const feed = await (await ask(await renew("participant-a"))).text();
    expect(feed).toContain("SUMMARY:Forum forum-in-session\r\n");
    expect(feed).toContain("SUMMARY:Forum forum-ended-last\r\n");
    expect(feed).not.toMatch(/forum-planned|forum-elsewhere/);
    expect(feed.indexOf("forum-ended-last")).toBeLessThan(feed.indexOf("forum-in-session"));
  });

  it("is kept without its address, and an address that leaked dies when it is renewed", async () => {
    const first = await renew("participant-a");
    const token = first.slice("/kalender/".length, -".ics".length);
    expect(JSON.stringify(await db.select().from(calendarFeeds))).not.toContain(token);
    expect(JSON.stringify(await db.select().from(auditLog))).not.toContain(token);
    const second = await renew("participant-a");
    expect((await ask(first)).status).toBe(404);
    expect((await ask(second)).status).toBe(200);
    const cookie = await cookieOf("participant-a");
    const state = await (await ask("/api/me/calendar", { cookie })).text();
    expect(state).toMatch(/^{"since":\d+}$/);
    expect((await ask("/api/me/calendar", { method: "DELETE", cookie })).status).toBe(204);
    expect((await ask(second)).status).toBe(404);
  });

  it.each(["/kalender/", "/kalender/x.ics", `/kalender/${"A".repeat(43)}.ics`, "/kalender/%00"])(
    "%s is nobody's",
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe("");
    },
  );

  it("ends with its person", async () => {
    const path = await renew("villager-c");
    expect((await ask(path)).status).toBe(200);
    await db.update(people).set({ removedAt: 1 }).where(eq(people.id, "villager-c"));
    expect((await ask(path)).status).toBe(404);
    await db.update(people).set({ removedAt: null }).where(eq(people.id, "villager-c"));
  });
});
