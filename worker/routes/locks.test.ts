import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/open.ts";
import { auditLog, documentLocks, documents } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const room = () => env.DOCUMENT_ROOM.getByName("case-open");
let section = "";

beforeAll(async () => {
  await buildWorld();
  [section = ""] = await room().lockableIds();
});
beforeEach(async () => {
  await db.delete(documentLocks);
});

async function request(method: "PUT" | "DELETE", personId: string, containerId: string) {
  const cookie = await cookieOf(personId);
  return ask(`/api/documents/case-open/locks/${containerId}`, { method, cookie });
}

const locks = () => db.select().from(documentLocks);
const facts = () => db.select().from(auditLog).where(eq(auditLog.subjectId, "case-open"));

describe("what nobody writes in while it is discussed", () => {
  it("is locked by a facilitator and opened again by the camat, both recorded", async () => {
    expect((await request("PUT", "facilitator", section)).status).toBe(204);
    expect(await locks()).toMatchObject([
      { documentId: "case-open", containerId: section, lockedByPersonId: "facilitator" },
    ]);
    expect((await request("DELETE", "camat", section)).status).toBe(204);
    expect(await locks()).toEqual([]);
    const rows = await facts();
    expect(rows.map(({ action, personId }) => [action, personId])).toEqual([
      ["documentLocked", "facilitator"],
      ["documentUnlocked", "camat"],
    ]);
    expect(JSON.parse(rows[0]?.details ?? "")).toMatchObject({ container: section });
  });

  it("is recorded once, whoever locks it a second time", async () => {
    const before = (await facts()).length;
    await request("PUT", "facilitator", "all");
    await request("PUT", "camat", "all");
    expect(await locks()).toMatchObject([{ containerId: "", lockedByPersonId: "facilitator" }]);
    await request("DELETE", "facilitator", "all");
    await request("DELETE", "facilitator", "all");
    expect((await facts()).length).toBe(before + 2);
  });

  it.each(["participant-a", "representative-a", "minute-taker", "observer"])(
    "is not for the %s to lock or to open",
    async (who) => {
      await request("PUT", "facilitator", section);
      for (const method of ["PUT", "DELETE"] as const) {
        const answer = await refusal(await request(method, who, section));
        expect(answer).toEqual({ status: 403, code: "not-allowed" });
      }
      expect(await locks()).toHaveLength(1);
    },
  );

  it.each(["villager-c", "villager-d", "facilitator-elsewhere"])(
    "is nothing that the %s could know of",
    async (who) => {
      expect(await refusal(await request("PUT", who, section))).toEqual(notFound);
    },
  );

  it.each(["n999", "lane", "%00", "../all"])("is no part that does not exist: %s", async (id) => {
    const answer = await request("PUT", "facilitator", encodeURIComponent(id));
    expect(await refusal(answer)).toEqual(notFound);
    expect(await locks()).toEqual([]);
  });

  it("is no lane and no field: those belong to one section as a whole", async () => {
    const ids = await room().lockableIds();
    expect(ids).toHaveLength(10);
    await db.update(documents).set({ kind: "minutes" }).where(eq(documents.id, "case-draft"));
    const minutes = await env.DOCUMENT_ROOM.getByName("case-draft").lockableIds();
    expect(minutes).toHaveLength(9 + 2);
  });
});
