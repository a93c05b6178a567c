import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import { closeCodes } from "../../party/close-codes.ts";
import { SessionListener } from "../../party/testing/session-listener.ts";
import type { SessionPage } from "../actions/forum-session-page.ts";
import { openDatabase } from "../db/open.ts";
import { documents, forumMembers, forums, openRooms } from "../db/schema.ts";
import { type Ask, ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const path = `/api/forums/${forumId}/session`;

beforeAll(buildWorld);
beforeEach(async () => {
  await db.update(forums).set({ status: "inSession" }).where(eq(forums.id, forumId));
});
afterEach(() => SessionListener.leaveAll());

async function as(personId: string, to: string, options: Ask): Promise<Response> {
  return ask(`${path}/${to}`, { ...options, cookie: await cookieOf(personId) });
}
const put = (json: unknown): Ask => ({ method: "PUT", json });

async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer;
  await body?.cancel();
  return status;
}

/** What the room tells at this moment. */
async function now() {
  const { parts } = await SessionListener.come(forumId, "observer");
  SessionListener.leaveAll();
  return parts;
}

test("nothing is done live in a forum that is not in session, and its people are told so", async () => {
  await db.update(forums).set({ status: "ended" }).where(eq(forums.id, forumId));
  const acts: [string, string, Ask][] = [
    ["facilitator", "item", put({ itemId: "agenda-case" })],
    ["participant-a", "turns", { method: "POST" }],
    ["representative-a", "vote", put({ pollId: "poll", answer: "agree" })],
    ["facilitator", "lead", put({ insteadOf: null })],
  ];
  for (const [personId, to, options] of acts) {
    const answer = await as(personId, to, options);
    expect(await refusal(answer)).toEqual({ status: 409, code: "not-in-session" });
  }
});

test("an item of another forum, or none that there is, does not begin", async () => {
  for (const itemId of ["elsewhere", "case-open"]) {
    const answer = await as("facilitator", "item", put({ itemId }));
    expect(await refusal(answer)).toEqual({ status: 409, code: "item-gone" });
  }
});

test("an item begins with the agenda's time, which is extended and paused for that item alone", async () => {
  const minutes = 60_000;
  await as("facilitator", "item", put({ itemId: "agenda-case" }));
  expect((await now()).item).toMatchObject({ itemId: "agenda-case", durationMs: 30 * minutes });
  const longer = put({ itemId: "agenda-case", minutes: 35 });
  expect(await statusOf(as("facilitator", "timer", longer))).toBe(204);
  // Sent twice over a bad line, it is the same five minutes.
  expect(await statusOf(as("facilitator", "timer", longer))).toBe(204);
  expect((await now()).item?.durationMs).toBe(35 * minutes);
  const late = await as("facilitator", "timer", put({ itemId: "agenda-opening", isPaused: true }));
  expect(await refusal(late)).toEqual({ status: 409, code: "session-moved-on" });
  expect((await now()).item?.runningSince).not.toBeNull();
});

test("one who asked for the floor takes it back, nobody else but who leads does", async () => {
  expect(await statusOf(as("participant-a", "turns", { method: "POST" }))).toBe(204);
  expect(await statusOf(as("participant-a", "turns", { method: "POST" }))).toBe(204);
  const { waiting } = await now();
  expect(waiting).toMatchObject([
    { name: "Warga participant-a", village: { name: "Desa Contoh A" } },
  ]);
  const turn = `turns/${waiting[0]?.id}`;
  expect(await statusOf(as("participant-b", turn, { method: "DELETE" }))).toBe(403);
  expect(await statusOf(as("participant-a", turn, { method: "DELETE" }))).toBe(204);
  expect((await now()).waiting).toEqual([]);
});

test("the second who leads is told who leads, and takes over knowingly; the first one's moves are refused", async () => {
  await db.update(forums).set({ leaderPersonId: "minute-taker" }).where(eq(forums.id, forumId));
  const first = await as("facilitator", "lead", put({ insteadOf: null }));
  const { leadId } = await first.json<{ leadId: string }>();
  const second = await as("minute-taker", "lead", put({ insteadOf: null }));
  expect(second.status).toBe(409);
  expect(await second.text()).toContain("Pejabat facilitator sedang memimpin");
  const taken = await as("minute-taker", "lead", put({ insteadOf: leadId }));
  expect(taken.status).toBe(200);
  const place = { documentId: "case-open", containerId: null, block: null };
  const late = await as("facilitator", "place", put({ leadId, ...place }));
  expect(await refusal(late)).toEqual({ status: 409, code: "session-moved-on" });
  expect((await now()).lead?.name).toBe("Pejabat minute-taker");
  await db.update(forums).set({ leaderPersonId: null }).where(eq(forums.id, forumId));
  const asked = await taken.json<{ leadId: string }>();
  const own = await as("minute-taker", "place", put({ ...asked, ...place }));
  expect(await refusal(own)).toEqual({ status: 403, code: "not-allowed" });
});

describe("the leader's place", () => {
  const lead = async () => {
    const { lead: known } = await now();
    const insteadOf = known?.id ?? null;
    const answer = await as("facilitator", "lead", put({ insteadOf }));
    return answer.json<{ leadId: string }>();
  };

  it("is in a document of this forum alone", async () => {
    const { leadId } = await lead();
    for (const documentId of ["case-elsewhere", "unknown"]) {
      const json = { leadId, documentId, containerId: null, block: null };
      expect(await refusal(await as("facilitator", "place", put(json)))).toEqual(notFound);
    }
  });

  it("in an unnamed case names no block", async () => {
    const { leadId } = await lead();
    await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, "case-open"));
    const json = { leadId, documentId: "case-open", containerId: "section", block: 3 };
    expect(await statusOf(as("facilitator", "place", put(json)))).toBe(204);
    expect((await now()).place).toMatchObject({ documentId: "case-open", block: null });
    await db.update(documents).set({ isUnnamed: false }).where(eq(documents.id, "case-open"));
  });
});

test("a vote is the village's of the person's session, whatever the request says", async () => {
  const id = crypto.randomUUID();
  await as("facilitator", "polls", { json: { id, question: "  Setuju?  " } });
  const json = {
    pollId: id,
    answer: "agree",
    village: { id: "village-b" },
    villageId: "village-b",
  };
  expect(await statusOf(as("representative-a", "vote", put(json)))).toBe(204);
  const [poll] = (await now()).polls;
  expect(poll).toMatchObject({
    question: "Setuju?",
    votes: [{ village: { id: "village-a" }, answer: "agree" }],
  });
  const wrong = await as("representative-a", "vote", put({ pollId: id, answer: "perhaps" }));
  expect(await refusal(wrong)).toMatchObject({ status: 422, field: "answer" });
  await as("facilitator", `polls/${id}`, put({ isOpen: false }));
});

test("a page is told what its person may do, and of no document that they may not see", async () => {
  const pageOf = async (personId: string) => {
    const answer = await ask(path, { cookie: await cookieOf(personId) });
    return answer.json<SessionPage>();
  };
  expect((await pageOf("facilitator")).may).toEqual({
    lead: true,
    askForTurn: false,
    vote: false,
    showScreen: true,
  });
  expect((await pageOf("representative-a")).may).toMatchObject({ lead: false, vote: true });
  const seen = (await pageOf("reviewer")).documents.map(({ id }) => id);
  expect(seen.sort()).toEqual(["case-drafted", "case-submitted"]);
});

describe("the door of the forum's room stays shut", () => {
  const door = "/parties/forum-room/forum-in-session";
  const knock = async (to: string, personId: string | null, more: Ask = {}) =>
    ask(to, {
      ...more,
      headers: { upgrade: "websocket" },
      ...(personId === null ? {} : { cookie: await cookieOf(personId) }),
    });

  it("without a session, and for a page that belongs to somebody else", async () => {
    expect(await refusal(await knock(door, null))).toEqual(notSignedIn);
    const other = await knock(`${door}?person=participant-b`, "participant-a");
    expect(await refusal(other)).toEqual(notSignedIn);
  });

  it.each(["villager-c", "inspector", "villager-d", "facilitator-elsewhere"])(
    "for the %s, who may not see the forum",
    async (personId) => {
      expect(await refusal(await knock(door, personId))).toEqual(notFound);
    },
  );

  it("for another site, and where no forum is", async () => {
    const foreign = await knock(door, "camat", { origin: "https://elsewhere.test" });
    expect(await refusal(foreign)).toEqual({ status: 403, code: "foreign-origin" });
    for (const to of ["/parties/forum-room/unknown", "/parties/forum-room/forum:x", `${door}/x`]) {
      expect(await refusal(await knock(to, "camat"))).toEqual(notFound);
    }
  });
});

test("[FS8] who is taken out of the forum by a host is sent away from its room at once", async () => {
  const lost = await SessionListener.come(forumId, "demo-a");
  const removal = await ask(`/api/forums/${forumId}/members/demo-a`, {
    method: "DELETE",
    cookie: await cookieOf("camat"),
  });
  expect(removal.status).toBe(204);
  expect(await lost.untilClosed()).toBe(closeCodes.noAccess);
  await vi.waitUntil(async () => (await db.select().from(openRooms)).length === 0);
  await db.insert(forumMembers).values({ forumId, personId: "demo-a", role: "participant" });
});

test("who is in the forum learns at once that it has ended", async () => {
  const ani = await SessionListener.come(forumId, "participant-a");
  const { revision } = ani.parts;
  await ask(`/api/forums/${forumId}/status`, {
    ...put({ to: "ended" }),
    cookie: await cookieOf("facilitator"),
  });
  await ani.until((parts) => parts.revision > revision);
});
