import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { DocumentStatus, ForumStatus } from "../../domain/statuses.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, documents, forums } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);

beforeAll(buildWorld);

async function move(personId: string, path: string, to: unknown): Promise<Response> {
  const cookie = await cookieOf(personId);
  return ask(`/api/${path}/status`, { method: "PUT", json: { to }, cookie });
}

async function setDocument(id: string, status: DocumentStatus): Promise<string> {
  await db.update(documents).set({ status }).where(eq(documents.id, id));
  return `documents/${id}`;
}

async function setForum(id: string, status: ForumStatus): Promise<string> {
  await db.update(forums).set({ status }).where(eq(forums.id, id));
  return `forums/${id}`;
}

async function statusOf(id: string): Promise<string | undefined> {
  const [row] = await db.select().from(documents).where(eq(documents.id, id));
  return row?.status;
}

const notAllowed = { status: 403, code: "not-allowed" };
const movedOn = { status: 409, code: "status-moved-on" };

describe("a document's status", () => {
  it("is moved by a facilitator and recorded", async () => {
    const path = await setDocument("case-open", "open");
    expect((await move("facilitator", path, "drafted")).status).toBe(204);
    expect(await statusOf("case-open")).toBe("drafted");
    const [row] = await db.select().from(auditLog).where(eq(auditLog.subjectId, "case-open"));
    expect(row).toMatchObject({
      personId: "facilitator",
      roles: "facilitator",
      action: "documentStatusChanged",
      forumId: "forum-in-session",
    });
    expect(JSON.parse(row?.details ?? "")).toMatchObject({ from: "open", to: "drafted" });
  });

  it.each(["participant-b", "minute-taker", "camat"])("is not moved on by the %s", async (who) => {
    const path = await setDocument("case-open", "open");
    expect(await refusal(await move(who, path, "drafted"))).toEqual(notAllowed);
    expect(await statusOf("case-open")).toBe("open");
  });

  it.each(["villager-c", "inspector", "villager-d", "facilitator-elsewhere", "reviewer"])(
    "is nothing that the %s could know of",
    async (who) => {
      const path = await setDocument("case-open", "open");
      expect(await refusal(await move(who, path, "drafted"))).toEqual(notFound);
    },
  );

  it.each(["participant-a", "representative-a", "facilitator", "camat"])(
    "becomes withdrawn by the %s, whose village proposed it or who hosts the forum",
    async (who) => {
      const path = await setDocument("case-open", "open");
      expect((await move(who, path, "withdrawn")).status).toBe(204);
    },
  );

  it("moves along the programme's steps alone, and only once", async () => {
    const path = await setDocument("case-open", "draft");
    expect(await refusal(await move("facilitator", path, "drafted"))).toEqual(movedOn);
    const both = await Promise.all([
      move("facilitator", path, "open"),
      move("facilitator", path, "open"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it.each(["submitted", "signed", "published", "returned", "draft", "nonsense", null])(
    "does not become %s by a word",
    async (to) => {
      const path = await setDocument("case-open", "drafted");
      const { status } = await move("facilitator", path, to);
      expect(status).toBe(422);
      expect(await statusOf("case-open")).toBe("drafted");
    },
  );
});

describe("a forum's status", () => {
  it("is moved by a facilitator and recorded", async () => {
    const path = await setForum("forum-planned", "planned");
    expect((await move("facilitator", path, "invited")).status).toBe(204);
    const [row] = await db.select().from(auditLog).where(eq(auditLog.subjectId, "forum-planned"));
    expect(row).toMatchObject({ action: "forumStatusChanged", forumId: "forum-planned" });
  });

  it("is not moved by its camat, and not by people who do not see it", async () => {
    const path = await setForum("forum-in-session", "inSession");
    expect(await refusal(await move("camat", path, "ended"))).toEqual(notAllowed);
    expect(await refusal(await move("facilitator-elsewhere", path, "ended"))).toEqual(notFound);
  });

  it("does not go back, and is not cancelled once it has begun", async () => {
    const path = await setForum("forum-in-session", "inSession");
    for (const to of ["planned", "invited", "cancelled", "inSession"]) {
      expect(await refusal(await move("facilitator", path, to))).toEqual(movedOn);
    }
  });
});
