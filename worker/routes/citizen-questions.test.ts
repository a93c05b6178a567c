import { env, exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { minTypingMs, questionsAllowed } from "../../domain/citizen-questions.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { CitizenQuestionList } from "../actions/citizen-answers.ts";
import { newFormToken } from "../actions/citizens.ts";
import { openDatabase } from "../db/open.ts";
import { citizenQuestions } from "../db/publications-schema.ts";
import { auditLog, failedAttempts } from "../db/schema.ts";
import { publishAs, signedCase } from "../testing/publications.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
const db = openDatabase(env);
const forumId = "forum-in-session";
const words = "Kapan APBDes 2027 ditetapkan?";

beforeAll(async () => {
  await buildWorld();
  await publishAs(`document/${await signedCase(["Pagu turun."])}`);
});
beforeEach(async () => {
  await db.delete(citizenQuestions);
  await db.delete(failedAttempts);
});
afterEach(() => RoomClient.leaveAll());

const oldEnough = () => newFormToken(env, forumId, Date.now() - minTypingMs);

/** As a browser without a script sends the form. */
async function send(
  fields: { tanda?: string; pertanyaan?: string; situs?: string },
  { forum = forumId, address = "10.0.0.1", origin = "http://sinau.test" } = {},
): Promise<Response> {
  const body = new URLSearchParams({ tanda: await oldEnough(), pertanyaan: words, ...fields });
  return exports.default.fetch(
    new Request(`http://sinau.test/publik/forum/${forum}/tanya`, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { origin, "cf-connecting-ip": address },
    }),
  );
}

const stored = () => db.select().from(citizenQuestions);
const forumPage = async () => (await ask(`/publik/forum/${forumId}`)).text();

async function listed(who = "facilitator"): Promise<CitizenQuestionList["questions"]> {
  const answer = await ask("/api/citizen-questions", { cookie: await cookieOf(who) });
  return (await answer.json<CitizenQuestionList>()).questions;
}

async function deal(id: string, json: object): Promise<Response> {
  const cookie = await cookieOf("facilitator");
  return ask(`/api/citizen-questions/${id}`, { method: "PUT", cookie, json });
}

describe("a citizen's question", () => {
  it("is sent without a script, thanked for, and seen by facilitators alone", async () => {
    const html = await forumPage();
    const token = /name="tanda" value="([^"]+)"/.exec(html)?.[1];
    expect(token).toMatch(/^[\w-]{36}\.\d+\.[\w-]+$/);
    const answer = await send({});
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`/publik/forum/${forumId}/terkirim`);
    expect(await listed()).toMatchObject([
      { text: words, status: "waiting", isPublic: false, forum: { id: forumId } },
    ]);
    expect(await forumPage()).not.toContain(words);
    const home = await ask("/api/home/waiting", { cookie: await cookieOf("facilitator") });
    expect(await home.json()).toMatchObject({ citizens: [{ forumId, count: 1 }] });
    const camat = await ask("/api/citizen-questions", { cookie: await cookieOf("camat") });
    expect(camat.status).toBe(404);
  });

  it("keeps nothing of where it came from", async () => {
    await send({}, { address: "203.0.113.77" });
    const kept = [...(await stored()), ...(await db.select().from(failedAttempts))];
    expect(JSON.stringify(kept)).not.toContain("203.0.113.77");
  });

  it("of one form is one question, and with other words another page says so", async () => {
    const tanda = await oldEnough();
    expect((await send({ tanda })).status).toBe(303);
    expect((await send({ tanda })).status).toBe(303);
    const other = await send({ tanda, pertanyaan: "Dan siapa yang menetapkannya?" });
    expect(other.status).toBe(409);
    const html = await other.text();
    expect(html).toContain("Pertanyaan sebelumnya sudah terkirim");
    expect(html).toContain("Dan siapa yang menetapkannya?");
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ["too short", { pertanyaan: "Kapan?" }, 422],
    ["too long", { pertanyaan: `Apakah ${"x".repeat(1000)}?` }, 422],
    ["of no form", { tanda: "" }, 422],
    ["of a forged form", { tanda: `x.${Date.now() - 60_000}.x` }, 422],
  ] as const)("%s is not taken, and what was typed is still there", async (_, fields, status) => {
    const answer = await send(fields);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('role="alert"');
    expect(await stored()).toEqual([]);
  });

  it("sent faster than hands type, or a day later, is not taken", async () => {
    for (const since of [Date.now(), Date.now() - 25 * 60 * 60_000]) {
      const answer = await send({ tanda: await newFormToken(env, forumId, since) });
      expect(answer.status).toBe(422);
    }
    expect(await stored()).toEqual([]);
  });

  it("that a program filled in is thanked for and goes nowhere", async () => {
    expect((await send({ situs: "https://spam.example" })).status).toBe(303);
    expect(await stored()).toEqual([]);
  });

  it("with the form of another forum is not taken, nor one for a forum that nothing is public of", async () => {
    const elsewhere = await newFormToken(env, "forum-planned", Date.now() - minTypingMs);
    expect((await send({ tanda: elsewhere })).status).toBe(422);
    expect((await send({ tanda: elsewhere }, { forum: "forum-planned" })).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  it("comes a few times from one network, and then has to wait", async () => {
    for (let at = 0; at < questionsAllowed; at++) expect((await send({})).status).toBe(303);
    const answer = await send({});
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain(words);
    expect((await send({}, { address: "10.0.0.2" })).status).toBe(303);
  });

  it("is refused from another site, and where it is too large", async () => {
    expect((await send({}, { origin: "https://elsewhere.test" })).status).toBe(403);
    expect((await send({ pertanyaan: "x".repeat(9000) })).status).toBe(413);
    expect(await stored()).toEqual([]);
  });

  it("is text and never a part of the page", async () => {
    await send({ pertanyaan: "<script>alert(1)</script> Kapan ditetapkan?" });
    const [asked] = await listed();
    const shown = { shownText: asked?.text, answer: "<b>Besok</b>", isPublic: true };
    await deal(asked?.id ?? "", { ...shown, status: "answered", basedOn: asked?.changedAt });
    const html = await forumPage();
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain("&lt;b&gt;Besok");
  });
});

describe("an answer", () => {
  it("stands on the forum's page once it is answered for everybody, and leaves it again", async () => {
    await send({});
    const [asked] = await listed();
    const { id = "", changedAt } = asked ?? {};
    const answer = { status: "answered", shownText: "Kapan ditetapkan?", answer: "31 Desember." };
    expect((await deal(id, { ...answer, isPublic: false, basedOn: changedAt })).status).toBe(204);
    expect(await forumPage()).not.toContain("31 Desember.");
    const [kept] = await listed();
    await deal(id, { ...answer, isPublic: true, basedOn: kept?.changedAt });
    const html = await forumPage();
    expect(html).toContain("Kapan ditetapkan?");
    expect(html).toContain("31 Desember.");
    expect(html).not.toContain(words);
    const [shown] = await listed();
    await deal(id, { ...answer, status: "setAside", isPublic: true, basedOn: shown?.changedAt });
    expect(await forumPage()).not.toContain("31 Desember.");
    const logged = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(logged.map(({ action }) => action)).toEqual(Array(3).fill("citizenAnswered"));
    expect(JSON.stringify(logged)).not.toContain("Desember");
  });

  it("needs words, and what was seen", async () => {
    await send({});
    const [asked] = await listed();
    const { id = "", changedAt } = asked ?? {};
    const given = { status: "answered", shownText: "Kapan?", answer: " ", isPublic: true };
    expect(await refusal(await deal(id, { ...given, basedOn: changedAt }))).toEqual({
      ...{ status: 422, code: "answer-missing", field: "answer" },
    });
    const stale = await deal(id, { ...given, answer: "Besok.", basedOn: 1 });
    expect(await refusal(stale)).toEqual({ status: 409, code: "changed-meanwhile" });
  });
});
