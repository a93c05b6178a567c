import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type Fingerprinted, fingerprintOf } from "../../domain/fingerprint.ts";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { Home } from "../actions/home.ts";
import type { FoundOccurrences } from "../actions/redaction-search.ts";
import type { Redactions } from "../actions/redactions.ts";
import { openDatabase } from "../db/open.ts";
import {
  attendance,
  auditLog,
  people,
  redactions,
  reviewNotes,
  submissions,
} from "../db/schema.ts";
import { ask, askWith, cookieOf, countingStatements, refusal } from "../testing/requests.ts";
import { askOf, setStatus, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const nik = "3505160101700001";
const decided = { status: 409, code: "redaction-decided" };

async function submitted(...lines: string[]): Promise<{ id: string; fingerprint: string }> {
  const { id } = await NotedDocument.create(lines);
  await setStatus(id, "drafted");
  return { id, fingerprint: await submit(id) };
}

async function wishFor(id: string, words: string, who = "facilitator") {
  const answer = await askOf(id, who, "/redactions/occurrences", { words }, "POST");
  const { occurrences } = await answer.json<FoundOccurrences>();
  const chosen = occurrences.map(({ key }) => key);
  return { words, chosen, reasonKind: "nik", reason: "" };
}

async function propose(id: string, words: string): Promise<string> {
  const wish = await wishFor(id, words);
  const answer = await askOf(id, "facilitator", "/redactions/proposals", wish, "POST");
  if (answer.status !== 201) throw new Error(`proposing was answered with ${await answer.text()}`);
  return (await answer.json<{ redactionId: string }>()).redactionId;
}

const confirm = (id: string, redactionId: string, who = "camat") =>
  askOf(id, who, `/redactions/${redactionId}/confirmation`, undefined, "PUT");
const reject = (id: string, redactionId: string, reason: string) =>
  askOf(id, "camat", `/redactions/${redactionId}/rejection`, { reason });

async function listOf(id: string, who: string): Promise<Redactions["redactions"]> {
  const list: Redactions = await (await askOf(id, who, "/redactions")).json();
  return list.redactions;
}

async function fileOf(id: string): Promise<Fingerprinted> {
  const answer = await askOf(id, "camat", "/signed-file");
  if (!answer.ok) throw new Error(`the file was answered with ${await answer.text()}`);
  return answer.json();
}

const waitingFor = async (personId: string) => {
  const home: Home = await (await ask("/api/home", { cookie: await cookieOf(personId) })).json();
  return home.waiting.filter(({ act }) => act === "redact");
};

describe("personal data of a signed document", () => {
  it("are proposed without being stored, shown to the camat from the room, and removed when confirmed", async () => {
    const { id, fingerprint } = await submitted(`Penerima NIK ${nik}.`, "Pagu turun.");
    expect((await askOf(id, "camat", "/sign-off", { fingerprint })).status).toBe(204);
    const redactionId = await propose(id, nik);
    const [row] = await db.select().from(redactions).where(eq(redactions.id, redactionId));
    expect(JSON.stringify(row)).not.toContain(nik);
    expect(await listOf(id, "camat")).toMatchObject([
      {
        ...{ status: "proposed", may: { decide: true, takeBack: false } },
        occurrences: [{ before: "Penerima NIK ", words: nik, after: ".", stands: true }],
      },
    ]);
    expect(await listOf(id, "participant-a")).toEqual([]);
    expect(await waitingFor("camat")).toMatchObject([{ id }]);
    expect(await waitingFor("facilitator")).toEqual([]);
    expect(await env.DOCUMENT_ROOM.getByName(id).reading()).toContain(nik);

    expect((await confirm(id, redactionId)).status).toBe(204);
    expect(await env.DOCUMENT_ROOM.getByName(id).reading()).not.toContain(nik);
    expect(await waitingFor("camat")).toEqual([]);
    expect(await listOf(id, "participant-a")).toMatchObject([
      { status: "done", units: 16, isOfSubmission: true, occurrences: null },
    ]);
    const file = await fileOf(id);
    expect((await fingerprintOf(file)).root).toBe(fingerprint);
    expect(file.blocks.filter((block) => "leaf" in block)).toHaveLength(1);
    expect(JSON.stringify(file)).not.toContain(nik);
    expect(JSON.stringify(file)).toContain("Pagu turun.");
    const check = await ask(`/api/fingerprints/${fingerprint}`);
    expect(await check.json()).toEqual({ matches: true });
    const acts = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(acts.slice(-3)).toMatchObject([
      { action: "redactionProposed", personId: "facilitator" },
      { action: "redactionConfirmed", personId: "camat" },
      { action: "personalDataRemoved", personId: null },
    ]);
  });

  it("keep no salt by which they could be guessed, and the camat signs what is left", async () => {
    const { id, fingerprint } = await submitted(`NIK ${nik}.`);
    const [before] = await db.select().from(submissions).where(eq(submissions.documentId, id));
    const path = `/api/documents/${id}/redactions/${await propose(id, nik)}/confirmation`;
    const { DB, count } = countingStatements();
    const asCamat = { cookie: await cookieOf("camat"), method: "PUT" };
    expect((await askWith({ DB }, path, asCamat)).status).toBe(204);
    expect(count()).toBeLessThanOrEqual(40);
    const [after] = await db.select().from(submissions).where(eq(submissions.documentId, id));
    const [old, now] = [before, after].map((row) => JSON.parse(row?.salts ?? "") as unknown[]);
    const gone = (old ?? []).filter(
      (salt, at) => JSON.stringify(now?.[at]) !== JSON.stringify(salt),
    );
    expect(gone).toHaveLength(1);
    expect(JSON.stringify(after)).not.toContain(gone[0]);
    expect((await askOf(id, "camat", "/sign-off", { fingerprint })).status).toBe(204);
  });

  it("go from the list of who came as well, whose other guests stay covered", async () => {
    await db.insert(people).values({
      ...{ id: "guest", districtId: "99.01.01", name: "Sumiyati Contoh", createdAt: 0 },
      ...{ position: "Warga", villageId: "village-a" },
    });
    for (const personId of ["guest", "participant-b"]) {
      await db.insert(attendance).values({
        ...{ forumId: "forum-in-session", personId, status: "present" as const, at: 1 },
        markedByPersonId: "minute-taker",
      });
    }
    const { id, fingerprint } = await submitted("Usul Sumiyati Contoh dicatat.");
    const whole = await fileOf(id);
    expect(JSON.stringify(whole.attendance)).toContain("Sumiyati Contoh");
    expect((await confirm(id, await propose(id, "sumiyati contoh"))).status).toBe(204);
    const file = await fileOf(id);
    expect((await fingerprintOf(file)).root).toBe(fingerprint);
    expect(JSON.stringify(file)).not.toContain("Sumiyati");
    expect(file.attendance.filter((each) => "leaf" in each)).toHaveLength(1);
    expect(file.attendance).toHaveLength(whole.attendance.length);
  });

  it("leave no salts of a submission that was sent back", async () => {
    const { id } = await submitted(`NIK ${nik}.`);
    await askOf(id, "camat", "/return", { reason: `Hapus ${nik}.` });
    const wish = await wishFor(id, nik);
    expect((await askOf(id, "facilitator", "/redactions", wish, "POST")).status).toBe(201);
    const [row] = await db.select().from(submissions).where(eq(submissions.documentId, id));
    expect(row).toMatchObject({ salts: "[]", returnReason: `Hapus ${"█".repeat(16)}.` });
    expect((await askOf(id, "facilitator", "/submission", {}, "POST")).status).toBe(201);
    expect(JSON.stringify(await fileOf(id))).toContain("█".repeat(16));
  });
});

describe("a proposal", () => {
  it("is rejected with a reason, taken back, and then decided for good", async () => {
    const { id } = await submitted(`NIK ${nik}.`);
    const first = await propose(id, nik);
    expect(await refusal(await reject(id, first, "  "))).toMatchObject({ code: "reason-missing" });
    expect((await reject(id, first, "Nomor contoh saja.")).status).toBe(204);
    expect(await refusal(await confirm(id, first))).toEqual(decided);
    const second = await propose(id, nik);
    const takeBack = () => askOf(id, "facilitator", `/redactions/${second}`, undefined, "DELETE");
    expect((await takeBack()).status).toBe(204);
    expect(await refusal(await takeBack())).toEqual(decided);
    expect(await listOf(id, "facilitator")).toMatchObject([
      { status: "rejected", rejection: "Nomor contoh saja." },
      { status: "withdrawn" },
    ]);
    expect(await listOf(id, "participant-a")).toEqual([]);
    expect(await env.DOCUMENT_ROOM.getByName(id).reading()).toContain(nik);
  });

  it("of more than 200 letters is refused, and so is the other way round", async () => {
    const words = "Contoh panjang sekali ".repeat(9).trim();
    const { id } = await submitted(words, words);
    const wish = await wishFor(id, words);
    const proposal = await askOf(id, "facilitator", "/redactions/proposals", wish, "POST");
    expect(await refusal(proposal)).toEqual({ status: 422, code: "redaction-too-long" });
    const atOnce = await askOf(id, "facilitator", "/redactions", wish, "POST");
    expect(await refusal(atOnce)).toEqual({ status: 409, code: "redaction-status-changed" });
    expect(await listOf(id, "facilitator")).toEqual([]);
  });

  it("of which another has taken the words already is refused and stays a proposal", async () => {
    const { id, fingerprint } = await submitted(`NIK ${nik}.`);
    const [one, other] = [await propose(id, nik), await propose(id, nik)];
    expect((await confirm(id, one)).status).toBe(204);
    expect(await refusal(await confirm(id, other))).toEqual({
      ...{ status: 409, code: "redaction-nothing-there" },
    });
    expect((await listOf(id, "camat")).map(({ status }) => status)).toEqual(["done", "proposed"]);
    expect((await fingerprintOf(await fileOf(id))).root).toBe(fingerprint);
  });

  it("of which two letters are left takes those, and no such letters from the notes", async () => {
    const { id } = await submitted(`NIK ${nik}.`);
    await db.insert(reviewNotes).values({
      ...{ id: `note ${id}`, documentId: id, place: 1, personId: "reviewer", at: 1 },
      text: `Pasal 01 ayat 35, nomor ${nik.slice(2)}`,
    });
    const [inner, whole] = [await propose(id, nik.slice(2)), await propose(id, nik)];
    expect((await confirm(id, inner)).status).toBe(204);
    expect((await confirm(id, whole)).status).toBe(204);
    expect(await env.DOCUMENT_ROOM.getByName(id).reading()).toContain(`NIK ${"█".repeat(16)}.`);
    const [note] = await db.select().from(reviewNotes).where(eq(reviewNotes.documentId, id));
    expect(note?.text).toBe(`Pasal 01 ayat 35, nomor ${"█".repeat(14)}`);
  });

  it("is confirmed once by a camat who taps twice", async () => {
    const { id, fingerprint } = await submitted(`NIK ${nik}.`);
    const redactionId = await propose(id, nik);
    const answers = await Promise.all([confirm(id, redactionId), confirm(id, redactionId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await listOf(id, "camat")).toMatchObject([{ status: "done" }]);
    expect((await fingerprintOf(await fileOf(id))).root).toBe(fingerprint);
  });
});
