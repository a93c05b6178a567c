import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegisterStatus } from "../actions/register-statuses.ts";
import { openDatabase } from "../db/open.ts";
import { documents } from "../db/schema.ts";
import { addFollowUp, dayFromNow, forgetFollowUps } from "../testing/follow-ups.ts";
import { ask, cookieOf, notFound, notSignedIn, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);

beforeAll(buildWorld);
beforeEach(async () => {
  await forgetFollowUps();
  await db.update(documents).set({ status: "open" }).where(eq(documents.id, "case-open"));
});

async function askAs(personId: string): Promise<Response> {
  const cookie = await cookieOf(personId);
  return ask("/api/documents/case-open/register-statuses", { cookie });
}

async function statusesFor(personId: string): Promise<RegisterStatus[]> {
  return (await (await askAs(personId)).json<{ statuses: RegisterStatus[] }>()).statuses;
}

describe("what the register says beside a document's follow-ups", () => {
  it.each(["villager-c", "reviewer", "inspector", "villager-d", "facilitator-elsewhere"])(
    "is nothing that the %s, who does not see the document, could know of",
    async (personId) => {
      await addFollowUp("one");
      expect(await refusal(await askAs(personId))).toEqual(notFound);
    },
  );

  it("is for nobody who has not signed in", async () => {
    const answer = await ask("/api/documents/case-open/register-statuses");
    expect(await refusal(answer)).toEqual(notSignedIn);
  });

  it("names each by its place in the document, overdue by the server's clock", async () => {
    await addFollowUp("today", { position: 0, dueDate: dayFromNow(0) });
    await addFollowUp("yesterday", { position: 1, dueDate: dayFromNow(-1), status: "inProgress" });
    await addFollowUp("done", { position: 2, dueDate: dayFromNow(-1), status: "done" });
    await addFollowUp("gone", { position: 3, isGone: true });
    const mine = { isMoved: false };
    expect(await statusesFor("participant-b")).toEqual([
      { nodeId: "node-today", state: "notStarted", dueDate: dayFromNow(0), ...mine },
      { nodeId: "node-yesterday", state: "overdue", dueDate: dayFromNow(-1), ...mine },
      { nodeId: "node-done", state: "done", dueDate: dayFromNow(-1), ...mine },
    ]);
  });

  it("follows a due date that was moved", async () => {
    await addFollowUp("one", { dueDate: "2026-01-31" });
    const moved = { nodeId: "node-one", status: "inProgress" } as const;
    await addFollowUp("two", { ...moved, dueDate: "2031-01-31", replacesId: "one" });
    expect(await statusesFor("participant-a")).toEqual([
      { nodeId: "node-one", state: "inProgress", dueDate: "2031-01-31", isMoved: true },
    ]);
  });
});
