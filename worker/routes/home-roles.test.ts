import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Home } from "../actions/home.ts";
import type { Waiting } from "../actions/waiting.ts";
import { openDatabase } from "../db/open.ts";
import { priorityBallots } from "../db/problems-schema.ts";
import { answers, questions } from "../db/questions-schema.ts";
import {
  agendaItemDocuments,
  documents,
  redactions,
  replies,
  reviews,
  submissions,
  threads,
  versions,
} from "../db/schema.ts";
import { surveyParticipations } from "../db/survey-schema.ts";
import { visits } from "../db/visits-schema.ts";
import { addModule } from "../testing/modules.ts";
import { addProblem, addVote } from "../testing/problems.ts";
import { ask, askWith, cookieOf, countingStatements } from "../testing/requests.ts";
import { newDocument } from "../testing/signing.ts";
import { addSurvey } from "../testing/surveys.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const here = "99.01.01";
const hour = 60 * 60_000;

beforeAll(buildWorld);

async function waitingOf(personId: string): Promise<Waiting> {
  const answer = await ask("/api/home/waiting", { cookie: await cookieOf(personId) });
  expect(answer.status).toBe(200);
  return answer.json();
}

async function actsOf(personId: string, documentId: string): Promise<string[]> {
  const answer = await ask("/api/home", { cookie: await cookieOf(personId) });
  const { waiting } = await answer.json<Home>();
  return waiting.filter(({ id }) => id === documentId).map(({ act }) => act);
}

const noteOf = (id: string, documentId: string, villageId: string | null) => ({
  ...{ id, documentId, authorVillageId: villageId, authorPersonId: "participant-b" },
  ...{ kind: "question" as const, text: "?", quote: "", place: 0, placement: "beside" as const },
  ...{ createdAt: 1, lastWordAt: 1 },
});

describe("a village's home", () => {
  const casesOf = async (personId: string) =>
    (await waitingOf(personId)).toComment.map(({ documentId }) => documentId);

  it("asks for a note on the cases of others, where the village is invited, until anybody of it has noted", async () => {
    const of = ["case-open", "case-draft", "case-drafted"];
    expect((await casesOf("participant-b")).toSorted()).toEqual(of.toSorted());
    expect((await waitingOf("participant-b")).toComment[0]).toEqual({
      documentId: expect.any(String),
      title: expect.stringMatching(/^Kasus case-/),
      forumTitle: "Forum forum-in-session",
    });
    await db.insert(threads).values(noteOf("note-b", "case-open", "village-b"));
    await db.insert(threads).values(noteOf("note-office", "case-draft", null));
    await db.insert(replies).values({
      ...{ id: "reply-b", threadId: "note-office", authorPersonId: "participant-b" },
      ...{ authorVillageId: "village-b", text: "!", createdAt: 2 },
    });
    expect(await casesOf("participant-b")).toEqual(["case-drafted"]);
    await db.update(threads).set({ removedAt: 3 }).where(eq(threads.id, "note-b"));
    expect((await casesOf("participant-b")).toSorted()).toEqual(["case-drafted", "case-open"]);
  });

  it("asks a village's representative for its choice in an open vote, until it has chosen", async () => {
    await addProblem("problem", { villageIds: ["village-a"] });
    await addVote("vote", { problemIds: ["problem"] });
    await addVote("past", { problemIds: ["problem"], endsAt: Date.now() });
    await addVote("closed", { problemIds: ["problem"], closedAt: 1 });
    const votesOf = async (personId: string) =>
      (await waitingOf(personId)).toVote.map(({ voteId }) => voteId);
    expect(await votesOf("representative-a")).toEqual(["vote"]);
    for (const personId of ["participant-a", "participant-b", "facilitator"]) {
      expect(await votesOf(personId)).toEqual([]);
    }
    await db.insert(priorityBallots).values({
      ...{ voteId: "vote", villageId: "village-a", problemIds: ["problem"] },
      ...{ personId: "representative-a", at: 1, revision: 1 },
    });
    expect(await votesOf("representative-a")).toEqual([]);
  });

  it("asks nobody about their own village's case, whoever is not invited, or an office", async () => {
    expect(await casesOf("participant-a")).toEqual([]);
    for (const personId of ["villager-c", "minute-taker", "facilitator"]) {
      expect(await casesOf(personId)).toEqual([]);
    }
  });

  it("does not ask about cases that are before the camat, or drafts of a forum that is over", async () => {
    const over = await newDocument("draft", { forumId: "forum-ended-last" });
    const ids = await casesOf("participant-a");
    expect(ids).not.toContain("case-submitted");
    expect(ids).not.toContain(over);
  });
});

describe("a facilitator's home", () => {
  const facilitatorOf = async (personId: string) => (await waitingOf(personId)).facilitator;

  it("is for facilitators alone", async () => {
    for (const personId of ["participant-a", "camat", "reviewer", "inspector", "minute-taker"]) {
      expect(await facilitatorOf(personId)).toBeNull();
    }
  });

  it("counts the questions that nobody has answered, and names the oldest", async () => {
    expect((await facilitatorOf("facilitator"))?.questions).toBeNull();
    const question = (id: string, createdAt: number) => ({
      ...{ id, createdAt, districtId: here, theme: "tax" as const, title: `Tanya ${id}` },
      ...{ text: "", askedByPersonId: "participant-a", villageId: "village-a", isHidden: false },
    });
    await db
      .insert(questions)
      .values([question("newer", 2), question("older", 1), question("answered", 0)]);
    await db.insert(answers).values({
      ...{ id: "answer", questionId: "answered", authorPersonId: "facilitator" },
      ...{ text: "Ya", createdAt: 3 },
    });
    const oldest = { id: "older", title: "Tanya older" };
    expect((await facilitatorOf("facilitator"))?.questions).toEqual({ count: 2, oldest });
    expect((await facilitatorOf("facilitator-elsewhere"))?.questions).toBeNull();
    await db.update(answers).set({ withdrawnAt: 4 }).where(eq(answers.id, "answer"));
    expect((await facilitatorOf("facilitator"))?.questions?.count).toBe(3);
  });

  it("says of open surveys how many of the villages that are asked have answered", async () => {
    await addSurvey("kebutuhan", { unit: "person" });
    await addSurvey("rancangan", { status: "draft" });
    const answered = (respondentId: string, villageId: string) => ({
      ...{ surveyId: "kebutuhan", respondentId, villageId, personId: respondentId },
      ...{ key: respondentId, sentAt: 1, isLate: false },
    });
    await db
      .insert(surveyParticipations)
      .values([
        answered("participant-a", "village-a"),
        answered("representative-a", "village-a"),
        answered("villager-c", "village-c"),
      ]);
    expect((await facilitatorOf("facilitator"))?.surveys).toEqual([
      { id: "kebutuhan", title: "Survei kebutuhan", asked: 2, answered: 1 },
    ]);
  });

  it("names the forums with proposed cases that stand on no agenda", async () => {
    expect((await facilitatorOf("facilitator"))?.toSort).toEqual([
      {
        ...{ forumId: "forum-in-session", forumTitle: "Forum forum-in-session" },
        ...{ count: 2, first: expect.stringMatching(/^Kasus case-(open|draft)$/) },
      },
    ]);
    const linked = { agendaItemId: "agenda-case" };
    await db.insert(agendaItemDocuments).values({ ...linked, documentId: "case-open" });
    await db.insert(agendaItemDocuments).values({ ...linked, documentId: "case-draft" });
    expect((await facilitatorOf("facilitator"))?.toSort).toEqual([]);
  });

  it("names the modules whose evaluation is to be worked in", async () => {
    await addModule("modul-1", { districtId: here, status: "evaluation", askedPersonIds: [] });
    await addModule("modul-2", { districtId: here, status: "trial", askedPersonIds: [] });
    expect((await facilitatorOf("facilitator"))?.toRefine).toEqual([
      { moduleId: "modul-1", title: "Modul modul-1", useCount: 0 },
    ]);
  });
});

describe("a camat's home", () => {
  it("holds a refined module until it is published, and it is nobody else's", async () => {
    await addModule("modul-3", { districtId: here, status: "evaluation", askedPersonIds: [] });
    expect(await actsOf("camat", "modul-3")).toEqual([]);
    await addModule("modul-3", { districtId: here, status: "refined", askedPersonIds: [] });
    expect(await actsOf("camat", "modul-3")).toEqual(["publish"]);
    for (const personId of ["facilitator", "participant-a", "facilitator-elsewhere"]) {
      expect(await actsOf(personId, "modul-3")).toEqual([]);
    }
    const json = { to: "published" };
    const cookie = await cookieOf("camat");
    await ask("/api/modules/modul-3/status", { method: "PUT", json, cookie });
    expect(await actsOf("camat", "modul-3")).toEqual([]);
  });

  it("holds a proposed redaction in a published module", async () => {
    await addModule("modul-4", { districtId: here, status: "published", askedPersonIds: [] });
    await db.insert(redactions).values({
      ...{ id: "redaction", documentId: "modul-4", status: "proposed", reasonKind: "phone" },
      ...{ reason: "", pieces: "[]", units: 3, proposedByPersonId: "facilitator", proposedAt: 1 },
    });
    expect(await actsOf("camat", "modul-4")).toEqual(["redact"]);
    expect(await actsOf("facilitator", "modul-4")).toEqual([]);
  });
});

describe("a reviewer's home", () => {
  const newsOf = async (personId: string) => (await waitingOf(personId)).news;
  const wasAway = (since: number) =>
    db.update(visits).set({ lastSeenAt: since }).where(eq(visits.personId, "reviewer"));

  beforeAll(async () => {
    await db.delete(visits);
    await db.delete(versions);
  });

  it("has news for reviewers alone", async () => {
    for (const personId of ["participant-a", "camat", "facilitator", "inspector"]) {
      expect(await newsOf(personId)).toBeNull();
    }
    expect(await db.select().from(visits)).toEqual([]);
  });

  it("tells what happened since the last visit, which a reload does not move", async () => {
    const now = Date.now();
    await newsOf("reviewer");
    await wasAway(now - 5 * hour);
    const version = { documentId: "case-drafted", kind: "status", place: 1 } as const;
    await db.insert(versions).values([
      { ...version, id: "v-old", name: "open", at: now - 9 * hour },
      { ...version, id: "v-new", name: "drafted", at: now - 2 * hour },
      { ...version, id: "v-item", kind: "agendaItem", name: "Kasus", at: now - hour },
      { ...version, id: "v-draft", documentId: "case-draft", name: "open", at: now - hour },
    ]);
    const expected = {
      since: now - 5 * hour,
      items: [
        {
          ...{ documentId: "case-drafted", title: "Kasus case-drafted", kind: "case" },
          ...{ forumTitle: "Forum forum-in-session", at: now - 2 * hour },
          what: { kind: "status", name: "drafted" },
        },
      ],
    };
    for (let times = 0; times < 3; times += 1) expect(await newsOf("reviewer")).toEqual(expected);
    await wasAway(now - 3 * hour);
    expect(await newsOf("reviewer")).toMatchObject({ since: now - 3 * hour });
    await wasAway(now - 2.5 * hour);
    await db
      .update(versions)
      .set({ at: now - 4 * hour })
      .where(eq(versions.id, "v-new"));
    expect(await newsOf("reviewer")).toEqual({ since: now - 2.5 * hour, items: [] });
  });

  it("tells of what was submitted again without a new version, and of no module that is designed", async () => {
    const now = Date.now();
    await db.insert(submissions).values({
      ...{ id: "submission", documentId: "case-submitted", place: 1, schemaVersion: 1 },
      ...{ fingerprint: "0", salts: "[]", head: "null", attendance: "[]", attachments: "[]" },
      ...{ submittedByPersonId: "facilitator", at: now - hour },
    });
    await addModule("modul-5", { districtId: here, status: "design", askedPersonIds: [] });
    await addModule("modul-6", { districtId: here, status: "trial", askedPersonIds: [] });
    const version = { kind: "status", place: 0, at: now - hour } as const;
    await db.insert(versions).values([
      { ...version, id: "v-5", documentId: "modul-5", name: "design" },
      { ...version, id: "v-6", documentId: "modul-6", name: "trial" },
    ]);
    const items = (await newsOf("reviewer"))?.items;
    expect(items?.map(({ documentId }) => documentId).toSorted()).toEqual([
      "case-submitted",
      "modul-6",
    ]);
    expect(items?.find(({ documentId }) => documentId === "modul-6")).toMatchObject({
      forumTitle: null,
      what: { kind: "status", name: "trial" },
    });
  });

  it("asks for a review of modules that are tried, and again of what was moved on since", async () => {
    expect(await actsOf("reviewer", "modul-6")).toEqual(["review"]);
    expect(await actsOf("reviewer", "modul-5")).toEqual([]);
    const review = { personId: "reviewer", position: "", office: null, at: 1 };
    await db.insert(reviews).values({ ...review, documentId: "modul-6", place: 3 });
    expect(await actsOf("reviewer", "modul-6")).toEqual([]);
    await db.insert(versions).values({
      ...{ id: "v-7", documentId: "modul-6", kind: "status", name: "refined", place: 4, at: 1 },
    });
    expect(await actsOf("reviewer", "modul-6")).toEqual(["review"]);
  });
});

it.each(["participant-b", "facilitator", "camat", "reviewer"])(
  "the home of the %s takes far fewer than 40 statements, however much there is",
  async (personId) => {
    const more = Array.from({ length: 30 }, (_, number) => `more-${number}`);
    for (const id of more) {
      await db
        .insert(documents)
        .values({
          ...{ id, forumId: "forum-in-session", kind: "case", title: id, theme: "tax" },
          ...{ fiscalYear: 2027, status: "drafted", createdAt: 0 },
        })
        .onConflictDoNothing();
    }
    const cookie = await cookieOf(personId);
    let all = 0;
    for (const path of ["/home", "/home/waiting", "/surveys/waiting", "/follow-ups/reminders"]) {
      const { DB, count } = countingStatements();
      const answer = await askWith({ DB }, `/api${path}`, { cookie });
      expect(answer.status).toBe(200);
      expect(count()).toBeGreaterThan(0);
      all += count();
    }
    expect(all).toBeLessThanOrEqual(40);
  },
);
