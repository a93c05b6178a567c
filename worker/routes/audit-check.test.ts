import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { AuditCheck } from "../actions/audit-log-check.ts";
import { record } from "../actions/record.ts";
import { findChainHead } from "../db/audit.ts";
import { openDatabase } from "../db/open.ts";
import { ask, cookieOf } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const here = "99.01.01";

const sql = (text: string) => env.DB.prepare(text).run();

beforeAll(async () => {
  await buildWorld();
  // Somebody with the database in hand, who takes away what keeps the log.
  await sql("drop trigger audit_log_keeps");
  await sql("drop trigger audit_log_forgets_nothing");
});

beforeEach(async () => {
  await sql("delete from audit_log");
  const fact = {
    districtId: here,
    personId: "camat",
    roles: ["camat"],
    action: "linkCreated",
    subjectKind: "person",
    subjectId: "participant-a",
  } as const;
  await record(db, { facts: Array.from({ length: 700 }, () => fact), now: 1, change: [] });
});

/** As the page does: one stretch after the other. */
async function check(): Promise<AuditCheck> {
  const cookie = await cookieOf("camat");
  for (let query = ""; ; ) {
    const verdict: AuditCheck = await (await ask(`/api/audit/check${query}`, { cookie })).json();
    if (verdict.state !== "going") return verdict;
    query = `?after=${verdict.seq}&hash=${verdict.hash}`;
  }
}

it("a chain that nobody touched is intact to its head", async () => {
  const { hash } = await findChainHead(db, here);
  expect(await check()).toEqual({ state: "intact", seq: 700, hash });
});

it("an empty chain is intact", async () => {
  await sql("delete from audit_log");
  expect(await check()).toMatchObject({ state: "intact", seq: 0 });
});

it.each([1, 300, 301, 450])("an altered row %i is named", async (seq) => {
  await sql(`update audit_log set person_id = 'nobody' where seq = ${seq}`);
  expect(await check()).toEqual({ state: "broken", seq, fault: "altered" });
});

it.each([1, 300, 301])("a row %i that was taken out is named", async (seq) => {
  await sql(`delete from audit_log where seq = ${seq}`);
  expect(await check()).toEqual({ state: "broken", seq, fault: "missing" });
});

it("two rows that were swapped are named", async () => {
  await sql("update audit_log set seq = 9000 where seq = 400");
  await sql("update audit_log set seq = 400 where seq = 401");
  await sql("update audit_log set seq = 401 where seq = 9000");
  expect(await check()).toEqual({ state: "broken", seq: 400, fault: "unlinked" });
});

it("a row that was altered with its own hash made anew breaks the next one", async () => {
  await sql("update audit_log set person_id = 'nobody', hash = 'forged' where seq = 10");
  expect(await check()).toMatchObject({ state: "broken", seq: 10 });
});

it("rows that cannot be read are shown all the same, and named by the check", async () => {
  await sql(
    "update audit_log set details = '{', action = 'unheardOf', roles = ',,' where seq = 700",
  );
  const answer = await ask("/api/audit", { cookie: await cookieOf("camat") });
  expect(await answer.json()).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({ seq: 700, details: null, action: "unheardOf", roles: [] }),
    ]),
  });
  expect(await check()).toEqual({ state: "broken", seq: 700, fault: "altered" });
});
