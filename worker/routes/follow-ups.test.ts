import { env } from "cloudflare:workers";
import { desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { FollowUpCard } from "../actions/follow-up-cards.ts";
import type { FollowUpReminders } from "../actions/follow-ups.ts";
import { openDatabase } from "../db/open.ts";
import {
  attachments,
  auditLog,
  documents,
  followUpReports,
  followUps,
  roomNotices,
} from "../db/schema.ts";
import { addFollowUp, dayFromNow, forgetFollowUps } from "../testing/follow-ups.ts";
import {
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

beforeAll(buildWorld);
beforeEach(async () => {
  await forgetFollowUps();
  await db.delete(attachments);
  await db.update(documents).set({ isUnnamed: false, status: "open" });
});

async function send(personId: string, path: string, json: unknown, method = "POST") {
  return ask(`/api/follow-ups/${path}`, { method, json, cookie: await cookieOf(personId) });
}

async function rowOf(id: string) {
  const [row] = await db.select().from(followUps).where(eq(followUps.id, id));
  return row;
}

const reportsOf = (id: string) =>
  db.select().from(followUpReports).where(eq(followUpReports.followUpId, id));

async function lastAudit() {
  const [row] = await db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  return row;
}

const notTheirs = { status: 403, code: "not-your-follow-up" };

describe("how a follow-up stands", () => {
  it.each(["participant-a", "representative-a", "facilitator"])(
    "is said by the %s, recorded and kept in its history",
    async (personId) => {
      await addFollowUp("one");
      const answer = await send(personId, "one/status", { status: "inProgress" }, "PUT");
      expect(answer.status).toBe(204);
      expect((await rowOf("one"))?.status).toBe("inProgress");
      expect(await reportsOf("one")).toMatchObject([{ personId, status: "inProgress", text: "" }]);
      const audit = await lastAudit();
      expect(audit).toMatchObject({
        personId,
        action: "followUpChanged",
        subjectKind: "followUp",
        subjectId: "one",
        forumId: "forum-in-session",
      });
      expect(JSON.parse(audit?.details ?? "")).toEqual({ from: "notStarted", to: "inProgress" });
    },
  );

  it.each(["participant-b", "minute-taker", "observer", "camat"])(
    "is not said by the %s, who is told why",
    async (personId) => {
      await addFollowUp("one");
      const answer = await send(personId, "one/status", { status: "done" }, "PUT");
      expect(await refusal(answer)).toEqual(notTheirs);
      expect((await rowOf("one"))?.status).toBe("notStarted");
    },
  );

  it.each(["villager-c", "villager-d", "facilitator-elsewhere", "reviewer", "inspector"])(
    "is nothing that the %s could know of",
    async (personId) => {
      await addFollowUp("one");
      for (const [path, json] of [
        ["one/reports", { text: "x" }],
        ["one/postponement", { dueDate: "2031-01-31", reason: "x" }],
      ] as const) {
        expect(await refusal(await send(personId, path, json))).toEqual(notFound);
      }
      expect(await reportsOf("one")).toEqual([]);
    },
  );

  it("is said by nobody who has not signed in, and of nothing unknown", async () => {
    const answer = await ask("/api/follow-ups/one/reports", { json: { text: "x" } });
    expect(await refusal(answer)).toEqual(notSignedIn);
    expect(await refusal(await send("facilitator", "unknown/reports", { text: "x" }))).toEqual(
      notFound,
    );
  });

  it("is said by a facilitator alone where no village was found, or the case is unnamed", async () => {
    await addFollowUp("nobodys", { villageId: null });
    await addFollowUp("hidden");
    const say = (personId: string, id: string) =>
      send(personId, `${id}/reports`, { text: "Sudah." });
    expect(await refusal(await say("participant-a", "nobodys"))).toEqual(notTheirs);
    expect((await say("facilitator", "nobodys")).status).toBe(204);
    await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, "case-open"));
    expect(await refusal(await say("participant-a", "hidden"))).toEqual(notTheirs);
    expect((await say("facilitator", "hidden")).status).toBe(204);
    // Readers of the log are told nobody of an unnamed case, and by its document it is known as one.
    expect(await lastAudit()).toMatchObject({ subjectKind: "document", subjectId: "case-open" });
  });

  it("is no more said once it was taken out of its document, or that was withdrawn", async () => {
    await addFollowUp("gone", { isGone: true });
    await addFollowUp("withdrawn");
    const gone = { status: 409, code: "follow-up-gone" };
    const say = (id: string) => send("participant-a", `${id}/reports`, { text: "Sudah." });
    expect(await refusal(await say("gone"))).toEqual(gone);
    await db.update(documents).set({ status: "withdrawn" }).where(eq(documents.id, "case-open"));
    expect(await refusal(await say("withdrawn"))).toEqual(gone);
  });
});

describe("a report on a follow-up", () => {
  it("brings words, a link and a file that was added to it", async () => {
    await addFollowUp("one");
    await db.insert(attachments).values({
      ...{ id: "photo", forumId: "forum-in-session", subjectKind: "followUp", subjectId: "one" },
      ...{ name: "foto.jpg", contentType: "image/jpeg", sizeBytes: 10, sha256: "00" },
      ...{ addedByPersonId: "participant-a", createdAt: 0 },
    });
    const json = {
      text: "  Musyawarah sudah digelar. ",
      status: "done",
      link: "https://contoh.test/berita acara",
      attachmentId: "photo",
    };
    expect((await send("participant-a", "one/reports", json)).status).toBe(204);
    expect(await reportsOf("one")).toMatchObject([
      {
        villageId: "village-a",
        text: "Musyawarah sudah digelar.",
        status: "done",
        link: "https://contoh.test/berita%20acara",
        attachmentId: "photo",
      },
    ]);
  });

  it.each([
    "http://contoh.test/",
    "javascript:alert(1)",
    "contoh.test",
    "https://pengguna:sandi@contoh.test/",
    "data:text/html,x",
  ])("does not take the link %s", async (link) => {
    await addFollowUp("one");
    const answer = await send("participant-a", "one/reports", { text: "Sudah.", link });
    expect(await refusal(answer)).toEqual({ status: 422, code: "link-not-safe", field: "link" });
    expect(await reportsOf("one")).toEqual([]);
  });

  it("does not take a file of another follow-up, or one that was removed", async () => {
    await addFollowUp("one");
    await addFollowUp("two");
    const file = {
      ...({ forumId: "forum-in-session", subjectKind: "followUp", name: "foto.jpg" } as const),
      ...{ contentType: "image/jpeg", sizeBytes: 10, sha256: "00" },
      ...{ addedByPersonId: "participant-a", createdAt: 0 },
    };
    await db.insert(attachments).values([
      { ...file, id: "of-two", subjectId: "two" },
      { ...file, id: "removed", subjectId: "one", removedAt: 1 },
    ]);
    for (const attachmentId of ["of-two", "removed", "unknown"]) {
      const answer = await send("participant-a", "one/reports", { text: "", attachmentId });
      expect(await refusal(answer)).toMatchObject({ status: 422, field: "attachmentId" });
    }
  });

  it("says something", async () => {
    await addFollowUp("one");
    const answer = await send("participant-a", "one/reports", { text: "   " });
    expect(await refusal(answer)).toMatchObject({ status: 422, code: "report-empty" });
    const long = await send("participant-a", "one/reports", { text: "x".repeat(2001) });
    expect(await refusal(long)).toMatchObject({ status: 422, field: "text" });
  });

  it("stands there once when it is sent again, and takes nothing back", async () => {
    await addFollowUp("one");
    const first = { id: crypto.randomUUID(), text: "Mulai.", status: "inProgress" };
    expect((await send("participant-a", "one/reports", first)).status).toBe(204);
    const later = { text: "Selesai.", status: "done" };
    expect((await send("representative-a", "one/reports", later)).status).toBe(204);
    expect((await send("participant-a", "one/reports", first)).status).toBe(204);
    expect(await reportsOf("one")).toHaveLength(2);
    expect((await rowOf("one"))?.status).toBe("done");
  });

  it("of two who report at once both stay, and the later one's status holds", async () => {
    await addFollowUp("one");
    const both = await Promise.all([
      send("participant-a", "one/reports", { text: "Mulai.", status: "inProgress" }),
      send("representative-a", "one/reports", { text: "Selesai.", status: "done" }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    const rows = await db
      .select()
      .from(followUpReports)
      .where(eq(followUpReports.followUpId, "one"));
    expect(rows.map(({ text }) => text).sort()).toEqual(["Mulai.", "Selesai."]);
    expect((await rowOf("one"))?.status).toBe(rows.at(-1)?.status);
  });

  it("reaches the row that holds, also from a page that is older than the moved day", async () => {
    await addFollowUp("one");
    await addFollowUp("two", { nodeId: "node-one", replacesId: "one" });
    const json = { text: "Selesai.", status: "done" };
    expect((await send("participant-a", "one/reports", json)).status).toBe(204);
    expect((await rowOf("two"))?.status).toBe("done");
    expect(await reportsOf("two")).toHaveLength(1);
  });

  it("changes no right, and tells no room", async () => {
    await addFollowUp("one");
    await send("participant-a", "one/reports", { text: "Sudah." });
    expect(await db.select().from(roomNotices)).toEqual([]);
  });
});

describe("a due date", () => {
  const postpone = (personId: string, id: string, dueDate: string, reason = "Menunggu pagu.") =>
    send(personId, `${id}/postponement`, { dueDate, reason });

  it("is moved by a facilitator: a new row holds, the old one stays as it was signed", async () => {
    await addFollowUp("one", { status: "inProgress", dueDate: "2026-12-31" });
    expect((await postpone("facilitator", "one", "2027-01-31")).status).toBe(204);
    expect(await rowOf("one")).toMatchObject({ dueDate: "2026-12-31", replacesId: null });
    const [moved] = await db.select().from(followUps).where(eq(followUps.replacesId, "one"));
    expect(moved).toMatchObject({
      ...{ documentId: "case-open", nodeId: "node-one", activity: "Kegiatan one" },
      ...{ dueDate: "2027-01-31", status: "inProgress", villageId: "village-a", isGone: false },
    });
    expect(await reportsOf(moved?.id ?? "")).toMatchObject([
      { id: moved?.id, personId: "facilitator", text: "Menunggu pagu." },
    ]);
    const audit = await lastAudit();
    expect(audit).toMatchObject({ action: "followUpPostponed", subjectId: "one" });
    expect(JSON.parse(audit?.details ?? "")).toEqual({ from: "2026-12-31", to: "2027-01-31" });
  });

  it.each(["participant-a", "representative-a", "participant-b", "minute-taker", "camat"])(
    "is not moved by the %s",
    async (personId) => {
      await addFollowUp("one");
      expect(await refusal(await postpone(personId, "one", "2031-01-31"))).toEqual(notTheirs);
    },
  );

  it("is moved later alone, to a day of the calendar, with a reason", async () => {
    await addFollowUp("one", { dueDate: "2026-12-31" });
    const refused = async (dueDate: string, reason = "x") =>
      refusal(await postpone("facilitator", "one", dueDate, reason));
    expect(await refused("2026-12-31")).toMatchObject({ code: "due-date-not-later" });
    expect(await refused("2026-12-30")).toMatchObject({ code: "due-date-not-later" });
    expect(await refused("2027-02-30")).toMatchObject({ code: "invalid-field", field: "dueDate" });
    expect(await refused("2027-01-31", " ")).toMatchObject({ field: "reason" });
    expect(await db.select().from(followUps)).toHaveLength(1);
  });

  it("is not before the day of its forum, in WIB", async () => {
    await addFollowUp("one", { dueDate: null });
    const answer = await postpone("facilitator", "one", "2026-11-22");
    expect(await refusal(answer)).toMatchObject({ status: 422, code: "due-date-before-forum" });
    expect((await postpone("facilitator", "one", "2026-11-23")).status).toBe(204);
  });

  it("is moved by one of two who come at once; the other is told so", async () => {
    await addFollowUp("one");
    const both = await Promise.all([
      postpone("facilitator", "one", "2031-01-31"),
      postpone("facilitator", "one", "2031-02-28"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const late = await postpone("facilitator", "one", "2032-01-31");
    expect(await refusal(late)).toEqual({ status: 409, code: "changed-meanwhile" });
    expect(await db.select().from(followUps)).toHaveLength(2);
  });

  it("is moved again from where it is now", async () => {
    await addFollowUp("one");
    await postpone("facilitator", "one", "2031-01-31");
    const [second] = await db.select().from(followUps).where(eq(followUps.replacesId, "one"));
    expect((await postpone("facilitator", second?.id ?? "", "2031-02-28")).status).toBe(204);
    expect(await db.select().from(followUps)).toHaveLength(3);
  });
});

describe("follow-ups across forums", () => {
  const listFor = async (personId: string, path = "/api/follow-ups") => {
    const answer = await ask(path, { cookie: await cookieOf(personId) });
    expect(answer.status).toBe(200);
    const { followUps } = await answer.json<{ followUps: FollowUpCard[] }>();
    return followUps.map(({ id }) => id).sort();
  };

  it("are those of one's own village, and for hosts all of their district", async () => {
    await addFollowUp("a");
    await addFollowUp("b", { villageId: "village-b" });
    await addFollowUp("d", { documentId: "case-elsewhere", villageId: "village-d" });
    await addFollowUp("nobodys", { villageId: null });
    expect(await listFor("participant-a")).toEqual(["a"]);
    expect(await listFor("participant-b")).toEqual(["b"]);
    expect(await listFor("facilitator")).toEqual(["a", "b", "nobodys"]);
    expect(await listFor("camat")).toEqual(["a", "b", "nobodys"]);
    expect(await listFor("facilitator-elsewhere")).toEqual(["d"]);
    for (const personId of ["villager-c", "minute-taker", "observer", "reviewer"]) {
      expect(await listFor(personId)).toEqual([]);
    }
  });

  it("of one village are for its people and for hosts", async () => {
    await addFollowUp("a");
    await addFollowUp("b", { villageId: "village-b" });
    const path = "/api/villages/village-b/follow-ups";
    expect(await listFor("participant-b", path)).toEqual(["b"]);
    expect(await listFor("facilitator", path)).toEqual(["b"]);
    for (const personId of ["participant-a", "observer", "facilitator-elsewhere"]) {
      const answer = await ask(path, { cookie: await cookieOf(personId) });
      expect(await refusal(answer)).toEqual(notFound);
    }
  });

  it("betray no village of an unnamed case", async () => {
    await addFollowUp("a");
    await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, "case-open"));
    expect(await listFor("participant-a")).toEqual([]);
    expect(await listFor("camat", "/api/villages/village-a/follow-ups")).toEqual([]);
    expect(await listFor("facilitator", "/api/villages/village-a/follow-ups")).toEqual(["a"]);
  });
});

describe("what waits for somebody", () => {
  const remindersOf = async (personId: string): Promise<FollowUpReminders> =>
    (await ask("/api/follow-ups/reminders", { cookie: await cookieOf(personId) })).json();

  it("is what is overdue or due within two weeks in their village, the oldest first", async () => {
    await addFollowUp("soon", { dueDate: dayFromNow(14) });
    await addFollowUp("overdue", { dueDate: dayFromNow(-3), status: "inProgress" });
    await addFollowUp("later", { dueDate: dayFromNow(15) });
    await addFollowUp("done", { dueDate: dayFromNow(-3), status: "done" });
    await addFollowUp("gone", { dueDate: dayFromNow(-3), isGone: true });
    await addFollowUp("theirs", { dueDate: dayFromNow(-3), villageId: "village-b" });
    const { own, ownCount, overdue } = await remindersOf("participant-a");
    expect(own.map(({ id, state }) => [id, state])).toEqual([
      ["overdue", "overdue"],
      ["soon", "notStarted"],
    ]);
    expect({ ownCount, overdue }).toEqual({ ownCount: 2, overdue: [] });
  });

  it("is for hosts how many are overdue, by village", async () => {
    await addFollowUp("a1", { dueDate: dayFromNow(-1) });
    await addFollowUp("b1", { dueDate: dayFromNow(-1), villageId: "village-b" });
    await addFollowUp("b2", { dueDate: dayFromNow(-2), villageId: "village-b" });
    await addFollowUp("b3", { dueDate: dayFromNow(2), villageId: "village-b" });
    for (const personId of ["facilitator", "camat"]) {
      expect(await remindersOf(personId)).toMatchObject({
        own: [],
        overdue: [
          { village: { id: "village-b" }, count: 2 },
          { village: { id: "village-a" }, count: 1 },
        ],
      });
    }
    expect(await remindersOf("facilitator-elsewhere")).toMatchObject({ overdue: [] });
  });

  it("takes few statements, however much there is", async () => {
    const statements = async (path: string) => {
      const { DB, count } = countingStatements();
      const cookie = await cookieOf("facilitator");
      expect((await askWith({ DB }, path, { cookie })).status).toBe(200);
      return count();
    };
    await addFollowUp("one", { dueDate: dayFromNow(-1) });
    const paths = ["/api/follow-ups/reminders", "/api/follow-ups"];
    const few = await Promise.all(paths.map(statements));
    for (let at = 0; at < 40; at++) await addFollowUp(`many-${at}`, { dueDate: dayFromNow(-1) });
    expect(await Promise.all(paths.map(statements))).toEqual(few);
    expect(Math.max(...few)).toBeLessThan(12);
  });
});
