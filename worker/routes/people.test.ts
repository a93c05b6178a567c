import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InvitationLink } from "../actions/invitations.ts";
import type { PeopleList } from "../actions/people.ts";
import type { CheckedRow } from "../actions/people-import.ts";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, forumMembers, forumVillages, people, signInLinks } from "../db/schema.ts";
import {
  type Ask,
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
  notSignedIn,
  refusal,
} from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const notAllowed = { status: 403, code: "not-allowed" };
const inForum = { forumId: "forum-planned", role: "participant" };
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
const post = (personId: string, path: string, json: unknown) =>
  as(personId, `/api/people/${path}`, { json });
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

describe("a pasted list", () => {
  it("is looked through line by line, and nothing is written", async () => {
    const answer = await post("facilitator", "preview", {
      rows: [
        row(1, { name: "Baru" }),
        row(2, { name: "BARU " }),
        row(3, { name: "Warga participant-a" }),
        row(4, { name: "" }),
        row(5, { village: "Contoh D" }),
      ],
      place: inForum,
    });
    const { rows } = await answer.json<{ rows: CheckedRow[] }>();
    expect(rows).toEqual([
      { line: 1, state: "new", personId: null },
      { line: 2, state: "duplicate", of: 1 },
      { line: 3, state: "known", personId: "participant-a" },
      { line: 4, state: "error", problem: "name-missing" },
      { line: 5, state: "error", problem: "village-unknown" },
    ]);
    expect(await namesLike("Baru")).toEqual([]);
  });

  it("is added with forum, villages and audit log, in few statements", async () => {
    const rows = Array.from({ length: 300 }, (_, index) =>
      row(index + 1, { name: `Banyak ${index}`, village: index % 2 ? "Contoh B" : "Contoh C" }),
    );
    const { DB, count } = countingStatements();
    const cookie = await cookieOf("facilitator");
    const options = { cookie, json: { rows, place: inForum } };
    const answer = await askWith({ DB, DEMO_PEOPLE: "yes" }, "/api/people/import", options);
    expect(answer.status).toBe(200);
    expect(count()).toBeLessThanOrEqual(40);
    const { personIds, ...counts } = await answer.json<{ personIds: string[] }>();
    expect(counts).toEqual({ added: 300, invited: 300 });
    expect(await namesLike("Banyak")).toHaveLength(300);
    expect(await actionsOf(personIds[7] ?? "")).toEqual(["personAdded", "memberAdded"]);
    const villages = await db
      .select()
      .from(forumVillages)
      .where(eq(forumVillages.forumId, "forum-planned"));
    expect(villages.map(({ villageId, position }) => [position, villageId]).sort()).toEqual([
      [0, expect.any(String)],
      [1, expect.any(String)],
    ]);
  });

  it("adds each person once, though two facilitators send it at once and again", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => row(index + 1, { name: `Dua ${index}` }));
    const send = () => post("facilitator", "import", { rows, place: inForum });
    const answers = await Promise.all([
      send(),
      send(),
      post("camat", "import", { rows, place: inForum }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const added = await Promise.all(answers.map((answer) => answer.json<{ added: number }>()));
    expect(added.reduce((sum, each) => sum + each.added, 0)).toBe(40);
    expect(await (await send()).json()).toMatchObject({ added: 0, invited: 0 });
    expect(await namesLike("Dua")).toHaveLength(40);
  });

  it("is not written at all where one line is wrong", async () => {
    const rows = [row(1, { name: "Separuh" }), row(2, { name: "Separuh B", phone: "salah" })];
    const answer = await post("facilitator", "import", { rows, place: inForum });
    expect(await refusal(answer)).toEqual({ status: 409, code: "list-changed" });
    expect(await namesLike("Separuh")).toEqual([]);
  });

  it("is not written at all where the database refuses one of its rows", async () => {
    await env.DB.prepare(
      `create trigger refuse before insert on forum_members when new.role = 'observer'
       begin select raise(abort, 'refused'); end`,
    ).run();
    const rows = [row(1, { name: "Gagal" })];
    const place = { ...inForum, role: "observer" };
    const answer = await post("facilitator", "import", { rows, place });
    await env.DB.prepare("drop trigger refuse").run();
    expect(answer.status).toBe(500);
    expect(await namesLike("Gagal")).toEqual([]);
  });

  it("of more than 500 lines is refused in words, also as a heap of 5,000", async () => {
    for (const length of [501, 5000]) {
      const rows = Array.from({ length }, (_, index) => row(index + 1));
      const answer = await post("facilitator", "preview", { rows, place: null });
      expect(await refusal(answer)).toEqual({ status: 413, code: "list-too-long" });
    }
  });

  it("names one representative for a village", async () => {
    const place = { forumId: "forum-in-session", role: "representative" };
    const rows = [row(1, { name: "Wakil lain" }), row(2, { village: "", office: "DPMD" })];
    const answer = await post("facilitator", "preview", { rows, place });
    expect((await answer.json<{ rows: CheckedRow[] }>()).rows).toEqual([
      { line: 1, state: "error", problem: "representative-taken" },
      { line: 2, state: "error", problem: "representative-village" },
    ]);
  });

  it("brings nobody into another district's forum, nor a minute-taker in without the camat", async () => {
    const rows = [row(1, { name: "Asing" })];
    const elsewhere = { forumId: "forum-elsewhere", role: "participant" };
    expect(await refusal(await post("facilitator", "import", { rows, place: elsewhere }))).toEqual(
      notFound,
    );
    const place = { ...inForum, role: "minuteTaker" };
    expect(await refusal(await post("facilitator", "import", { rows, place }))).toEqual(notAllowed);
    expect(await namesLike("Asing")).toEqual([]);
    expect((await post("camat", "import", { rows, place })).status).toBe(200);
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

describe("invitation links", () => {
  const linksOf = async (personId: string, ids: string[]) => {
    const answer = await post(personId, "links", { personIds: ids, forumId: "forum-planned" });
    return (await answer.json<{ links: InvitationLink[] }>()).links;
  };
  const signIn = ({ address }: InvitationLink) =>
    ask("/api/sign-in", { json: { token: address.split("#")[1] } });

  it("open a session, are the same until they are used, and are stored nowhere", async () => {
    const [first] = await linksOf("facilitator", ["villager-c"]);
    if (first === undefined) throw new Error("no link");
    expect(first.text).toContain(first.address);
    expect(first.text).toContain("Yth. Bapak/Ibu Warga villager-c");
    expect(await linksOf("camat", ["villager-c"])).toEqual([first]);
    const stored = JSON.stringify(await db.select().from(signInLinks));
    expect(stored).not.toContain(first.address.split("#")[1]);
    expect((await signIn(first)).status).toBe(200);
    const [next] = await linksOf("facilitator", ["villager-c"]);
    expect(next?.address).not.toBe(first.address);
    expect(await actionsOf("villager-c")).toEqual(["linkCreated", "linkCreated"]);
  });

  it("replace one that was made at random", async () => {
    const token = await createSignInLink(db, "participant-b", Date.now());
    await linksOf("facilitator", ["participant-b"]);
    expect((await ask("/api/sign-in", { json: { token } })).status).toBe(404);
  });

  it("that were revoked are unknown", async () => {
    const [link] = await linksOf("facilitator", ["participant-b"]);
    if (link === undefined) throw new Error("no link");
    const path = "/api/people/participant-b/links";
    expect((await as("facilitator", path, { method: "DELETE" })).status).toBe(204);
    expect(await refusal(await signIn(link))).toEqual({ status: 404, code: "link-unknown" });
    expect((await actionsOf("participant-b")).at(-1)).toBe("linkRevoked");
    expect((await linksOf("facilitator", ["participant-b"]))[0]?.address).not.toBe(link.address);
  });

  it.each(["camat", "facilitator", "minute-taker", "reviewer"])(
    "to the %s are not for a facilitator to make or revoke",
    async (id) => {
      const answer = await post("facilitator", "links", { personIds: [id], forumId: null });
      expect(await refusal(answer)).toEqual(notAllowed);
      const revoked = await as("facilitator", `/api/people/${id}/links`, { method: "DELETE" });
      expect(await refusal(revoked)).toEqual(notAllowed);
    },
  );

  it("to people of another district do not exist", async () => {
    for (const personIds of [["villager-d"], ["villager-c", "villager-d"], ["nobody"]]) {
      const answer = await post("camat", "links", { personIds, forumId: null });
      expect(await refusal(answer)).toEqual(notFound);
    }
    expect(await db.select().from(signInLinks)).toEqual([]);
  });

  it("are no more than 1,000 a day, and the refusal says when to try again", async () => {
    const createdAt = Date.now() - 23 * 60 * 60_000;
    await env.DB.prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
       insert into sign_in_links (token_hash, person_id, created_at, expires_at, created_by_person_id)
       select 'many-' || i, 'participant-a', ?, 0, 'facilitator' from n`,
    )
      .bind(createdAt)
      .run();
    const order = { personIds: ["villager-c"], forumId: null };
    const answer = await post("facilitator", "links", order);
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(50 * 60);
    expect(seconds).toBeLessThanOrEqual(60 * 60);
    expect(await refusal(answer)).toEqual({ status: 429, code: "too-many-links" });
    expect((await post("camat", "links", order)).status).toBe(200);
  });
});

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
