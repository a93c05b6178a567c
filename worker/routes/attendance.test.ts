import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { codeChangesEveryMs, wrongCodesAllowed } from "../../domain/attendance.ts";
import type { ForumStatus } from "../../domain/statuses.ts";
import { comeIn } from "../actions/attendance.ts";
import { currentCode, tryCode } from "../actions/attendance-code.ts";
import { findSignedIn } from "../actions/sessions.ts";
import { selectAttendance } from "../db/attendance.ts";
import { openDatabase } from "../db/open.ts";
import {
  attendance,
  auditLog,
  failedAttempts,
  forumMembers,
  forums,
  people,
} from "../db/schema.ts";
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
const forumId = "forum-in-session";
const path = `/api/forums/${forumId}/attendance`;
const dayMs = 24 * 60 * 60_000;

let noted = 0;
/** The log's rows of this test: it is append-only. */
const facts = async () => (await db.select().from(auditLog).orderBy(auditLog.seq)).slice(noted);

beforeAll(buildWorld);
beforeEach(async () => {
  noted = await db.$count(auditLog);
  await db.batch([db.delete(attendance), db.delete(failedAttempts)]);
  await forumIs("inSession");
});

const forumIs = (status: ForumStatus, startsAt = Date.now() - 60_000) =>
  db
    .update(forums)
    .set({ status, startsAt, endsAt: startsAt + 3 * 60 * 60_000 })
    .where(eq(forums.id, forumId));
const as = async (personId: string, at: string, options: Ask = {}) =>
  ask(at, { ...options, cookie: await cookieOf(personId) });
const list = async (personId: string) => (await as(personId, path)).json<Listed>();
const mark = (by: string, personId: string, json: { from: string | null; to: string | null }) =>
  as(by, `${path}/${personId}`, { method: "PUT", json });
const say = (personId: string, code: string) =>
  as(personId, `${path}/own`, { method: "PUT", json: { code } });
const codeNow = async () => (await currentCode(env, forumId, Date.now())).code;
const rowOf = async (personId: string) =>
  (await db.select().from(attendance).where(eq(attendance.personId, personId)))[0];

interface Listed {
  moment: string;
  mayMark: boolean;
  mayShowCode: boolean;
  mayComeIn: boolean;
  ownStatus: string | null;
  people: { id: string; status: string | null; isOwnWord: boolean; at: number | null }[];
  quorum: { present: number; invited: number; isReached: boolean };
}

describe("the list", () => {
  it("holds members, guests and hosts, villages in the order of their lanes, nobody who was removed", async () => {
    const rows = await selectAttendance(db, forumId);
    expect(rows.map(({ id, villageName }) => `${id}, ${villageName}`)).toEqual([
      "demo-a, Desa Contoh A",
      "participant-a, Desa Contoh A",
      "representative-a, Desa Contoh A",
      "participant-b, Desa Contoh B",
      "camat, null",
      "facilitator, null",
      "minute-taker, null",
      "observer, null",
    ]);
  });

  it("tells each person what they may do with it", async () => {
    const rights = async (personId: string) => {
      const { mayMark, mayShowCode, mayComeIn } = await list(personId);
      return { mayMark, mayShowCode, mayComeIn };
    };
    expect(await rights("minute-taker")).toEqual({
      mayMark: true,
      mayShowCode: true,
      mayComeIn: true,
    });
    expect(await rights("participant-b")).toEqual({
      mayMark: false,
      mayShowCode: false,
      mayComeIn: true,
    });
    expect(await rights("camat")).toEqual({ mayMark: false, mayShowCode: false, mayComeIn: false });
    await forumIs("ended");
    expect(await rights("minute-taker")).toEqual({
      mayMark: true,
      mayShowCode: false,
      mayComeIn: false,
    });
  });

  it("counts a village once one of its people is there", async () => {
    await mark("minute-taker", "participant-a", { from: null, to: "present" });
    await mark("minute-taker", "representative-a", { from: null, to: "present" });
    await mark("minute-taker", "facilitator", { from: null, to: "present" });
    expect((await list("observer")).quorum).toEqual({ present: 1, invited: 2, isReached: false });
    await mark("minute-taker", "participant-b", { from: null, to: "present" });
    expect((await list("observer")).quorum).toEqual({ present: 2, invited: 2, isReached: true });
  });

  it("keeps whoever came, also when they are no member any more", async () => {
    await mark("minute-taker", "demo-a", { from: null, to: "present" });
    await db.delete(forumMembers).where(eq(forumMembers.personId, "demo-a"));
    const { people: listed } = await list("facilitator");
    expect(listed.find(({ id }) => id === "demo-a")?.status).toBe("present");
    await mark("minute-taker", "demo-a", { from: "present", to: null });
    const after = (await list("facilitator")).people.map(({ id }) => id);
    expect(after).not.toContain("demo-a");
  });

  it("is read for 150 people with as many statements as for one", async () => {
    const many = Array.from({ length: 150 }, (_, place) => `guest-${place}`);
    for (const id of many) {
      await db.batch([
        db.insert(people).values({
          id,
          districtId: "99.01.01",
          name: id,
          position: "Kaur",
          office: "Kantor Contoh",
          createdAt: 0,
        }),
        db.insert(forumMembers).values({ forumId, personId: id, role: "observer" }),
      ]);
    }
    const { DB, count } = countingStatements();
    const answer = await askWith({ DB }, path, { cookie: await cookieOf("minute-taker") });
    expect((await answer.json<Listed>()).people.length).toBeGreaterThan(150);
    expect(count()).toBeLessThanOrEqual(12);
    await db.delete(forumMembers).where(eq(forumMembers.role, "observer"));
    await db.insert(forumMembers).values({ forumId, personId: "observer", role: "observer" });
  });
});

describe("a keeper's mark", () => {
  it("is noted with who marked and when, and in the log without a name", async () => {
    const before = Date.now();
    expect(
      (await mark("minute-taker", "participant-a", { from: null, to: "excused" })).status,
    ).toBe(204);
    const row = await rowOf("participant-a");
    expect(row).toMatchObject({ status: "excused", markedByPersonId: "minute-taker" });
    expect(row?.at).toBeGreaterThanOrEqual(before);
    const [fact] = await facts();
    expect(fact).toMatchObject({
      action: "attendanceMarked",
      personId: "minute-taker",
      roles: "minuteTaker",
      subjectId: "participant-a",
      forumId,
      details: JSON.stringify({ from: null, to: "excused" }),
    });
  });

  it("is taken back", async () => {
    await mark("facilitator", "participant-a", { from: null, to: "absent" });
    await mark("facilitator", "participant-a", { from: "absent", to: null });
    expect(await rowOf("participant-a")).toBeUndefined();
    expect(await facts()).toHaveLength(2);
  });

  it("does not undo what somebody else noted meanwhile", async () => {
    await say("participant-a", await codeNow());
    for (const to of ["absent", "excused"]) {
      const late = await mark("minute-taker", "participant-a", { from: null, to });
      expect(await refusal(late)).toEqual({ status: 409, code: "changed-meanwhile" });
    }
    const late = await mark("minute-taker", "participant-a", { from: "absent", to: "excused" });
    expect(await refusal(late)).toEqual({ status: 409, code: "changed-meanwhile" });
    expect((await rowOf("participant-a"))?.status).toBe("present");
    expect(await facts()).toHaveLength(0);
  });

  it("sent twice is noted once", async () => {
    const order = { from: null, to: "present" };
    await mark("minute-taker", "participant-a", order);
    expect((await mark("minute-taker", "participant-a", order)).status).toBe(204);
    expect(await facts()).toHaveLength(1);
  });

  it.each(["villager-c", "villager-d", "removed", "nobody"])(
    "is for nobody who is not of the forum: %s",
    async (personId) => {
      const answer = await mark("minute-taker", personId, { from: null, to: "present" });
      expect(await refusal(answer)).toEqual(notFound);
      expect(await db.$count(attendance)).toBe(0);
    },
  );

  it("is one of three, or none", async () => {
    const answer = await mark("minute-taker", "participant-a", { from: null, to: "late" });
    expect(await refusal(answer)).toEqual({ status: 422, code: "invalid-field", field: "to" });
  });

  it.each<[ForumStatus, number, number, string | undefined]>([
    ["planned", 0, 409, "attendance-not-yet"],
    ["invited", 3, 409, "attendance-not-yet"],
    ["invited", 0, 204, undefined],
    ["ended", -2, 204, undefined],
    ["ended", -9, 409, "attendance-over"],
    ["cancelled", 0, 409, "attendance-cancelled"],
  ])(
    "in a forum that is %s and starts in %i days is answered with %i",
    async (status, inDays, answer, code) => {
      await forumIs(status, Date.now() + inDays * dayMs);
      const marked = await mark("minute-taker", "participant-a", { from: null, to: "present" });
      expect(marked.status).toBe(answer);
      if (code) expect(await refusal(marked)).toEqual({ status: answer, code });
      expect(await db.$count(attendance)).toBe(answer === 204 ? 1 : 0);
    },
  );
});

describe("the hall's code", () => {
  it("is six digits that a keeper is shown, and notes whoever says it as present", async () => {
    const shown = await (await as("minute-taker", `${path}/code`)).json<{
      code: string;
      changesInMs: number;
    }>();
    expect(shown.code).toMatch(/^\d{6}$/);
    expect(shown.changesInMs).toBeGreaterThan(0);
    expect(shown.changesInMs).toBeLessThanOrEqual(codeChangesEveryMs);
    const typed = `${shown.code.slice(0, 3)} ${shown.code.slice(3)}`;
    const answer = await say("participant-b", typed);
    expect(answer.status).toBe(200);
    expect(await rowOf("participant-b")).toMatchObject({
      status: "present",
      markedByPersonId: "participant-b",
    });
    const { people: listed, ownStatus, mayComeIn } = await list("participant-b");
    expect(listed.find(({ id }) => id === "participant-b")).toMatchObject({ isOwnWord: true });
    expect({ ownStatus, mayComeIn }).toEqual({ ownStatus: "present", mayComeIn: false });
  });

  it("said twice keeps the first time; said after an absence it counts", async () => {
    await mark("minute-taker", "participant-b", { from: null, to: "absent" });
    const first = await (await say("participant-b", await codeNow())).json();
    expect(await (await say("participant-b", await codeNow())).json()).toEqual(first);
    expect((await rowOf("participant-b"))?.status).toBe("present");
  });

  it("works while it hangs there and until the next one goes, then no more", async () => {
    const at = 1_000_000 * codeChangesEveryMs;
    const { code, changesInMs } = await currentCode(env, forumId, at + 1);
    expect(changesInMs).toBe(codeChangesEveryMs - 1);
    const works = (later: number) =>
      tryCode(env, { forumId, personId: "participant-b", typed: code }, at + later);
    expect(await works(0)).toBe(true);
    expect(await works(2 * codeChangesEveryMs - 1)).toBe(true);
    expect(await works(2 * codeChangesEveryMs)).toBe(false);
    expect(await works(-1)).toBe(false);
  });

  it("is another one in each forum and under each key", async () => {
    const now = Date.now();
    const codes = await Promise.all([
      currentCode(env, forumId, now),
      currentCode(env, "forum-planned", now),
      currentCode({ ...env, LINK_KEY: "another" }, forumId, now),
    ]);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(3);
  });

  it("cannot be guessed: after ten wrong ones the right one waits too, for that person alone", async () => {
    const right = await codeNow();
    const wrong = right === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < wrongCodesAllowed; tries++) {
      expect(await refusal(await say("participant-b", wrong))).toEqual({
        status: 422,
        code: "attendance-code-wrong",
        field: "code",
      });
    }
    const answer = await say("participant-b", right);
    expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await refusal(answer)).toEqual({ status: 429, code: "too-many-attempts" });
    expect((await say("participant-a", right)).status).toBe(200);
    expect(await rowOf("participant-b")).toBeUndefined();
  });

  it.each<[ForumStatus, string]>([
    ["planned", "attendance-not-yet"],
    ["ended", "attendance-closed"],
    ["cancelled", "attendance-cancelled"],
  ])("of a forum that is %s is neither shown nor taken", async (status, code) => {
    await forumIs(status);
    await db.insert(forumMembers).values({ forumId, personId: "villager-c", role: "participant" });
    const refused = { status: 409, code };
    expect(await refusal(await as("minute-taker", `${path}/code`))).toEqual(refused);
    expect(await refusal(await say("villager-c", await codeNow()))).toEqual(refused);
    await db.delete(forumMembers).where(eq(forumMembers.personId, "villager-c"));
  });

  it("opens nothing for who was not invited, and notes nobody who only looks on", async () => {
    expect(await refusal(await say("villager-c", await codeNow()))).toEqual(notFound);
    expect(await refusal(await say("camat", await codeNow()))).toEqual({
      status: 403,
      code: "not-allowed",
    });
    expect(await db.$count(attendance)).toBe(0);
  });

  it("goes by the server's clock", async () => {
    const me = await findSignedIn(
      env,
      (await cookieOf("participant-b", Date.now() + 30 * dayMs)).slice("session=".length),
      Date.now(),
    );
    if (me === null) throw new Error("nobody is signed in");
    const later = Date.now() + 60 * 60_000;
    const { code } = await currentCode(env, forumId, later);
    const own = await comeIn(env, me, { forumId, code }, later);
    expect(own.at).toBe(later);
  });
});

it("tells the documents' rooms, once somebody is noted", async () => {
  const rooms: string[] = [];
  const DOCUMENT_ROOM = {
    getByName: (id: string) => ({ forumChanged: async () => void rooms.push(id) }),
  } as unknown as typeof env.DOCUMENT_ROOM;
  await askWith({ DOCUMENT_ROOM }, `${path}/participant-a`, {
    method: "PUT",
    json: { from: null, to: "present" },
    cookie: await cookieOf("minute-taker"),
  });
  await vi.waitUntil(() => rooms.includes("case-open"));
  expect(rooms).not.toContain("case-submitted");
});
