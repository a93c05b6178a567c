import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DocumentPage } from "../actions/documents.ts";
import type { ForumPage } from "../actions/forums.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, forums } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const forumId = "forum-in-session";
const path = `/api/forums/${forumId}/cases`;

beforeAll(buildWorld);
beforeEach(async () => {
  await db.update(forums).set({ status: "inSession" }).where(eq(forums.id, forumId));
});

const newCase = {
  title: "SiLPA yang terus naik",
  theme: "silpa",
  fiscalYear: 2027,
  isUnnamed: false,
};

async function propose(personId: string, changes: object = {}): Promise<Response> {
  return ask(path, { json: { ...newCase, ...changes }, cookie: await cookieOf(personId) });
}
async function pageAs(personId: string): Promise<ForumPage> {
  return (await ask(`/api/forums/${forumId}`, { cookie: await cookieOf(personId) })).json();
}
const idsAs = async (personId: string) => (await pageAs(personId)).documents.map(({ id }) => id);

describe("a case", () => {
  it.each(["participant-a", "representative-a", "participant-b"])(
    "is proposed by the %s as a draft that they write in",
    async (who) => {
      const { documentId } = await (await propose(who)).json<{ documentId: string }>();
      const page: DocumentPage = await (
        await ask(`/api/documents/${documentId}`, { cookie: await cookieOf(who) })
      ).json();
      expect(page).toMatchObject({
        document: { status: "draft", title: newCase.title, isUnnamed: false },
        me: { mayWrite: true },
        moves: ["withdrawn"],
      });
      expect((await idsAs("facilitator")).at(-1)).toBe(documentId);
      const [fact] = await db.select().from(auditLog).where(eq(auditLog.subjectId, documentId));
      expect(fact).toMatchObject({ action: "caseProposed", personId: who, forumId });
      expect(fact?.details).not.toContain("SiLPA");
    },
  );

  it("without its village's name tells nobody but facilitators where it comes from", async () => {
    const { documentId } = await (await propose("participant-b", { isUnnamed: true })).json<{
      documentId: string;
    }>();
    for (const who of ["participant-a", "camat", "participant-b"]) {
      const card = (await pageAs(who)).documents.find(({ id }) => id === documentId);
      expect(JSON.stringify(card)).not.toMatch(/village-b|Desa Contoh B|participant-b/);
      const cookie = await cookieOf(who);
      const page: DocumentPage = await (
        await ask(`/api/documents/${documentId}`, { cookie })
      ).json();
      expect(page.document).toMatchObject({ isUnnamed: true, proposedBy: null });
    }
    const log = await ask("/api/audit?action=caseProposed", { cookie: await cookieOf("camat") });
    const { rows } = await log.json<{ rows: { subject: { id: string }; person: unknown }[] }>();
    expect(rows.find(({ subject }) => subject.id === documentId)?.person).toBeNull();
  });

  it.each(["minute-taker", "observer", "facilitator", "camat", "reviewer"])(
    "is not proposed by the %s",
    async (who) => {
      expect(await refusal(await propose(who))).toEqual({ status: 403, code: "not-allowed" });
    },
  );

  it.each(["villager-c", "villager-d"])("is nothing that the %s could propose", async (who) => {
    expect(await refusal(await propose(who))).toEqual(notFound);
  });

  it.each(["ended", "cancelled"] as const)(
    "comes too late for a forum that is %s",
    async (status) => {
      await db.update(forums).set({ status }).where(eq(forums.id, forumId));
      expect(await refusal(await propose("participant-a"))).toEqual({
        status: 409,
        code: "forum-is-over",
      });
      expect((await pageAs("participant-a")).may.proposeCase).toBe(false);
    },
  );

  it.each([
    [{ title: "!!" }, "title"],
    [{ title: "x".repeat(161) }, "title"],
    [{ theme: "weather" }, "theme"],
    [{ fiscalYear: 1899 }, "fiscalYear"],
    [{ isUnnamed: "yes" }, "isUnnamed"],
  ])("with %j is refused by the field's name", async (changes, field) => {
    expect(await refusal(await propose("participant-a", changes))).toEqual({
      status: 422,
      code: "invalid-field",
      field,
    });
  });
});

describe("the order of cases", () => {
  const order = async (who: string, documentIds: string[], basedOn: string[]) =>
    ask(path, { method: "PUT", json: { documentIds, basedOn }, cookie: await cookieOf(who) });

  it("is the hosts' to give, and everybody's to see", async () => {
    const seen = await idsAs("facilitator");
    const wanted = seen.toReversed();
    expect((await order("facilitator", wanted, seen)).status).toBe(204);
    expect(await idsAs("participant-a")).toEqual(wanted);
    expect((await order("participant-a", seen, wanted)).status).toBe(403);
    expect((await order("facilitator-elsewhere", seen, wanted)).status).toBe(404);
  });

  it("is refused where a case came meanwhile", async () => {
    const seen = await idsAs("facilitator");
    await propose("participant-a");
    expect(await refusal(await order("camat", seen.toReversed(), seen))).toEqual({
      status: 409,
      code: "changed-meanwhile",
    });
    expect((await order("camat", seen.slice(1), seen)).status).toBe(422);
  });
});
