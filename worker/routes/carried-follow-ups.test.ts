import { env } from "cloudflare:workers";
import { desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CarriedFollowUps } from "../actions/carried-follow-ups.ts";
import type { Register } from "../actions/register.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, carriedFollowUps, documents, forumMembers, forums } from "../db/schema.ts";
import { addFollowUp, dayFromNow, forgetFollowUps } from "../testing/follow-ups.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
  refusal,
} from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const path = "/api/forums/forum-planned/carried-follow-ups";

beforeAll(async () => {
  await buildWorld();
  // Next time another person comes for village A, and village B sends the same one.
  await db.insert(forumMembers).values([
    { forumId: "forum-planned", personId: "demo-a", role: "participant" },
    { forumId: "forum-planned", personId: "villager-c", role: "participant" },
    { forumId: "forum-planned", personId: "participant-b", role: "participant" },
  ]);
  await db.delete(forumMembers).where(eq(forumMembers.personId, "representative-a"));
  await db
    .insert(forumMembers)
    .values([{ forumId: "forum-planned", personId: "representative-a", role: "participant" }]);
});
beforeEach(async () => {
  await forgetFollowUps();
  await db.update(documents).set({ isUnnamed: false });
  await db.update(forums).set({ status: "planned" }).where(eq(forums.id, "forum-planned"));
});

async function send(personId: string, method: string, under = "", json?: unknown) {
  const cookie = await cookieOf(personId);
  return ask(path + under, { method, cookie, ...(json === undefined ? {} : { json }) });
}

const carry = (json: unknown = {}, personId = "facilitator") => send(personId, "POST", "", json);

async function listFor(personId: string): Promise<CarriedFollowUps> {
  return (await send(personId, "GET")).json();
}

const ids = (cards: { id: string }[]) => cards.map(({ id }) => id);

describe("what is open from earlier forums", () => {
  it("is taken over with one click, once, and recorded", async () => {
    await addFollowUp("open", { position: 0 });
    await addFollowUp("begun", { position: 1, status: "inProgress", dueDate: dayFromNow(-1) });
    await addFollowUp("done", { position: 2, status: "done" });
    await addFollowUp("gone", { position: 3, isGone: true });
    await addFollowUp("elsewhere", { documentId: "case-elsewhere" });
    const before = await listFor("facilitator");
    expect(ids(before.candidates)).toEqual(["open", "begun"]);
    expect(before).toMatchObject({ carried: [], mayCarry: true });
    expect(await (await carry()).json()).toEqual({ added: 2 });
    expect(await (await carry()).json()).toEqual({ added: 0 });
    const after = await listFor("facilitator");
    expect(ids(after.carried)).toEqual(["open", "begun"]);
    expect(after.candidates).toEqual([]);
    expect(after.carried[1]).toMatchObject({
      state: "overdue",
      history: [{ kind: "carried", forum: { id: "forum-planned", title: "Forum forum-planned" } }],
    });
    const rows = await db.select().from(auditLog).where(eq(auditLog.action, "followUpsCarried"));
    expect(rows).toMatchObject([{ personId: "facilitator", subjectId: "forum-planned" }]);
  });

  it("is taken over once by two hosts at once", async () => {
    await addFollowUp("open");
    const both = await Promise.all([carry(), carry({}, "camat")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await db.select().from(carriedFollowUps)).toHaveLength(1);
  });

  it("is taken over as far as it was chosen, and what is no candidate is not", async () => {
    await addFollowUp("one");
    await addFollowUp("two");
    await addFollowUp("done", { status: "done" });
    const chosen = { followUpIds: ["two", "done", "unknown"] };
    expect(await (await carry(chosen)).json()).toEqual({ added: 1 });
    expect(ids((await listFor("facilitator")).carried)).toEqual(["two"]);
  });

  it.each(["participant-b", "demo-a"])("is not taken over by the %s", async (personId) => {
    await addFollowUp("one");
    expect(await refusal(await carry({}, personId))).toEqual({ status: 403, code: "not-allowed" });
    const list = await listFor(personId);
    expect(list).toEqual({ carried: [], candidates: [], mayCarry: false });
  });

  it.each(["participant-a", "reviewer", "villager-d", "facilitator-elsewhere"])(
    "is nothing that the %s, who does not see the forum, could know of",
    async (personId) => {
      await addFollowUp("one");
      expect(await refusal(await carry({}, personId))).toEqual(notFound);
      expect(await refusal(await send(personId, "GET"))).toEqual(notFound);
      expect(await refusal(await send(personId, "DELETE", "/one"))).toEqual(notFound);
    },
  );

  it("returns at no forum that is over", async () => {
    await addFollowUp("one");
    for (const status of ["ended", "cancelled"] as const) {
      await db.update(forums).set({ status }).where(eq(forums.id, "forum-planned"));
      expect(await refusal(await carry())).toEqual({ status: 409, code: "forum-over" });
      expect(await listFor("facilitator")).toMatchObject({ candidates: [], mayCarry: false });
    }
  });

  it("is put back by a host, and recorded", async () => {
    await addFollowUp("one");
    await carry();
    expect((await send("camat", "DELETE", "/one")).status).toBe(204);
    expect(await listFor("facilitator")).toMatchObject({
      carried: [],
      candidates: [{ id: "one" }],
    });
    const [row] = await db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(row).toMatchObject({ action: "followUpsCarried", personId: "camat" });
    expect(await refusal(await send("camat", "DELETE", "/one"))).toEqual(notFound);
  });

  it("stays one entry when its day is moved", async () => {
    await addFollowUp("one");
    await carry();
    await addFollowUp("two", { nodeId: "node-one", dueDate: "2031-03-31", replacesId: "one" });
    const { carried, candidates } = await listFor("facilitator");
    expect({ carried: ids(carried), candidates }).toEqual({ carried: ["two"], candidates: [] });
    expect((await send("facilitator", "DELETE", "/two")).status).toBe(204);
    expect(await db.select().from(carriedFollowUps)).toEqual([]);
  });
});

describe("a follow-up that a forum took over", () => {
  it("is seen by the forum's people, without the document that they may not see", async () => {
    await addFollowUp("one");
    expect((await listFor("villager-c")).carried).toEqual([]);
    await carry();
    const [card] = (await listFor("villager-c")).carried;
    expect(card).toMatchObject({ id: "one", document: null, forum: null, mayUpdate: false });
    const [known] = (await listFor("participant-b")).carried;
    expect(known).toMatchObject({
      document: { id: "case-open" },
      forum: { id: "forum-in-session" },
    });
    expect(
      (await ask("/api/documents/case-open", { cookie: await cookieOf("villager-c") })).status,
    ).toBe(404);
  });

  it("is reported on by who comes for its village now", async () => {
    await addFollowUp("one");
    const report = async (personId: string) =>
      ask("/api/follow-ups/one/reports", {
        json: { text: "Sudah.", status: "done" },
        cookie: await cookieOf(personId),
      });
    expect(await refusal(await report("representative-a"))).toEqual(notFound);
    await carry();
    expect((await report("villager-c")).status).toBe(403);
    expect((await report("representative-a")).status).toBe(204);
    const [row] = await db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(row).toMatchObject({ roles: "participant", forumId: "forum-in-session" });
  });

  it("stands in the new forum's register apart, and in no other", async () => {
    await addFollowUp("one");
    await carry();
    const registerOf = async (forumId: string): Promise<Register> =>
      (
        await ask(`/api/forums/${forumId}/register`, { cookie: await cookieOf("facilitator") })
      ).json();
    const planned = await registerOf("forum-planned");
    expect([ids(planned.followUps), ids(planned.carried)]).toEqual([[], ["one"]]);
    const first = await registerOf("forum-in-session");
    expect([ids(first.followUps), ids(first.carried)]).toEqual([["one"], []]);
  });

  it("keeps the mask of an unnamed case", async () => {
    await addFollowUp("one");
    await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, "case-open"));
    await carry();
    const list = await listFor("villager-c");
    expect(list.carried).toMatchObject([{ id: "one", village: null }]);
    expect(JSON.stringify(list)).not.toContain("village-a");
  });

  it("takes few statements, however many there are", async () => {
    const statements = async () => {
      const { DB, count } = countingStatements();
      const cookie = await cookieOf("facilitator");
      expect((await askWith({ DB }, path, { cookie })).status).toBe(200);
      return count();
    };
    await addFollowUp("one");
    await addFollowUp("two");
    await carry({ followUpIds: ["one"] });
    const few = await statements();
    for (let at = 0; at < 40; at++) await addFollowUp(`many-${at}`);
    expect(await statements()).toBe(few);
    expect(few).toBeLessThan(15);
  });
});
