import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Register } from "../actions/register.ts";
import { api } from "../api.ts";
import { openDatabase } from "../db/open.ts";
import { attachments, documents, followUpReports } from "../db/schema.ts";
import type { Env } from "../env.ts";
import { addAgreement, addFollowUp, dayFromNow, forgetFollowUps } from "../testing/follow-ups.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
  refusal,
  request,
} from "../testing/requests.ts";
import { buildWorld, sessionStartsAt } from "../testing/world.ts";

const db = openDatabase(env);
const path = "/api/forums/forum-in-session/register";

beforeAll(async () => {
  await buildWorld();
  await db.insert(documents).values({
    id: "case-unnamed",
    forumId: "forum-in-session",
    kind: "case",
    title: "Kasus tanpa nama",
    theme: "planning",
    fiscalYear: 2027,
    status: "open",
    isUnnamed: true,
    createdAt: 0,
  });
});
beforeEach(async () => {
  await forgetFollowUps();
  await db.delete(attachments);
});

async function registerFor(personId: string): Promise<Register> {
  const answer = await ask(path, { cookie: await cookieOf(personId) });
  expect(answer.status).toBe(200);
  return answer.json();
}

async function report(id: string, given: Partial<typeof followUpReports.$inferInsert> = {}) {
  await db.insert(followUpReports).values({
    id: `report-${id}`,
    followUpId: id,
    personId: "participant-a",
    villageId: "village-a",
    at: 1000,
    text: `Laporan ${id}`,
    ...given,
  });
}

describe("a forum's register", () => {
  it("shows an agreement with the way to its words, and not one that was taken out", async () => {
    await addAgreement("second", { position: 1 });
    await addAgreement("first", { position: 0 });
    await addAgreement("gone", { position: 2, isGone: true });
    await addAgreement("other", { documentId: "case-elsewhere" });
    const { agreements } = await registerFor("participant-b");
    const document = { id: "case-open", title: "Kasus case-open", kind: "case" };
    expect(agreements).toEqual([
      { nodeId: "first", text: "Kesepakatan first", document },
      { nodeId: "second", text: "Kesepakatan second", document },
    ]);
  });

  it("shows a follow-up with its village, its day and its place", async () => {
    await addFollowUp("one", { dueDate: dayFromNow(3), dueText: "tiga hari lagi" });
    const { followUps, carried } = await registerFor("participant-a");
    expect(carried).toEqual([]);
    expect(followUps).toEqual([
      {
        id: "one",
        activity: "Kegiatan one",
        responsible: "Kaur Keuangan",
        output: "Laporan",
        village: { id: "village-a", name: "Desa Contoh A", colour: 0 },
        villageText: "",
        status: "notStarted",
        state: "notStarted",
        dueDate: dayFromNow(3),
        dueText: "tiga hari lagi",
        daysLeft: 3,
        isGone: false,
        isUnnamed: false,
        document: { id: "case-open", nodeId: "node-one", title: "Kasus case-open", kind: "case" },
        forum: {
          id: "forum-in-session",
          title: "Forum forum-in-session",
          startsAt: sessionStartsAt,
        },
        mayUpdate: true,
        mayPostpone: false,
        mayAttach: true,
        history: [],
      },
    ]);
  });

  it("leaves out what its reader may not see", async () => {
    await addFollowUp("draft");
    await addAgreement("draft");
    await addFollowUp("drafted", { documentId: "case-drafted" });
    await addAgreement("drafted", { documentId: "case-drafted" });
    const { followUps, agreements } = await registerFor("reviewer");
    expect(followUps.map(({ id }) => id)).toEqual(["drafted"]);
    expect(agreements.map(({ nodeId }) => nodeId)).toEqual(["drafted"]);
    for (const personId of ["villager-c", "villager-d", "facilitator-elsewhere"]) {
      const answer = await ask(path, { cookie: await cookieOf(personId) });
      expect(await refusal(answer)).toEqual(notFound);
    }
  });

  it("keeps what was taken out of its document only where something was reported", async () => {
    await addFollowUp("silent", { isGone: true });
    await addFollowUp("reported", { isGone: true });
    await report("reported");
    const { followUps } = await registerFor("facilitator");
    expect(followUps).toMatchObject([
      { id: "reported", isGone: true, mayUpdate: false, mayPostpone: false },
    ]);
  });

  it("tells a day that was moved: from when to when, by whom and why", async () => {
    await addFollowUp("one", { dueDate: "2026-01-31" });
    await report("one", { status: "inProgress" });
    const place = { nodeId: "node-one", dueDate: "2031-01-31", createdAt: 2000 };
    await addFollowUp("two", { ...place, status: "inProgress", replacesId: "one" });
    await report("two", { id: "two", personId: "facilitator", villageId: null, at: 2000 });
    const { followUps } = await registerFor("participant-b");
    expect(followUps).toHaveLength(1);
    expect(followUps[0]).toMatchObject({ id: "two", status: "inProgress", dueDate: "2031-01-31" });
    expect(followUps[0]?.history).toMatchObject([
      { kind: "moved", at: 2000, from: "2026-01-31", to: "2031-01-31", why: "Laporan two" },
      { kind: "report", at: 1000, status: "inProgress", text: "Laporan one" },
    ]);
  });

  it("names who reported to hosts and observers, and their village to villages", async () => {
    await addFollowUp("one");
    await report("one");
    const village = { id: "village-a", name: "Desa Contoh A", colour: 0 };
    const toldTo = async (personId: string) => {
      const [event] = (await registerFor(personId)).followUps[0]?.history ?? [];
      return event && "by" in event ? event.by : undefined;
    };
    const named = { isMe: false, name: "Warga participant-a", village, office: null };
    expect(await toldTo("facilitator")).toEqual(named);
    expect(await toldTo("observer")).toEqual(named);
    expect(await toldTo("participant-b")).toEqual({ ...named, name: null });
    expect(await toldTo("participant-a")).toEqual({ ...named, name: null, isMe: true });
  });

  it("tells nobody but facilitators whose follow-up it is in an unnamed case", async () => {
    await addFollowUp("hidden", { documentId: "case-unnamed" });
    await report("hidden");
    for (const personId of ["participant-a", "participant-b", "camat", "observer"]) {
      const register = await registerFor(personId);
      expect(register.followUps).toMatchObject([
        { id: "hidden", village: null, villageText: "", mayUpdate: false },
      ]);
      const told = JSON.stringify(register);
      expect(told).not.toContain("village-a");
      expect(told).not.toContain("Desa Contoh A");
      expect(told).not.toContain("participant-a");
    }
    const { followUps } = await registerFor("facilitator");
    expect(followUps).toMatchObject([{ village: { id: "village-a" }, mayUpdate: true }]);
  });

  it("offers a file to who reports, where files are kept", async () => {
    await addFollowUp("one");
    const offered = async (personId: string, bindings: Env = env) => {
      const asked = request(path, { cookie: await cookieOf(personId) });
      const answer = await api.fetch(asked, bindings);
      return (await answer.json<Register>()).followUps[0]?.mayAttach;
    };
    expect(await offered("participant-a")).toBe(true);
    expect(await offered("participant-b")).toBe(false);
    const { FILES: _, ...without } = env;
    expect(await offered("participant-a", without)).toBe(false);
  });

  it("names a file to who sees the document's people, and no more once it was removed", async () => {
    await addFollowUp("one");
    await addFollowUp("hidden", { documentId: "case-unnamed" });
    for (const [id, followUp] of [
      ["photo", "one"],
      ["hidden-photo", "hidden"],
    ] as const) {
      await db.insert(attachments).values({
        ...{ id, forumId: "forum-in-session", subjectId: followUp, name: "desa-contoh-a.jpg" },
        ...{ contentType: "image/jpeg", sizeBytes: 10, sha256: "00", createdAt: 0 },
        subjectKind: "followUp",
        addedByPersonId: "facilitator",
      });
      await report(followUp, { attachmentId: id });
    }
    const filesFor = async (personId: string) =>
      (await registerFor(personId)).followUps.map(({ history: [event] }) =>
        event?.kind === "report" ? [event.file?.id, event.isFileRemoved] : null,
      );
    expect(await filesFor("facilitator")).toEqual([
      ["photo", false],
      ["hidden-photo", false],
    ]);
    expect(await filesFor("participant-b")).toEqual([
      ["photo", false],
      [undefined, false],
    ]);
    await db.update(attachments).set({ removedAt: 1 });
    expect(await filesFor("participant-b")).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
  });

  it("takes few statements, however much stands in it", async () => {
    const statements = async () => {
      const { DB, count } = countingStatements();
      const cookie = await cookieOf("participant-a");
      expect((await askWith({ DB }, path, { cookie })).status).toBe(200);
      return count();
    };
    await addFollowUp("one");
    await report("one");
    const few = await statements();
    for (let at = 0; at < 40; at++) {
      await addFollowUp(`many-${at}`);
      await report(`many-${at}`);
    }
    expect(await statements()).toBe(few);
    expect(few).toBeLessThan(15);
  });
});
