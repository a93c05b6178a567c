import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DocumentPage } from "../actions/documents.ts";
import type { ForumPage } from "../actions/forums.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, documents, forums, openRooms, roomNotices } from "../db/schema.ts";
import { ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

const db = openDatabase(env);

async function move(path: string, personId: string, to: string): Promise<Response> {
  const cookie = await cookieOf(personId);
  return ask(`/api/${path}/status`, { method: "PUT", json: { to }, cookie });
}

async function statusOf(documentId: string) {
  const [row] = await db.select().from(documents).where(eq(documents.id, documentId));
  return row?.status;
}

const written = (subjectId: string) =>
  db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectId, subjectId), eq(auditLog.subjectKind, "document")));

beforeEach(async () => {
  await db.update(documents).set({ status: "open" }).where(eq(documents.id, "case-open"));
});

describe("a document's status", () => {
  it("is moved by nobody who has not signed in or may not see the document", async () => {
    const answer = await ask("/api/documents/case-open/status", {
      method: "PUT",
      json: { to: "drafted" },
    });
    expect(await refusal(answer)).toEqual(notSignedIn);
    for (const personId of ["villager-c", "reviewer", "facilitator-elsewhere"]) {
      expect(await refusal(await move("documents/case-open", personId, "drafted"))).toEqual(
        notFound,
      );
    }
    expect(await statusOf("case-open")).toBe("open");
  });

  it.each(["participant-a", "minute-taker", "camat"])("is not drafted by the %s", async (who) => {
    expect(await refusal(await move("documents/case-open", who, "drafted"))).toEqual({
      status: 403,
      code: "may-not-move",
    });
    expect(await statusOf("case-open")).toBe("open");
  });

  it("is moved by the facilitator, written into the audit log and told to its room", async () => {
    await db.insert(openRooms).values({ documentId: "case-open", openedAt: 1 });
    await db.run("CREATE TABLE told AS SELECT * FROM room_notices WHERE false");
    await db.run(
      "CREATE TRIGGER tell AFTER INSERT ON room_notices BEGIN INSERT INTO told SELECT * FROM room_notices; END",
    );
    const before = (await written("case-open")).length;
    expect((await move("documents/case-open", "facilitator", "drafted")).status).toBe(204);
    expect(await statusOf("case-open")).toBe("drafted");
    const rows = await written("case-open");
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({
      personId: "facilitator",
      roles: "facilitator",
      action: "documentStatusChanged",
      forumId: "forum-in-session",
      details: JSON.stringify({ from: "open", to: "drafted" }),
    });
    const { results } = await env.DB.prepare("SELECT document_id, person_id FROM told").all();
    expect(results).toEqual([{ document_id: "case-open", person_id: null }]);
    await db.run("DROP TRIGGER tell");
    await db.delete(roomNotices);
  });

  it("is moved once by two at the same moment; the other is told that it has changed", async () => {
    const before = (await written("case-open")).length;
    const answers = await Promise.all([
      move("documents/case-open", "facilitator", "drafted"),
      move("documents/case-open", "facilitator", "drafted"),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await written("case-open")).toHaveLength(before + 1);
  });

  it.each(["submitted", "returned", "signed", "published"])(
    "does not become %s here",
    async (to) => {
      expect(await refusal(await move("documents/case-drafted", "facilitator", to))).toEqual({
        status: 422,
        code: "moves-elsewhere",
      });
    },
  );

  it("goes no way that is none", async () => {
    expect(await refusal(await move("documents/case-drafted", "facilitator", "open"))).toEqual({
      status: 409,
      code: "status-changed",
    });
    expect(await refusal(await move("documents/case-drafted", "facilitator", "lost"))).toEqual({
      status: 422,
      code: "invalid-field",
      field: "to",
    });
  });

  it("is offered to be moved to whoever may move it", async () => {
    const movesOf = async (personId: string) => {
      const cookie = await cookieOf(personId);
      const page = await ask("/api/documents/case-open", { cookie });
      return (await page.json<DocumentPage>()).moves;
    };
    expect(await movesOf("facilitator")).toEqual(["drafted", "withdrawn"]);
    expect(await movesOf("camat")).toEqual(["withdrawn"]);
    expect(await movesOf("representative-a")).toEqual(["withdrawn"]);
    expect(await movesOf("participant-b")).toEqual([]);
  });
});

describe("a forum's status", () => {
  it("is moved by its facilitator along its way alone", async () => {
    expect(await refusal(await move("forums/forum-planned", "participant-a", "invited"))).toEqual(
      notFound,
    );
    expect(await refusal(await move("forums/forum-planned", "camat", "invited"))).toEqual({
      status: 403,
      code: "may-not-move",
    });
    expect(await refusal(await move("forums/forum-planned", "facilitator", "ended"))).toEqual({
      status: 409,
      code: "status-changed",
    });
    expect((await move("forums/forum-planned", "facilitator", "invited")).status).toBe(204);
    const [row] = await db.select().from(forums).where(eq(forums.id, "forum-planned"));
    expect(row?.status).toBe("invited");
    const page = await ask("/api/forums/forum-planned", { cookie: await cookieOf("facilitator") });
    expect((await page.json<ForumPage>()).moves).toEqual(["inSession", "cancelled"]);
  });
});
