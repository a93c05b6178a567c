import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { openDatabase } from "../db/open.ts";
import { auditLog } from "../db/schema.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

const db = openDatabase(env);
const path = "/api/forums/forum-in-session/export";

async function exportAs(personId: string): Promise<Response> {
  return ask(path, { method: "POST", cookie: await cookieOf(personId) });
}

const exports = () =>
  db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, "exported"), eq(auditLog.subjectKind, "forum")));

it("a forum taken as a file names the documents that this person sees, and is recorded", async () => {
  const whole = await (await exportAs("facilitator")).json<{ documents: { id: string }[] }>();
  const reviewed = await (await exportAs("reviewer")).json<{ documents: { id: string }[] }>();
  expect(reviewed.documents.length).toBeGreaterThan(0);
  expect(whole.documents.length).toBeGreaterThan(reviewed.documents.length);
  const facts = await exports();
  expect(facts.map(({ personId }) => personId)).toEqual(["facilitator", "reviewer"]);
  expect(facts[0]).toMatchObject({ forumId: "forum-in-session", details: '{"what":"forum"}' });
});

it("whoever may not take it is refused, and nothing is recorded", async () => {
  const before = (await exports()).length;
  expect(await refusal(await exportAs("participant-a"))).toMatchObject({ status: 403 });
  expect(await exports()).toHaveLength(before);
});
