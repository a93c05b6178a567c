import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeCodes } from "../../party/close-codes.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { DocumentPage } from "../actions/documents.ts";
import { openDatabase } from "../db/open.ts";
import {
  auditLog,
  documentMasks,
  documents,
  forumMembers,
  forumVillages,
  openRooms,
} from "../db/schema.ts";
import { type Ask, ask, cookieOf, refusal } from "../testing/requests.ts";
import { noticesSinceLast, watchNotices } from "../testing/told-rooms.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const path = `/api/forums/${forumId}/villages`;

beforeAll(async () => {
  await buildWorld();
});
afterEach(() => RoomClient.leaveAll());

async function as(personId: string, to: string, options: Ask = {}): Promise<Response> {
  return ask(to, { ...options, cookie: await cookieOf(personId) });
}
const invite = (villageIds: string[]) => as("facilitator", path, { json: { villageIds } });
const remove = (villageId: string) =>
  as("facilitator", `${path}/${villageId}`, { method: "DELETE" });
const readDocument = async (id: string, personId: string) =>
  (await as(personId, `/api/documents/${id}`)).json<DocumentPage>();

async function invited(): Promise<string[]> {
  const rows = await db.select().from(forumVillages).where(eq(forumVillages.forumId, forumId));
  return rows.sort((a, b) => a.position - b.position).map(({ villageId }) => villageId);
}
async function villageBReturns(): Promise<void> {
  await db
    .insert(forumVillages)
    .values({ forumId, villageId: "village-b", position: 1 })
    .onConflictDoNothing();
  await db
    .insert(forumMembers)
    .values({ forumId, personId: "participant-b", role: "participant" })
    .onConflictDoNothing();
}
beforeEach(async () => {
  await db.delete(forumVillages).where(eq(forumVillages.villageId, "village-c"));
  await villageBReturns();
});

describe("the villages of a forum", () => {
  it("are invited all at once, behind those that are, and once", async () => {
    expect((await invite(["village-c", "village-a", "village-c"])).status).toBe(204);
    expect(await invited()).toEqual(["village-a", "village-b", "village-c"]);
    await invite(["village-c"]);
    const facts = await db.select().from(auditLog).where(eq(auditLog.action, "villageInvited"));
    expect(facts.map(({ details }) => JSON.parse(details))).toEqual([{ villageId: "village-c" }]);
  });

  it("are of the forum's district, all or none", async () => {
    for (const foreign of ["village-d", "unknown"]) {
      expect(await refusal(await invite(["village-c", foreign]))).toEqual({
        status: 422,
        code: "invalid-field",
        field: "villageIds",
      });
    }
    expect(await invited()).toEqual(["village-a", "village-b"]);
  });

  it("stand in the order that a host gives their lanes, unless it changed meanwhile", async () => {
    const [seen, wanted] = [
      ["village-a", "village-b"],
      ["village-b", "village-a"],
    ];
    const json = { villageIds: wanted, basedOn: seen };
    expect((await as("camat", path, { method: "PUT", json })).status).toBe(204);
    expect(await invited()).toEqual(wanted);
    expect(await refusal(await as("facilitator", path, { method: "PUT", json }))).toEqual({
      status: 409,
      code: "changed-meanwhile",
    });
    await as("camat", path, { method: "PUT", json: { villageIds: seen, basedOn: wanted } });
  });
});

describe("a village that is removed", () => {
  it("is sent out of its lane while it writes; what it wrote stays, under its name", async () => {
    const writer = await RoomClient.enter("case-open", await cookieOf("participant-b"));
    const other = await RoomClient.enter("case-open", await cookieOf("participant-a"));
    writer.type(writer.container("village", "village-b"), "Pagu kami turun.");
    await writer.untilSaved();
    expect((await remove("village-b")).status).toBe(204);
    expect(await writer.untilClosed()).toBe(closeCodes.noAccess);
    await other.untilText("Pagu kami turun.");
    other.type(other.container("village", "village-a"), "Kami juga.");
    await other.untilSaved();
    expect(other.closed).toBeNull();

    const page = await readDocument("case-open", "participant-a");
    expect(page.villages.map(({ id }) => id)).toEqual(["village-a"]);
    expect(page.otherVillages).toContainEqual({
      id: "village-b",
      name: "Desa Contoh B",
      colour: 1,
    });
    expect((await as("participant-b", "/api/documents/case-open")).status).toBe(404);
  });

  it("takes its people along, but not the minute-taker; each is recorded", async () => {
    await db
      .insert(forumMembers)
      .values({ forumId, personId: "participant-b", role: "minuteTaker" });
    await remove("village-b");
    const left = await db
      .select()
      .from(forumMembers)
      .where(and(eq(forumMembers.personId, "participant-b"), eq(forumMembers.forumId, forumId)));
    expect(left.map(({ role }) => role)).toEqual(["minuteTaker"]);
    const facts = (await db.select().from(auditLog)).slice(-2);
    expect(facts.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["villageRemoved", forumId],
      ["memberRemoved", "participant-b"],
    ]);
    await db.delete(forumMembers).where(eq(forumMembers.role, "minuteTaker"));
  });

  it("is removed once, and whoever comes second is told", async () => {
    const answers = await Promise.all([remove("village-b"), remove("village-b")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await refusal(await remove("village-d"))).toEqual({
      status: 409,
      code: "village-not-invited",
    });
  });

  it("keeps its mask in an unnamed case, where nobody learns which one is gone", async () => {
    const id = "unnamed-with-three";
    await db.insert(documents).values({
      ...{ id, forumId, title: "Kasus tanpa nama", theme: "tax", fiscalYear: 2027, createdAt: 0 },
      kind: "case",
      status: "open",
      isUnnamed: true,
    });
    const before = await readDocument(id, "participant-a");
    expect(before.villages).toHaveLength(2);
    await remove("village-b");
    await invite(["village-c"]);
    const after = await readDocument(id, "participant-a");
    expect(after.villages).toHaveLength(3);
    expect(after.villages).toEqual(expect.arrayContaining(before.villages));
    expect(after.otherVillages).toEqual([]);
    await villageBReturns();
    expect(await readDocument(id, "participant-a")).toMatchObject({ villages: after.villages });
    const masks = await db.select().from(documentMasks).where(eq(documentMasks.documentId, id));
    expect(masks.filter(({ kind }) => kind === "village")).toHaveLength(3);
  });

  it("is told to every open room of the forum", async () => {
    await watchNotices();
    await db.insert(openRooms).values({ room: `forum:${forumId}`, openedAt: 0 });
    await noticesSinceLast();
    await remove("village-b");
    expect(await noticesSinceLast()).toContainEqual({ room: `forum:${forumId}`, personId: null });
  });
});
