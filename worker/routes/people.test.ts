import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PeopleList } from "../actions/people.ts";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, people, signInLinks } from "../db/schema.ts";
import { type Ask, ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const notAllowed = { status: 403, code: "not-allowed" };
const row = (line: number, entry: object = {}) => ({
  line,
  name: `Orang ${line}`,
  position: "Kaur",
  village: "Contoh A",
  office: "",
  phone: "",
  ...entry,
});

beforeAll(buildWorld);
beforeEach(async () => {
  await db.delete(signInLinks);
});

async function as(personId: string, path: string, options: Ask = {}): Promise<Response> {
  return ask(path, { ...options, cookie: await cookieOf(personId) });
}
const namesLike = async (start: string) =>
  (await db.select({ name: people.name }).from(people))
    .map(({ name }) => name)
    .filter((name) => name.startsWith(start));
const actionsOf = async (subjectId: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.subjectId, subjectId))).map(
    ({ action }) => action,
  );

const routes: [string, Ask][] = [
  ["/api/people", {}],
  ["/api/people", { json: { ...row(1), place: null, districtRole: null } }],
  ["/api/people/preview", { json: { rows: [row(1)], place: null } }],
  ["/api/people/import", { json: { rows: [row(1)], place: null } }],
  ["/api/people/links", { json: { personIds: ["participant-a"], forumId: null } }],
  ["/api/people/participant-a/links", { method: "DELETE" }],
  ["/api/forums/forum-in-session/members/villager-c", { method: "DELETE" }],
];

describe("bringing people in", () => {
  it.each(routes)("at %s is for nobody who has not signed in", async (path, options) => {
    expect(await refusal(await ask(path, options))).toEqual(notSignedIn);
  });

  it.each(routes)(
    "at %s is nothing that anybody but its hosts learns of",
    async (path, options) => {
      for (const personId of ["participant-a", "representative-a", "minute-taker", "reviewer"]) {
        expect(await refusal(await as(personId, path, options))).toEqual(notFound);
      }
      expect(await namesLike("Orang 1")).toEqual([]);
    },
  );
});

describe("the list of people", () => {
  it("shows a district's own, and phones only of whom one may manage", async () => {
    await db.update(people).set({ phone: "62811" }).where(eq(people.id, "participant-a"));
    await db.update(people).set({ phone: "62822" }).where(eq(people.id, "camat"));
    const list: PeopleList = await (await as("facilitator", "/api/people")).json();
    const byId = new Map(list.people.map((person) => [person.id, person]));
    expect(byId.has("villager-d")).toBe(false);
    expect(byId.get("participant-a")).toMatchObject({ phone: "62811", mayManage: true });
    expect(byId.get("camat")).toMatchObject({ phone: null, mayManage: false, roles: ["camat"] });
    expect(byId.get("minute-taker")?.mayManage).toBe(false);
    expect(list.villages.map(({ id }) => id)).not.toContain("village-d");
    const camats: PeopleList = await (await as("camat", "/api/people")).json();
    expect(camats.people.find(({ id }) => id === "minute-taker")?.mayManage).toBe(true);
  });

  it("says who has joined and what became of each link", async () => {
    await createSignInLink(db, "villager-c", Date.now());
    await createSignInLink(db, "participant-b", 0);
    const list: PeopleList = await (await as("facilitator", "/api/people")).json();
    const of = (id: string) => list.people.find((person) => person.id === id);
    expect(of("villager-c")).toMatchObject({ hasJoined: false, link: { state: "waiting" } });
    expect(of("participant-b")?.link.state).toBe("expired");
    expect(of("facilitator")).toMatchObject({ hasJoined: true, link: { state: "none" } });
  });
});

describe("one person", () => {
  const add = (personId: string, entry: object) =>
    as(personId, "/api/people", { json: { ...row(1), place: null, districtRole: null, ...entry } });

  it("is added once, with the role that the sender may give", async () => {
    expect((await add("facilitator", { name: "H. Ma'ruf, S.Sos." })).status).toBe(201);
    expect(await refusal(await add("facilitator", { name: "h. maruf S Sos" }))).toEqual({
      status: 409,
      code: "person-exists",
    });
    const facilitator = { name: "Rekan", districtRole: "facilitator" };
    expect(await refusal(await add("facilitator", facilitator))).toEqual(notAllowed);
    const answer = await add("camat", facilitator);
    const { personId } = await answer.json<{ personId: string }>();
    expect(await actionsOf(personId)).toEqual(["personAdded", "roleGiven"]);
  });

  it("is refused by the name of what is wrong", async () => {
    expect(await refusal(await add("camat", { village: "Antah" }))).toEqual({
      status: 422,
      code: "invalid-field",
      field: "village-unknown",
    });
  });
});
