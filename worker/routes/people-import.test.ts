import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CheckedRow } from "../actions/people-import.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, forumVillages, people, signInLinks } from "../db/schema.ts";
import {
  type Ask,
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
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
