import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createSignInLink } from "../actions/sign-in-links.ts";
import { moduleEvaluations } from "../db/module-schema.ts";
import { openDatabase } from "../db/open.ts";
import { practices } from "../db/practices-schema.ts";
import { questions } from "../db/questions-schema.ts";
import { auditLog, documents, people, sessions, signInLinks, threads } from "../db/schema.ts";
import { routeAccess } from "../route-access.ts";
import { addModule } from "../testing/modules.ts";
import { addProblem, addVote } from "../testing/problems.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notSignedIn,
  refusal,
} from "../testing/requests.ts";
import { addSurvey } from "../testing/surveys.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

const db = openDatabase(env);

it.each([
  ["GET", "/api/me/profile"],
  ["GET", "/api/me/notice"],
  ["POST", "/api/me/notice"],
  ["POST", "/api/me/data"],
])("%s %s is for nobody who has not signed in", async (method, path) => {
  expect(await refusal(await ask(path, { method }))).toEqual(notSignedIn);
});

describe("the privacy notice", () => {
  it("is noted as read once, and is no consent that the log would hold", async () => {
    const cookie = await cookieOf("participant-a");
    const seenAt = async () => {
      const me = await (await ask("/api/me", { cookie })).json<{ noticeSeenAt: number | null }>();
      return me.noticeSeenAt;
    };
    expect(await seenAt()).toBeNull();
    expect(await (await ask("/api/me/notice", { cookie })).json()).toEqual({
      district: { name: "Kecamatan Contoh", regency: "Kabupaten Contoh" },
      contact: null,
      basis: null,
      retentionYears: null,
    });
    await ask("/api/me/notice", { method: "POST", cookie });
    const first = await seenAt();
    expect(first).toEqual(expect.any(Number));
    await db.update(people).set({ noticeSeenAt: 7 }).where(eq(people.id, "participant-a"));
    await ask("/api/me/notice", { method: "POST", cookie });
    expect(await seenAt()).toBe(7);
  });
});

describe("one's own data", () => {
  it("is corrected by oneself, and nobody else's is", async () => {
    const cookie = await cookieOf("participant-b");
    const json = { position: "Sekretaris Desa", phone: "+62 811 1111 2222", id: "participant-a" };
    expect((await ask("/api/me", { method: "PATCH", cookie, json })).status).toBe(204);
    const profile = await ask("/api/me/profile", { cookie });
    expect(await profile.json()).toMatchObject({
      phone: "6281111112222",
      roles: [],
      places: [{ forumId: "forum-in-session", role: "participant" }],
    });
    const facts = await db.select().from(auditLog);
    expect(facts.at(-1)).toMatchObject({
      action: "personCorrected",
      personId: "participant-b",
      subjectId: "participant-b",
    });
    const bad = await ask("/api/me", { method: "PATCH", cookie, json: { name: "" } });
    expect(await refusal(bad)).toMatchObject({ status: 422, field: "name" });
  });

  it("comes whole and without anything that opens a door", async () => {
    const cookie = await cookieOf("participant-b");
    await createSignInLink(db, "participant-b", 5);
    const text = await (await ask("/api/me/data", { method: "POST", cookie })).text();
    expect(JSON.parse(text)).toMatchObject({
      person: { id: "participant-b", phone: "6281111112222" },
      forums: [{ forumId: "forum-in-session" }],
      links: [{ kind: "link", createdAt: 5 }],
      acts: [{ action: "personCorrected" }],
    });
    for (const { tokenHash } of await db.select().from(sessions)) {
      expect(text).not.toContain(tokenHash);
    }
    for (const { tokenHash } of await db.select().from(signInLinks)) {
      expect(text).not.toContain(tokenHash);
    }
    expect((await db.select().from(auditLog)).at(-1)).toMatchObject({ action: "exported" });
  });

  it("comes with what the person wrote and did, and with nobody else's", async () => {
    const at = { documentId: "case-open", place: 0, createdAt: 1, lastWordAt: 1, quote: "" };
    const note = { ...at, kind: "question" as const, placement: "beside" as const };
    await db.insert(threads).values([
      { ...note, id: "own-note", authorPersonId: "participant-b", text: "Catatan sendiri" },
      { ...note, id: "other-note", authorPersonId: "participant-a", text: "Catatan orang lain" },
    ]);
    await addModule("evaluated", { districtId: "99.01.01", status: "trial", askedPersonIds: [] });
    const scales = { clear: 4, useful: 3, fitting: 2, applicable: 1 };
    const evaluation = { documentId: "evaluated", forumId: "forum-in-session", ...scales, at: 1 };
    await db.insert(moduleEvaluations).values([
      { ...evaluation, personId: "participant-b", givenAs: "participant", word: "Jelas" },
      { ...evaluation, personId: "participant-a", givenAs: "participant", word: "Kurang" },
    ]);
    const cookie = await cookieOf("participant-b");
    const { DB, count } = countingStatements();
    const answer = await askWith({ DB }, "/api/me/data", { method: "POST", cookie });
    const text = await answer.text();
    expect(JSON.parse(text).records).toMatchObject({
      notes: [{ id: "own-note", text: "Catatan sendiri" }],
      moduleEvaluations: [{ ...scales, word: "Jelas" }],
      evidenceProofs: [],
    });
    expect(text).not.toMatch(/Catatan orang lain|Kurang/);
    expect(count()).toBeLessThanOrEqual(40);
  });
});

it("no route that reads tells a participant anybody else's phone number", async () => {
  await db.update(people).set({ phone: "628999000111" });
  await db.update(people).set({ phone: null }).where(eq(people.id, "participant-a"));
  await addModule("module", {
    districtId: "99.01.01",
    status: "trial",
    askedPersonIds: ["participant-b"],
  });
  const theirs = {
    districtId: "99.01.01",
    villageId: "village-b",
    theme: "tax",
    createdAt: 0,
  } as const;
  await db.insert(practices).values({
    ...{ ...theirs, id: "practice", title: "Judul", situation: "", deed: "", cost: "", result: "" },
    ...{ contactOffice: "Kantor", sharedByPersonId: "participant-b", changedAt: 0 },
  });
  await db.insert(questions).values({
    ...{ ...theirs, id: "question", title: "Judul", text: "", isHidden: false },
    askedByPersonId: "participant-b",
  });
  await addSurvey("survey", { status: "closed", createdByPersonId: "participant-b" });
  await addProblem("problem", { madeByPersonId: "participant-b", villageIds: ["village-b"] });
  await addVote("vote", { problemIds: ["problem"], openedByPersonId: "participant-b" });
  const cookie = await cookieOf("participant-a");
  const ids: Record<string, string[]> = {
    forumId: ["forum-in-session"],
    documentId: (await db.select().from(documents)).map(({ id }) => id),
    personId: ["participant-b", "representative-a", "facilitator"],
    villageId: ["village-a", "village-b"],
    attachmentId: ["unknown"],
    moduleId: ["module"],
    fingerprint: ["unknown"],
    regulationId: ["unknown"],
    practiceId: ["practice"],
    questionId: ["question"],
    surveyId: ["survey"],
    problemId: ["problem"],
    voteId: ["vote"],
    announcementId: ["unknown"],
    number: ["participants"],
    fileId: ["unknown"],
    keyId: ["unknown"],
    kind: ["document"],
    subjectId: ["unknown"],
  };
  const reading = Object.keys(routeAccess).flatMap((name) =>
    name.startsWith("GET ") ? [name.slice(4)] : [],
  );
  let walked = 0;
  for (const route of reading) {
    const [, parameter] = /:(\w+)/.exec(route) ?? [];
    const values = parameter === undefined ? [""] : (ids[parameter] ?? []);
    expect(values, `ids for ${route}`).not.toEqual([]);
    for (const value of values) {
      const answer = await ask(route.replace(/:\w+/, value), { cookie });
      expect(await answer.text(), route).not.toContain("8999000111");
      walked += 1;
    }
  }
  expect(walked).toBeGreaterThan(reading.length);
  // The same number is found where it may be, so the walk would have seen it.
  const hosts = await ask("/api/people/participant-b", { cookie: await cookieOf("facilitator") });
  expect(await hosts.text()).toContain("628999000111");
}, 20_000);
