import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { fingerprintOf } from "../../domain/fingerprint.ts";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { Redactions } from "../actions/redactions.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, redactions, submissions, threads } from "../db/schema.ts";
import { askWith, cookieOf, refusal } from "../testing/requests.ts";
import { askOf, setStatus, statusOf, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => {
  vi.restoreAllMocks();
  return RoomClient.leaveAll();
});

const db = openDatabase(env);
const nik = "3505160101700001";
const bars = "█".repeat(nik.length);
const busy = { status: 409, code: "redaction-busy" };

async function drafted(...lines: string[]): Promise<string> {
  const { id } = await NotedDocument.create(lines);
  await setStatus(id, "drafted");
  return id;
}

async function piecesOf(id: string, words: string) {
  const found = (await env.REVIEW_ROOM.getByName(id).occurrencesOf(words)) ?? [];
  return found.map(({ pieces }) => pieces);
}

/** A redaction that somebody ordered at once, and that is not done. */
async function ordered(id: string, words: string, at: number) {
  const pieces = await piecesOf(id, words);
  const row = {
    ...{ id: `order ${id}`, documentId: id, reason: "" },
    ...{ status: "confirmed" as const, reasonKind: "nik" as const },
    ...{ pieces: JSON.stringify(pieces), units: words.length, words: JSON.stringify([words]) },
    ...{ proposedByPersonId: "facilitator", proposedAt: at },
    ...{ decidedByPersonId: "facilitator", decidedAt: at },
  };
  await db.insert(redactions).values(row);
  const author = { personId: "facilitator", villageId: null };
  return { redactionId: row.id, pieces: pieces.flat(), author, isAtOnce: true };
}

/** As if whoever ordered it had gone long ago. */
async function leaveAlone(id: string): Promise<void> {
  await db
    .update(redactions)
    .set({ proposedAt: 1, decidedAt: 1 })
    .where(eq(redactions.documentId, id));
}

const rowsOf = (id: string) => db.select().from(redactions).where(eq(redactions.documentId, id));

async function listOf(id: string, who = "facilitator"): Promise<Redactions["redactions"]> {
  const list: Redactions = await (await askOf(id, who, "/redactions")).json();
  return list.redactions;
}

/** Of the first place that has these words. */
async function wishFor(id: string, words: string, place = 0) {
  const [first] = (await piecesOf(id, words))[place] ?? [];
  const chosen = [`${first?.client}:${first?.clock}`];
  return { words, chosen, reasonKind: "nik", reason: "" };
}

async function proposed(id: string, words: string): Promise<string> {
  const wish = await wishFor(id, words);
  const answer = await askOf(id, "facilitator", "/redactions/proposals", wish, "POST");
  return (await answer.json<{ redactionId: string }>()).redactionId;
}

async function confirmed(id: string, words: string): Promise<void> {
  const path = `/redactions/${await proposed(id, words)}/confirmation`;
  expect((await askOf(id, "camat", path, undefined, "PUT")).status).toBe(204);
}

/** Bindings with which something happens just before one of these rooms is asked. */
function justBefore<Name extends "DOCUMENT_ROOM" | "REVIEW_ROOM">(
  binding: Name,
  asked: string,
  happen: () => Promise<unknown>,
) {
  const getByName = (name: string) =>
    new Proxy(env[binding].getByName(name), {
      get: (room, key) => {
        const ask = (room as unknown as Record<string, (...given: unknown[]) => unknown>)[
          String(key)
        ];
        return async (...given: unknown[]) => {
          if (key === asked) await happen();
          return ask?.(...given);
        };
      },
    });
  return { [binding]: { getByName } } as unknown as Pick<typeof env, Name>;
}

async function request(
  bindings: Partial<typeof env>,
  personId: string,
  path: string,
  given: { method?: string; json?: unknown },
): Promise<Response> {
  const cookie = await cookieOf(personId);
  return askWith(bindings, `/api/documents/${path}`, { cookie, ...given });
}

const reading = (id: string) => env.DOCUMENT_ROOM.getByName(id).reading();

describe("while personal data is being removed", () => {
  it("nobody submits, signs, withdraws or accepts a suggestion, and all of it goes on afterwards", async () => {
    const noted = await NotedDocument.create([`NIK ${nik}.`, "Pagu turun."]);
    const { id } = noted;
    const thread = await noted.note("Pagu", { suggestion: `Pagu ${nik}` });
    await ordered(id, nik, Date.now());
    const accept = () => askOf(id, "facilitator", `/threads/${thread.id}/acceptance`, {});
    expect(await refusal(await accept())).toEqual(busy);
    await setStatus(id, "drafted");
    const submission = await askOf(id, "facilitator", "/submission", {}, "POST");
    expect(await refusal(submission)).toEqual(busy);
    const withdrawal = await askOf(id, "facilitator", "/status", { to: "withdrawn" });
    expect(await refusal(withdrawal)).toEqual(busy);
    expect(await statusOf(id)).toBe("drafted");
    await leaveAlone(id);
    const fingerprint = await submit(id);
    expect(await reading(id)).toContain(bars);
    expect(await listOf(id)).toMatchObject([{ status: "done", isOfSubmission: false }]);
    const [row] = await db.select().from(threads).where(eq(threads.id, thread.id));
    expect(row?.suggestion).toBe(`Pagu ${bars}`);
    await db.insert(redactions).values({
      ...{ id: `second ${id}`, documentId: id, status: "confirmed", reasonKind: "nik" },
      ...{ reason: "", pieces: "[]", units: 4, words: '["Pagu"]', proposedAt: 1 },
      ...{ proposedByPersonId: "facilitator", decidedByPersonId: "camat", decidedAt: Date.now() },
    });
    const signature = await askOf(id, "camat", "/sign-off", { fingerprint });
    expect(await refusal(signature)).toEqual(busy);
    await setStatus(id, "signed");
    const correction = await askOf(id, "facilitator", "/correction", {}, "POST");
    expect(await refusal(correction)).toEqual(busy);
    await setStatus(id, "submitted");
    await db.delete(redactions).where(eq(redactions.id, `second ${id}`));
    expect((await askOf(id, "camat", "/sign-off", { fingerprint })).status).toBe(204);
  });

  it("nobody submits who asked just before, and the document is written in again", async () => {
    const id = await drafted(`NIK ${nik}.`);
    const bindings = justBefore("DOCUMENT_ROOM", "freeze", () => ordered(id, nik, Date.now()));
    const answer = await request(bindings, "facilitator", `${id}/submission`, {
      json: {},
      method: "POST",
    });
    expect(await refusal(answer)).toEqual(busy);
    expect(await statusOf(id)).toBe("drafted");
    await leaveAlone(id);
    expect(await listOf(id)).toMatchObject([{ status: "done" }]);
  });

  it("nobody signs who asked just before", async () => {
    const id = await drafted(`NIK ${nik}.`);
    const fingerprint = await submit(id);
    const bindings = justBefore("DOCUMENT_ROOM", "reading", () => ordered(id, nik, Date.now()));
    const given = { json: { fingerprint }, method: "PUT" };
    const answer = await request(bindings, "camat", `${id}/sign-off`, given);
    expect(await refusal(answer)).toEqual(busy);
    expect(await statusOf(id)).toBe("submitted");
  });

  it("nobody puts words in again that were read just before", async () => {
    const noted = await NotedDocument.create([`NIK ${nik}.`, "Pagu turun."]);
    const { id } = noted;
    const thread = await noted.note("Pagu", { suggestion: `Pagu ${nik}` });
    const bindings = justBefore("DOCUMENT_ROOM", "acceptSuggestion", async () => {
      const order = await ordered(id, nik, Date.now());
      await env.DOCUMENT_ROOM.getByName(id).redact(order);
    });
    const path = `${id}/threads/${thread.id}/acceptance`;
    const answer = await request(bindings, "facilitator", path, { json: {}, method: "PUT" });
    expect(await refusal(answer)).toEqual({ status: 409, code: "suggestion-outdated" });
    expect(await reading(id)).not.toContain(nik);
  });
});

describe("an order for a removal at once", () => {
  it("is never carried out on a document that was submitted since: who ordered it is told", async () => {
    const id = await drafted(`NIK ${nik}.`);
    await ordered(id, nik, 1);
    await setStatus(id, "submitted");
    expect(await listOf(id)).toMatchObject([{ status: "lapsed", units: 16, occurrences: null }]);
    expect(await rowsOf(id)).toMatchObject([{ words: null, leaves: null }]);
    expect(await reading(id)).toContain(nik);
    expect(await listOf(id, "participant-a")).toEqual([]);
    const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(acts.at(-1)).toMatchObject({ action: "redactionLapsed", personId: null });
    expect(JSON.stringify(acts)).not.toContain(nik);
  });

  it("is finished where its room was done before the document was submitted, however long", async () => {
    const words = "Contoh panjang sekali ".repeat(10).trim();
    const id = await drafted(words);
    const order = await ordered(id, words, 1);
    await env.DOCUMENT_ROOM.getByName(id).redact(order);
    await setStatus(id, "submitted");
    expect(await listOf(id)).toMatchObject([{ status: "done", units: words.length }]);
  });

  it("is kept while its room holds still, and carried out by who looks afterwards", async () => {
    const id = await drafted(`NIK ${nik}.`);
    const room = env.DOCUMENT_ROOM.getByName(id);
    const held = await room.freeze();
    await ordered(id, nik, 1);
    expect(await listOf(id)).toMatchObject([{ status: "confirmed" }]);
    await room.thaw(held?.holdId ?? null);
    expect(await listOf(id)).toMatchObject([{ status: "done" }]);
    expect(await reading(id)).toContain(bars);
  });

  it("is kept where its room holds still at that moment, and whoever ordered it is told", async () => {
    const id = await drafted(`NIK ${nik}.`);
    const wish = await wishFor(id, nik);
    await env.DOCUMENT_ROOM.getByName(id).freeze();
    const answer = await askOf(id, "facilitator", "/redactions", wish, "POST");
    expect(await refusal(answer)).toEqual({ status: 503, code: "redaction-waits" });
    expect(await rowsOf(id)).toMatchObject([{ status: "confirmed" }]);
  });

  it("is from the moment of its row, however long searching and reading took", async () => {
    const at = Date.now();
    let now = at;
    const id = await drafted(`NIK ${nik}.`, `Lagi ${nik}.`);
    vi.spyOn(Date, "now").mockImplementation(() => now);
    const wish = await wishFor(id, nik, 1);
    const late = justBefore("REVIEW_ROOM", "occurrencesOf", async () => {
      now = at + 40_000;
    });
    const given = { json: wish };
    expect((await request(late, "facilitator", `${id}/redactions`, given)).status).toBe(201);
    expect(await rowsOf(id)).toMatchObject([{ proposedAt: now, decidedAt: now }]);
    await submit(id);
    const redactionId = await proposed(id, nik);
    const later = justBefore("DOCUMENT_ROOM", "reading", async () => {
      now = at + 90_000;
    });
    const path = `${id}/redactions/${redactionId}/confirmation`;
    expect((await request(later, "camat", path, { method: "PUT" })).status).toBe(204);
    expect((await rowsOf(id)).map(({ decidedAt }) => decidedAt)).toEqual([
      at + 40_000,
      at + 90_000,
    ]);
  });
});

describe("salts by which removed words could be guessed", () => {
  async function redacted(): Promise<string> {
    const id = await drafted(`NIK ${nik}.`, "Pagu turun.");
    await submit(id);
    await confirmed(id, nik);
    return id;
  }
  const saltsOf = async (id: string) =>
    (await db.select().from(submissions).where(eq(submissions.documentId, id))).map(
      ({ salts }) => salts,
    );

  it("go when it is sent back, and its redaction is not said to be of what is submitted next", async () => {
    const id = await redacted();
    expect(await listOf(id)).toMatchObject([{ isOfSubmission: true }]);
    expect((await askOf(id, "camat", "/return", { reason: "Lengkapi." })).status).toBe(204);
    expect(await saltsOf(id)).toEqual(["[]"]);
    expect(await listOf(id)).toMatchObject([{ isOfSubmission: false }]);
    const fingerprint = await submit(id);
    expect(await listOf(id)).toMatchObject([{ status: "done", isOfSubmission: false }]);
    const file = await askOf(id, "camat", "/signed-file");
    expect((await fingerprintOf(await file.json())).root).toBe(fingerprint);
  });

  it("go when it is withdrawn, before or after the words", async () => {
    const id = await redacted();
    const withdraw = () => askOf(id, "facilitator", "/status", { to: "withdrawn" });
    expect((await withdraw()).status).toBe(204);
    expect(await saltsOf(id)).toEqual(["[]"]);
    await confirmed(id, "Pagu turun");
    expect(await reading(id)).not.toContain("Pagu turun");
  });

  it("stay where nothing was removed", async () => {
    const id = await drafted("Pagu turun.");
    await submit(id);
    await askOf(id, "camat", "/return", { reason: "Lengkapi." });
    expect(await saltsOf(id)).not.toEqual(["[]"]);
  });
});
