import { env, exports } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { maxFileBytes } from "../../domain/file-type.ts";
import type { exportEvidence, readEvidence } from "../actions/evidence.ts";
import type { readEvidenceChanges } from "../actions/evidence-changes.ts";
import { evidenceChanges, evidenceIndicators } from "../db/evidence-schema.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog } from "../db/schema.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
  refusal,
} from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const districtId = "99.01.01";
const wording = {
  ...{ number: "5", name: "Bimtek inovasi", level3: "lebih dari 2 kali", level2: "2 kali" },
  ...{ level1: "1 kali", proof: "undangan dan daftar hadir", systemNumber: "forums" as const },
};
const scan = "%PDF-1.7\n%%EOF";

beforeAll(buildWorld);
beforeEach(async () => {
  await db.delete(evidenceChanges);
  await db.delete(evidenceIndicators);
  await db.insert(evidenceIndicators).values([
    { ...wording, id: "one", districtId, position: 0 },
    { ...wording, id: "two", districtId, position: 1, number: "6", name: "Integrasi" },
  ]);
});

async function send(path: string, method: string, json?: unknown, by = "facilitator") {
  const cookie = await cookieOf(by);
  const body = json === undefined ? {} : { json };
  return ask(`/api/evidence${path}`, { cookie, method, ...body });
}

const pageFor = async (by: string) => {
  const answer = await send("", "GET", undefined, by);
  expect(answer.status).toBe(200);
  return answer.json<Awaited<ReturnType<typeof readEvidence>>>();
};

const historyOf = async (subjectId: string) => {
  const answer = await send(`/changes?subjectKind=indicator&subjectId=${subjectId}`, "GET");
  const { changes } = await answer.json<Awaited<ReturnType<typeof readEvidenceChanges>>>();
  return changes.map(({ by, field, fromText, toText }) => ({ by, field, fromText, toText }));
};

const sendFile = async (body: BodyInit, by = "facilitator", subjectId = "one") =>
  exports.default.fetch(
    new Request(
      `http://sinau.test/api/evidence/files?subjectKind=indicator&subjectId=${subjectId}`,
      {
        method: "POST",
        headers: {
          cookie: await cookieOf(by),
          origin: "http://sinau.test",
          "content-type": "application/pdf",
          "x-file-name": "SK%20tim.pdf",
        },
        body,
      },
    ),
  );

describe("the list of indicators", () => {
  it("is changed field by field, with who changed what from what to what", async () => {
    const order = {
      changes: { level3: "lebih dari 3 kali", level: 2, status: "collecting" },
      basedOn: { level3: wording.level3, level: null, status: "notStarted" },
    };
    expect((await send("/indicators/one", "PATCH", order)).status).toBe(204);
    const { indicators } = await pageFor("camat");
    expect(indicators[0]).toMatchObject({ ...wording, ...order.changes });
    const by = "Pejabat facilitator";
    expect(await historyOf("one")).toEqual(
      expect.arrayContaining([
        { by, field: "level3", fromText: wording.level3, toText: "lebih dari 3 kali" },
        { by, field: "level", fromText: "", toText: "2" },
        { by, field: "status", fromText: "notStarted", toText: "collecting" },
      ]),
    );
    const [logged] = (await db.select().from(auditLog)).slice(-1);
    // Codes alone: the words are in the history, not in the log.
    expect(logged).toMatchObject({ action: "evidenceChanged", subjectId: "one" });
    expect(JSON.parse(logged?.details ?? "")).toEqual({ fields: "level3,status,level" });
  });

  it("does not let a second facilitator overwrite what they have not seen", async () => {
    const change = (to: string) => ({ changes: { note: to }, basedOn: { note: "" } });
    expect((await send("/indicators/one", "PATCH", change("satu"))).status).toBe(204);
    const second = await send("/indicators/one", "PATCH", change("dua"));
    expect(await refusal(second)).toEqual({ status: 409, code: "changed-meanwhile" });
    expect((await pageFor("reviewer")).indicators[0]?.note).toBe("satu");
    expect(await historyOf("one")).toHaveLength(1);
  });

  it("is put in order, added to, taken from and given back, and nothing is lost", async () => {
    const order = { ids: ["two", "one"], basedOn: ["one", "two"] };
    expect((await send("/indicators", "PUT", order)).status).toBe(204);
    expect(await refusal(await send("/indicators", "PUT", order))).toMatchObject({ status: 409 });
    const added = await send("/indicators", "POST", { ...wording, name: "Baru" });
    const { indicatorId } = await added.json<{ indicatorId: string }>();
    expect((await send("/indicators/two", "DELETE")).status).toBe(204);
    // A second time, for an answer that was lost on its way.
    expect((await send("/indicators/two", "DELETE")).status).toBe(204);
    const page = await pageFor("facilitator");
    expect(page.indicators.map(({ id }) => id)).toEqual(["one", indicatorId]);
    expect(page.removed).toEqual([{ id: "two", number: "6", name: "Integrasi" }]);
    const gone = { changes: { note: "x" }, basedOn: { note: "" } };
    expect(await refusal(await send("/indicators/two", "PATCH", gone))).toEqual(notFound);
    expect((await send("/indicators/two/restoration", "PUT")).status).toBe(204);
    const restored = (await pageFor("facilitator")).indicators;
    expect(restored.map(({ id }) => id)).toEqual(["one", indicatorId, "two"]);
    expect((await historyOf("two")).map(({ field }) => field)).toEqual(
      expect.arrayContaining(["removed", "restored", "order"]),
    );
  });

  it.each([
    { changes: { name: "" }, basedOn: { name: wording.name } },
    { changes: { level: 4 }, basedOn: { level: null } },
    { changes: { note: "x" }, basedOn: {} },
  ])("refuses %j", async (order) => {
    expect((await send("/indicators/one", "PATCH", order)).status).toBe(422);
  });
});

describe("what proves an indicator", () => {
  const beside = { subjectKind: "indicator", subjectId: "one" };

  it("is a forum, an address or words, and may be taken away again", async () => {
    const link = { ...beside, kind: "link", url: "https://contoh.test/sk", words: "SK" };
    const added = await send("/proofs", "POST", link);
    const { proofId } = await added.json<{ proofId: string }>();
    const forum = { ...beside, kind: "forum", forumId: "forum-ended-last", words: "" };
    expect((await send("/proofs", "POST", forum)).status).toBe(201);
    const [one] = (await pageFor("camat")).indicators;
    expect(one?.proofs.map(({ kind, url, forum: named }) => [kind, url, named?.id])).toEqual(
      expect.arrayContaining([
        ["link", "https://contoh.test/sk", undefined],
        ["forum", null, "forum-ended-last"],
      ]),
    );
    expect((await send(`/proofs/${proofId}`, "DELETE")).status).toBe(204);
    expect(await refusal(await send(`/proofs/${proofId}`, "DELETE"))).toEqual(notFound);
    expect((await pageFor("camat")).indicators[0]?.proofs).toHaveLength(1);
  });

  it.each([
    ["javascript:alert(1)", "proof-link-not-safe"],
    ["http://contoh.test", "proof-link-not-safe"],
    ["//contoh.test", "proof-link-not-safe"],
    ["/\\contoh.test", "proof-link-not-safe"],
    ["https://a:b@contoh.test", "proof-link-not-safe"],
  ])("is not the address %s", async (url, code) => {
    const answer = await send("/proofs", "POST", { ...beside, kind: "link", url, words: "" });
    expect(await refusal(answer)).toMatchObject({ status: 422, code });
  });

  it.each([
    { kind: "words", words: " " },
    { kind: "forum", forumId: "forum-elsewhere", words: "" },
  ])("is not %j", async (proof) => {
    expect((await send("/proofs", "POST", { ...beside, ...proof })).status).toBe(422);
  });

  it("is a page of this product too, but beside nothing that there is not", async () => {
    const page = { kind: "link", url: "/program/survei?x=1", words: "" };
    expect((await send("/proofs", "POST", { ...beside, ...page })).status).toBe(201);
    const nowhere = { subjectKind: "stage", subjectId: "sixth", ...page };
    expect(await refusal(await send("/proofs", "POST", nowhere))).toEqual(notFound);
  });
});

describe("a file beside an indicator", () => {
  it("is kept under the rules of all files and handed out to those who read the evidence", async () => {
    const added = await sendFile(scan);
    expect(added.status).toBe(201);
    const { id, name } = await added.json<{ id: string; name: string }>();
    expect(name).toBe("SK tim.pdf");
    const answer = await send(`/files/${id}`, "GET", undefined, "reviewer");
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe(scan);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": expect.stringContaining("attachment"),
      "cache-control": "private, no-cache",
    });
    expect(await refusal(await send(`/files/${id}`, "GET", undefined, "participant-a"))).toEqual(
      notFound,
    );
    expect((await send(`/files/${id}`, "DELETE")).status).toBe(204);
    expect(await refusal(await send(`/files/${id}`, "GET"))).toEqual(notFound);
    expect(await env.FILES?.head(id)).toBeNull();
    expect((await historyOf("one")).map(({ field }) => field).sort()).toEqual([
      "fileAdded",
      "fileRemoved",
    ]);
  });

  it.each([
    ["<html>", 422, "file-type-refused"],
    ["", 422, "file-empty"],
    ["x".repeat(maxFileBytes + 1), 413, "file-too-large"],
  ])("is refused where it is none (%#)", async (body, status, code) => {
    expect(await refusal(await sendFile(body))).toEqual({ status, code });
  });

  it("is offered nowhere without a store", async () => {
    const { FILES: _, ...without } = env;
    const cookie = await cookieOf("facilitator");
    const answer = await askWith({ ...without, FILES: undefined as never }, "/api/evidence", {
      cookie,
    });
    expect(await answer.json()).toMatchObject({ keepsFiles: false });
  });
});

it("is taken out whole, recorded, and in few enough statements", async () => {
  const cookie = await cookieOf("reviewer");
  const { DB, count } = countingStatements();
  const period = { from: "2026-01-01", to: "2026-12-31" };
  const answer = await askWith({ DB }, "/api/evidence/export", { cookie, json: period });
  const pack = await answer.json<Awaited<ReturnType<typeof exportEvidence>>>();
  expect(pack.indicators.map(({ id }) => id)).toEqual(["one", "two"]);
  expect(pack.stages).toHaveLength(5);
  expect(pack.numbers.every(({ value, rows }) => (value === null) === (rows.length === 0))).toBe(
    true,
  );
  expect(count()).toBeLessThan(40);
  const [logged] = (await db.select().from(auditLog)).slice(-1);
  expect(logged).toMatchObject({ action: "exported", personId: "reviewer" });
});
