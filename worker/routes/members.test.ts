import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/open.ts";
import { auditLog, forumMembers, forumVillages, signInLinks } from "../db/schema.ts";
import { type Ask, ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const notAllowed = { status: 403, code: "not-allowed" };

beforeAll(buildWorld);
beforeEach(async () => {
  await db.delete(signInLinks);
});

async function as(personId: string, path: string, options: Ask = {}): Promise<Response> {
  return ask(path, { ...options, cookie: await cookieOf(personId) });
}
const actionsOf = async (subjectId: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId))).map(
    ({ action }) => action,
  );

describe("a place in a forum", () => {
  const path = (personId: string, forum = "forum-in-session") =>
    `/api/forums/${forum}/members/${personId}`;
  const put = (by: string, personId: string, json: object, forum?: string) =>
    as(by, path(personId, forum), { method: "PUT", json });
  const rolesOf = async (personId: string) =>
    (await db.select().from(forumMembers).where(eq(forumMembers.personId, personId)))
      .filter(({ forumId }) => forumId === "forum-in-session")
      .map(({ role }) => role);

  it("is given, changed and taken, with its village", async () => {
    expect((await put("facilitator", "villager-c", { roles: ["participant"] })).status).toBe(204);
    const invited = await db
      .select()
      .from(forumVillages)
      .where(eq(forumVillages.villageId, "village-c"));
    expect(invited).toContainEqual({
      forumId: "forum-in-session",
      villageId: "village-c",
      position: 2,
    });
    await put("facilitator", "villager-c", { roles: ["representative"] });
    expect(await rolesOf("villager-c")).toEqual(["representative"]);
    expect((await as("facilitator", path("villager-c"), { method: "DELETE" })).status).toBe(204);
    expect(await rolesOf("villager-c")).toEqual([]);
    expect((await actionsOf("villager-c")).slice(-3)).toEqual([
      "memberAdded",
      "memberChanged",
      "memberRemoved",
    ]);
  });

  it("as representative goes over by name alone, also when two are named at once", async () => {
    const roles = ["representative"];
    expect(await refusal(await put("facilitator", "participant-a", { roles }))).toEqual({
      status: 409,
      code: "representative-taken",
    });
    const order = { roles, replacesPersonId: "representative-a" };
    const answers = await Promise.all([
      put("facilitator", "participant-a", order),
      put("camat", "demo-a", order),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await rolesOf("representative-a")).toEqual(["participant"]);
    const held = [...(await rolesOf("participant-a")), ...(await rolesOf("demo-a"))];
    expect(held.filter((role) => role === "representative")).toHaveLength(1);
  });

  it("as minute-taker is the camat's to give and to take", async () => {
    const order = { roles: ["minuteTaker"] };
    expect(await refusal(await put("facilitator", "participant-b", order))).toEqual(notAllowed);
    const taken = await as("facilitator", path("minute-taker"), { method: "DELETE" });
    expect(await refusal(taken)).toEqual(notAllowed);
    expect((await put("camat", "participant-b", order)).status).toBe(204);
  });

  it("is for nobody of another district", async () => {
    const order = { roles: ["participant"] };
    expect(await refusal(await put("facilitator", "villager-d", order))).toEqual(notFound);
    expect(await refusal(await put("facilitator", "villager-c", order, "forum-elsewhere"))).toEqual(
      notFound,
    );
    expect(await refusal(await put("facilitator-elsewhere", "villager-c", order))).toEqual(
      notFound,
    );
  });
});
