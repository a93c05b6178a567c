import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { Home } from "../actions/home.ts";
import { openDatabase } from "../db/open.ts";
import { documents, forumVillages } from "../db/schema.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notSignedIn,
  refusal,
} from "../testing/requests.ts";
import { askOf, setStatus, submit } from "../testing/signing.ts";
import { buildWorld, sessionStartsAt } from "../testing/world.ts";

const db = openDatabase(env);

beforeAll(buildWorld);

async function homeOf(personId: string): Promise<Home> {
  const answer = await ask("/api/home", { cookie: await cookieOf(personId) });
  expect(answer.status).toBe(200);
  return answer.json();
}
const ids = (cards: { id: string }[]) => cards.map(({ id }) => id);

describe("home", () => {
  it("is for nobody who has not signed in", async () => {
    expect(await refusal(await ask("/api/home"))).toEqual(notSignedIn);
  });

  it("shows a participant the forums of theirs, the one in session first", async () => {
    const { forums } = await homeOf("participant-a");
    expect(ids(forums)).toEqual(["forum-in-session", "forum-ended-last"]);
    expect(forums[0]).toEqual({
      id: "forum-in-session",
      title: "Forum forum-in-session",
      theme: "planning",
      stage: "trial",
      status: "inSession",
      startsAt: sessionStartsAt,
      endsAt: sessionStartsAt + 4 * 60 * 60_000,
      place: "Balai Desa Contoh A",
    });
  });

  it.each(["facilitator", "camat"])(
    "shows a %s all forums of the district and no other",
    async (role) => {
      expect(ids((await homeOf(role)).forums)).toEqual([
        "forum-in-session",
        "forum-planned",
        "forum-ended-last",
        "forum-ended-first",
      ]);
    },
  );

  it("shows somebody with two places in a forum the forum and its documents once", async () => {
    const { forums, documents } = await homeOf("representative-a");
    expect(ids(forums)).toEqual(["forum-in-session"]);
    expect(documents).toHaveLength(3);
  });

  it("shows the documents that are being worked on, and not what lies with the camat", async () => {
    const { documents } = await homeOf("participant-b");
    expect(ids(documents).sort()).toEqual(["case-draft", "case-drafted", "case-open"]);
    expect(documents.find(({ id }) => id === "case-open")).toEqual({
      id: "case-open",
      forumId: "forum-in-session",
      forumTitle: "Forum forum-in-session",
      kind: "case",
      title: "Kasus case-open",
      theme: "planning",
      fiscalYear: 2027,
      status: "open",
      present: [],
      lastEditedAt: null,
    });
  });

  it("shows a reviewer what is far enough, and nothing of what is still being written", async () => {
    const { forums, documents } = await homeOf("reviewer");
    expect(ids(forums)).toEqual(["forum-in-session"]);
    expect(ids(documents)).toEqual(["case-drafted"]);
  });

  it.each(["villager-c", "inspector"])("is empty for the %s", async (personId) => {
    const empty = { forums: [], documents: [], waiting: [], announcements: [] };
    expect(await homeOf(personId)).toEqual(empty);
  });

  it("keeps the districts apart", async () => {
    for (const personId of ["villager-d", "facilitator-elsewhere"]) {
      const { forums, documents } = await homeOf(personId);
      expect(ids(forums)).toEqual(["forum-elsewhere"]);
      expect(ids(documents)).toEqual(["case-elsewhere"]);
    }
  });

  it("says what waits for whom: an answer, a signature, a review, until it is given", async () => {
    const noted = await NotedDocument.create(["Diajukan."]);
    await setStatus(noted.id, "drafted");
    const actsOf = async (personId: string) =>
      (await homeOf(personId)).waiting.filter(({ id }) => id === noted.id).map(({ act }) => act);
    expect(await actsOf("reviewer")).toEqual(["review"]);
    const place = await env.DOCUMENT_ROOM.getByName(noted.id).currentPlace();
    await askOf(noted.id, "reviewer", "/review", { place });
    expect(await actsOf("reviewer")).toEqual([]);
    expect(await actsOf("camat")).toEqual([]);

    const writer = await NotedDocument.enter(noted.id, "minute-taker");
    writer.client.type(writer.client.container("kind", "problem"), "Ditambah.");
    await writer.saved();
    const fingerprint = await submit(noted.id);
    expect(await actsOf("reviewer")).toEqual(["review"]);
    expect(await actsOf("camat")).toEqual(["sign"]);
    expect(await actsOf("representative-a")).toEqual(["answer"]);
    expect(await actsOf("participant-a")).toEqual([]);
    const invitation = { forumId: "forum-in-session", villageId: "village-a", position: 0 };
    await db.delete(forumVillages).where(eq(forumVillages.villageId, "village-a"));
    expect(await actsOf("representative-a")).toEqual([]);
    await db.insert(forumVillages).values(invitation);
    const answer = { fingerprint, answer: "confirmed" };
    await askOf(noted.id, "representative-a", "/submission/answer", answer);
    expect(await actsOf("representative-a")).toEqual([]);
    await askOf(noted.id, "camat", "/sign-off", { fingerprint });
    expect(await actsOf("camat")).toEqual([]);
    expect((await homeOf("reviewer")).waiting.at(-1)).toEqual({
      ...{ act: "review", id: noted.id, title: "Kasus", kind: "case", status: "signed" },
      ...{ forumTitle: "Forum forum-in-session", submittedAt: expect.any(Number) },
    });
    RoomClient.leaveAll();
  });

  it("takes at most ten statements and shows at most twenty documents", async () => {
    const rows = Array.from({ length: 30 }, (_, number) => ({
      id: `case-more-${number}`,
      forumId: "forum-in-session",
      kind: "case" as const,
      title: "Kasus lain",
      theme: "tax" as const,
      fiscalYear: 2027,
      status: "open" as const,
      createdAt: 0,
    }));
    for (const row of rows) await db.insert(documents).values(row);
    const { DB, count } = countingStatements();
    const cookie = await cookieOf("facilitator");
    const answer = await askWith({ DB }, "/api/home", { cookie });
    expect((await answer.json<Home>()).documents).toHaveLength(20);
    expect(count()).toBeGreaterThan(0);
    expect(count()).toBeLessThanOrEqual(10);
  });
});
