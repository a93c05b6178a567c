import { abortAllDurableObjects, evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../worker/db/open.ts";
import { agendaItems, forumMembers, openRooms } from "../worker/db/schema.ts";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import type { SessionAct } from "./forum/acts.ts";
import { maxListenersPerPerson } from "./forum/listeners.ts";
import { look } from "./forum/session-wire.ts";
import { ago } from "./testing/ago.ts";
import { SessionListener } from "./testing/session-listener.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const stub = () => env.FORUM_ROOM.getByName(`forum:${forumId}`);
const act = (wanted: SessionAct) => stub().act(wanted);
const villageA = { id: "village-a", name: "Desa Contoh A", colour: 0 };
const villageB = { id: "village-b", name: "Desa Contoh B", colour: 1 };
const come = (personId: string) => SessionListener.come(forumId, personId);

beforeAll(buildWorld);
afterEach(async () => {
  SessionListener.leaveAll();
  await vi.waitUntil(async () => (await db.select().from(openRooms)).length === 0, {
    timeout: 15_000,
  });
});

const ask = (personId: string, village: typeof villageA) =>
  act({ kind: "askForTurn", id: `turn of ${personId}`, personId, name: personId, village });
const begin = (id: string) =>
  act({ kind: "chooseItem", item: { id, title: `Acara ${id}`, durationMinutes: 30 } });

test("[FS2] whoever comes is told the whole state, and later what changed, with rising numbers", async () => {
  const early = await come("participant-a");
  await begin("agenda-opening");
  await early.until(({ item }) => item?.itemId === "agenda-opening");
  await ask("participant-a", villageA);
  await early.until(({ waiting }) => waiting.length === 1);
  const late = await come("participant-b");
  expect(late.messages[0]).toMatchObject({
    item: { itemId: "agenda-opening" },
    waiting: [{ personId: "participant-a", village: villageA }],
    lead: null,
    polls: [],
  });
  const numbers = early.messages.map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  const ofTurn = early.messages.filter((message) => message.waiting?.length === 1);
  expect(ofTurn[0]).not.toHaveProperty("item");
});

test("[FS2] a room that was killed has everything that anybody was told", async () => {
  const before = await come("participant-a");
  await begin("agenda-case");
  await act({ kind: "openPoll", id: "killed", question: "Setuju?" });
  await act({ kind: "vote", pollId: "killed", village: villageA, answer: "discuss" });
  const { item, waiting } = await before.until(({ polls }) => polls.at(-1)?.votes.length === 1);
  await abortAllDurableObjects();
  const after = await come("participant-a");
  expect(after.parts).toMatchObject({
    item,
    waiting,
    polls: [{ id: "killed", votes: [{ village: villageA, answer: "discuss" }] }],
  });
  const last = before.messages.at(-1)?.seq ?? Number.NaN;
  expect(after.messages[0]?.seq).toBeGreaterThanOrEqual(last);
  await act({ kind: "setPollOpen", pollId: "killed", isOpen: false });
});

test("[FS2] a room that slept still knows who is here, and tells them what happens", async () => {
  const ani = await come("participant-a");
  await evictDurableObject(stub(), { webSockets: "hibernate" });
  await begin("agenda-opening");
  await ani.until(({ item }) => item?.itemId === "agenda-opening");
  const budi = await come("participant-b");
  const names = budi.parts.present.flatMap((group) => group.names);
  expect(names).toEqual(["Warga participant-a", "Warga participant-b"]);
});

test("[FS5] of two who lead at once one is told of the other, and takes over only by naming that lead", async () => {
  const lead = (id: string) => ({ id, personId: id, name: `Pejabat ${id}` });
  const answers = await Promise.all(
    ["first", "second"].map((id) => act({ kind: "lead", lead: lead(id), insteadOf: null })),
  );
  const [refused] = answers.filter((answer) => answer !== null);
  expect(answers).toContain(null);
  expect(refused).toMatchObject({ refusal: "somebodyLeads", lead: lead("first") });
  const place = {
    documentId: "case-open",
    containerId: null,
    block: null,
    isReviewable: false,
  };
  expect(await act({ kind: "goTo", leadId: "first", place })).toBeNull();
  expect(await act({ kind: "lead", lead: lead("second"), insteadOf: "other" })).not.toBeNull();
  expect(await act({ kind: "lead", lead: lead("second"), insteadOf: "first" })).toBeNull();
  expect(await act({ kind: "goTo", leadId: "first", place })).toEqual({ refusal: "movedOn" });
  expect(await act({ kind: "goTo", leadId: "second", place })).toBeNull();
});

test("[FS9] a reviewer is not told of a place in a document that does not exist for them", async () => {
  await act({
    kind: "lead",
    lead: { id: "lead", personId: "second", name: "Pejabat" },
    insteadOf: null,
  });
  const [reviewer, camat] = await Promise.all([come("reviewer"), come("camat")]);
  const at = (documentId: string, isReviewable: boolean) =>
    act({
      kind: "goTo",
      leadId: "lead",
      place: { documentId, containerId: null, block: null, isReviewable },
    });
  await at("case-draft", false);
  await camat.until(({ place }) => place?.documentId === "case-draft");
  await at("case-drafted", true);
  await reviewer.until(({ place }) => place?.documentId === "case-drafted");
  expect(JSON.stringify(reviewer.messages)).not.toContain('case-draft"');
  expect(JSON.stringify(camat.messages)).not.toContain("isReviewable");
});

test("[FS6] two devices of one village at once have one vote, and a closed poll takes none", async () => {
  await act({ kind: "openPoll", id: "poll", question: "Setuju?" });
  const vote = (village: typeof villageA, answer: "agree" | "disagree") =>
    act({ kind: "vote", pollId: "poll", village, answer });
  await Promise.all([vote(villageA, "agree"), vote(villageA, "disagree"), vote(villageB, "agree")]);
  const ani = await come("participant-a");
  const votes = ani.parts.polls.at(-1)?.votes ?? [];
  expect(votes.map(({ village }) => village.id).sort()).toEqual(["village-a", "village-b"]);
  expect(await act({ kind: "openPoll", id: "other", question: "Lain?" })).toEqual({
    refusal: "pollOpen",
  });
  await act({ kind: "setPollOpen", pollId: "poll", isOpen: false });
  expect(await vote(villageB, "disagree")).toEqual({ refusal: "pollClosed" });
});

test("[FS3] an item that is deleted while it is current is said to be gone", async () => {
  const ani = await come("participant-a");
  await begin("agenda-opening");
  await db.delete(agendaItems).where(eq(agendaItems.id, "agenda-opening"));
  await stub().forumChanged();
  const { item } = await ani.until((parts) => parts.item?.isGone === true);
  expect(item).toMatchObject({ title: "Acara agenda-opening", runningSince: null });
  await ani.until(({ revision }) => revision > 0);
  await begin("agenda-case");
  await ani.until((parts) => parts.item?.isGone === false);
});

test("[FS1] a socket that says anything but its ping and its look is closed", async () => {
  // Each by somebody else: whoever is refused again and again waits outside.
  const hostile: [string, string | Uint8Array][] = [
    ["observer", "hello"],
    ["camat", "x".repeat(100_000)],
    ["reviewer", JSON.stringify({ kind: "openPoll" })],
    ["facilitator", ""],
    ["minute-taker", new Uint8Array([0, 1, 2])],
  ];
  for (const [personId, said] of hostile) {
    const listener = await come(personId);
    listener.socket.send(said);
    expect(await listener.untilClosed()).toBe(closeCodes.malformed);
  }
});

test("[FS1] who is refused again and again is shut out for a while", async () => {
  const closes: (number | null)[] = [];
  for (let count = 0; count < 5; count++) {
    const listener = await SessionListener.knock(forumId, "demo-a");
    listener.socket.send("hello");
    closes.push(await listener.untilClosed());
  }
  expect(closes[0]).toBe(closeCodes.malformed);
  expect(closes.at(-1)).toBe(closeCodes.tooFast);
});

test("[FS1] who looks without end is closed, and the others stay", async () => {
  const [hostile, ani] = await Promise.all([come("minute-taker"), come("participant-a")]);
  for (let count = 0; count < 200; count++) hostile.socket.send(look);
  expect(await hostile.untilClosed()).toBe(closeCodes.tooFast);
  await begin("agenda-case");
  await ani.until(({ item }) => item?.itemId === "agenda-case");
  expect(ani.closed).toBeNull();
});

test("[FS7] somebody behind a dead link is not shown to whoever looks", async () => {
  await ago(20_000, () => come("participant-b"));
  const ani = await come("participant-a");
  expect(ani.parts.present).toEqual([
    { village: villageA, office: null, names: ["Warga participant-a"] },
  ]);
});

test("[FS7] a person has eight sockets and is one name; the ninth is refused", async () => {
  for (let count = 0; count < maxListenersPerPerson; count++) await come("participant-a");
  const ninth = await SessionListener.knock(forumId, "participant-a");
  expect(await ninth.untilClosed()).toBe(closeCodes.tooManyTabs);
  const budi = await come("participant-b");
  expect(budi.parts.present.flatMap(({ names }) => names)).toEqual([
    "Warga participant-a",
    "Warga participant-b",
  ]);
});

test("[FS8] who loses the place in the forum is sent away at once, and nobody else is", async () => {
  const [lost, stays] = await Promise.all([come("participant-b"), come("participant-a")]);
  const place = and(eq(forumMembers.personId, "participant-b"), eq(forumMembers.forumId, forumId));
  await db.delete(forumMembers).where(place);
  expect(await stub().rightsChanged(["participant-b"])).toBe(true);
  expect(await lost.untilClosed()).toBe(closeCodes.noAccess);
  await begin("agenda-case");
  expect(stays.closed).toBeNull();
  await db.insert(forumMembers).values({ forumId, personId: "participant-b", role: "participant" });
});

test("[FS8] a session that ended elsewhere ends here", async () => {
  const ani = await come("participant-a");
  await env.DB.prepare("DELETE FROM sessions WHERE person_id = 'participant-a'").run();
  expect(await stub().rightsChanged(["participant-a"])).toBe(true);
  expect(await ani.untilClosed()).toBe(closeCodes.notSignedIn);
});

test("[FS8] without any notice a minute of traffic finds the change", async () => {
  const [lost, stays] = await ago(61_000, () =>
    Promise.all([come("participant-b"), come("participant-a")]),
  );
  const place = and(eq(forumMembers.personId, "participant-b"), eq(forumMembers.forumId, forumId));
  await db.delete(forumMembers).where(place);
  stays.socket.send(look);
  expect(await lost.untilClosed()).toBe(closeCodes.noAccess);
  expect(stays.closed).toBeNull();
  await db.insert(forumMembers).values({ forumId, personId: "participant-b", role: "participant" });
});
