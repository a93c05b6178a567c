import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ForumPage } from "../actions/forums.ts";
import { openDatabase } from "../db/open.ts";
import { agendaItemDocuments, agendaItems, auditLog } from "../db/schema.ts";
import { type Ask, ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const path = `/api/forums/${forumId}/agenda`;
const changedMeanwhile = { status: 409, code: "changed-meanwhile" };

beforeAll(buildWorld);
beforeEach(async () => {
  await db.delete(agendaItemDocuments);
  await db.delete(agendaItems);
  await db.insert(agendaItems).values(
    (["opening", "agreement", "closing"] as const).map((kind, position) => ({
      ...{ id: kind, forumId, kind, position },
      title: `Acara ${kind}`,
      durationMinutes: 15,
    })),
  );
});

async function as(personId: string, to: string, options: Ask): Promise<Response> {
  return ask(to, { ...options, cookie: await cookieOf(personId) });
}
const add = (changes: object = {}) =>
  as("facilitator", path, {
    json: { title: "Kasus", kind: "case", durationMinutes: 45, documentIds: [], ...changes },
  });
const order = (who: string, itemIds: string[], basedOn: string[]) =>
  as(who, path, { method: "PUT", json: { itemIds, basedOn } });
const edit = (itemId: string, changes: object, basedOn: object, documentIds?: string[]) =>
  as("facilitator", `${path}/${itemId}`, {
    method: "PATCH",
    json: { changes, basedOn, ...(documentIds && { documentIds }) },
  });

async function agendaAs(personId: string): Promise<ForumPage["agenda"]> {
  const answer = await as(personId, `/api/forums/${forumId}`, {});
  return (await answer.json<ForumPage>()).agenda;
}
const idsNow = async () => (await agendaAs("facilitator")).map(({ id }) => id);

describe("an item of the agenda", () => {
  it("is put behind its like and before what ends the forum", async () => {
    const { itemId } = await (await add()).json<{ itemId: string }>();
    const { itemId: second } = await (await add({ kind: "practice" })).json<{ itemId: string }>();
    expect(await idsNow()).toEqual(["opening", itemId, second, "agreement", "closing"]);
    const { itemId: last } = await (await add({ kind: "closing" })).json<{ itemId: string }>();
    expect((await idsNow()).at(-1)).toBe(last);
    const [fact] = await db.select().from(auditLog).where(eq(auditLog.subjectId, forumId));
    expect(JSON.parse(fact?.details ?? "")).toEqual({ change: "added", itemId });
  });

  it("names documents of its own forum, to those who see them", async () => {
    const documentIds = ["case-open", "case-elsewhere", "case-submitted", "case-open", "unknown"];
    await add({ documentIds });
    const linked = async (who: string) =>
      (await agendaAs(who)).flatMap((item) => item.documentIds).sort();
    expect(await linked("participant-a")).toEqual(["case-open", "case-submitted"]);
    expect(await linked("reviewer")).toEqual(["case-submitted"]);
  });

  it("is changed where it is as the sender saw it; its documents stay unless they are named", async () => {
    await edit("opening", { title: " Sambutan camat " }, { title: "Acara opening" }, ["case-open"]);
    await edit("opening", { durationMinutes: 20 }, { durationMinutes: 15 });
    expect((await agendaAs("facilitator"))[0]).toEqual({
      id: "opening",
      title: "Sambutan camat",
      kind: "opening",
      durationMinutes: 20,
      documentIds: ["case-open"],
    });
    const late = await edit("opening", { title: "Lain" }, { title: "Acara opening" });
    expect(await refusal(late)).toEqual(changedMeanwhile);
    await edit("opening", {}, {}, []);
    expect((await agendaAs("facilitator"))[0]?.documentIds).toEqual([]);
  });

  it("is removed with its links, and once", async () => {
    await edit("agreement", {}, {}, ["case-open"]);
    const remove = () => as("camat", `${path}/agreement`, { method: "DELETE" });
    expect((await remove()).status).toBe(204);
    expect(await idsNow()).toEqual(["opening", "closing"]);
    expect(await refusal(await remove())).toEqual(notFound);
    expect(await refusal(await edit("agreement", { title: "X" }, {}))).toEqual(notFound);
  });

  it.each([
    [{ title: " " }, "title"],
    [{ title: "x".repeat(161) }, "title"],
    [{ durationMinutes: 0 }, "durationMinutes"],
    [{ durationMinutes: 1.5 }, "durationMinutes"],
    [{ kind: "party" }, "kind"],
  ])("with %j is refused by the field's name", async (changes, field) => {
    expect(await refusal(await add(changes))).toEqual({
      status: 422,
      code: "invalid-field",
      field,
    });
  });

  it("of another forum cannot be reached through one's own", async () => {
    const through = `/api/forums/forum-planned/agenda/opening`;
    expect(await refusal(await as("facilitator", through, { method: "DELETE" }))).toEqual(notFound);
    expect((await idsNow()).length).toBe(3);
  });

  it.each(["participant-a", "minute-taker", "reviewer"])("is not the %s's to add", async (who) => {
    const json = { title: "Kasus", kind: "case", durationMinutes: 45, documentIds: [] };
    expect((await as(who, path, { json })).status).toBe(403);
  });
});

describe("the order of the agenda", () => {
  const seen = ["opening", "agreement", "closing"];

  it("is changed as a whole, with the ids staying what they are", async () => {
    expect((await order("facilitator", ["closing", "opening", "agreement"], seen)).status).toBe(
      204,
    );
    expect(await idsNow()).toEqual(["closing", "opening", "agreement"]);
  });

  it("of two who move at once becomes that of one, and the other is told", async () => {
    const answers = await Promise.all([
      order("facilitator", ["agreement", "opening", "closing"], seen),
      order("camat", ["opening", "closing", "agreement"], seen),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it("is refused where an item came or went meanwhile, or ids are missing or twice", async () => {
    await add();
    expect(await refusal(await order("facilitator", seen.toReversed(), seen))).toEqual(
      changedMeanwhile,
    );
    for (const wrong of [["opening"], ["opening", "opening", "closing"], [...seen, "unknown"]]) {
      expect(await refusal(await order("facilitator", wrong, seen))).toEqual({
        status: 422,
        code: "invalid-field",
        field: "itemIds",
      });
    }
  });
});
