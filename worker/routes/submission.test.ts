import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { type Fingerprinted, fingerprintOf } from "../../domain/fingerprint.ts";
import { closeCodes } from "../../party/close-codes.ts";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, forumVillages, submissions } from "../db/schema.ts";
import { hasAttendance, sheetHash } from "../testing/attended-forum.ts";
import { notFound, refusal } from "../testing/requests.ts";
import { askOf, newDocument, setStatus, signingOf, statusOf, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const movedOn = { status: 409, code: "status-moved-on" };
const changed = { status: 409, code: "submission-changed" };
const notAllowed = { status: 403, code: "not-allowed" };

const submissionsOf = (id: string) =>
  db.select().from(submissions).where(eq(submissions.documentId, id)).orderBy(submissions.at);

async function written(text: string): Promise<NotedDocument> {
  const noted = await NotedDocument.create([text]);
  await setStatus(noted.id, "drafted");
  return noted;
}

describe("a document that is submitted", () => {
  it("stands on the exact version that was typed, with its fingerprint, and is recorded", async () => {
    const noted = await written("Pagu turun sepertiga.");
    const fingerprint = await submit(noted.id);
    expect(await statusOf(noted.id)).toBe("submitted");
    const place = await env.DOCUMENT_ROOM.getByName(noted.id).currentPlace();
    const [row] = await submissionsOf(noted.id);
    expect(row).toMatchObject({ place, fingerprint, submittedByPersonId: "facilitator" });
    const { submission } = await signingOf(noted.id);
    expect(submission).toMatchObject({ fingerprint, by: { personId: "facilitator" } });
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, noted.id));
    expect(rows).toMatchObject([{ action: "documentStatusChanged", personId: "facilitator" }]);
    expect(JSON.parse(rows[0]?.details ?? "")).toMatchObject({ to: "submitted", fingerprint });
  });

  it("gives everybody who may export a file with that fingerprint, words, head and who came", async () => {
    await hasAttendance("Daftar hadir.pdf");
    const noted = await written("Sisa anggaran belum dihitung.");
    const fingerprint = await submit(noted.id);
    const answer = await askOf(noted.id, "participant-b", "/signed-file");
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    const file: Fingerprinted = await answer.json();
    expect((await fingerprintOf(file)).root).toBe(fingerprint);
    expect(JSON.stringify(file.blocks)).toContain("Sisa anggaran belum dihitung.");
    expect(file.head).toMatchObject({ node: { title: "Kasus", forum: "Forum forum-in-session" } });
    expect(file.attendance).toMatchObject([
      { node: { name: "Warga participant-a", from: "Desa Contoh A" } },
    ]);
    expect(file.attachments).toMatchObject([
      { node: { name: "Daftar hadir.pdf", sha256: sheetHash } },
    ]);
  });

  it("has other salts each time, so that the same words have another fingerprint", async () => {
    const noted = await written("Sama saja.");
    const first = await submit(noted.id);
    await askOf(noted.id, "camat", "/return", { reason: "Periksa lagi." });
    expect(await submit(noted.id)).not.toBe(first);
    const rows = await submissionsOf(noted.id);
    expect(rows.map(({ returnReason }) => returnReason)).toEqual(["Periksa lagi.", null]);
  });

  it("is closed for those who are in it, and open again when it was sent back", async () => {
    const noted = await written("Ditutup.");
    const writer = await NotedDocument.enter(noted.id, "minute-taker");
    await submit(noted.id);
    await vi.waitUntil(() => writer.client.closed !== null);
    expect(writer.client.closed).toBe(closeCodes.rightsChanged);
    await askOf(noted.id, "camat", "/return", { reason: "Lengkapi." });
    const again = await NotedDocument.enter(noted.id, "minute-taker");
    again.client.type(again.client.container("kind", "problem"), "Dilengkapi.");
    await again.saved();
    expect(again.client.closed).toBeNull();
  });

  it("stands on what everybody can check, though somebody typed on while it was submitted", async () => {
    const noted = await written("Mulai.");
    const { client } = await NotedDocument.enter(noted.id, "minute-taker");
    const place = client.container("kind", "problem");
    const typing = (async () => {
      for (let at = 0; at < 400 && client.closed === null; at++) {
        client.type(place, `${at} `);
        // As fast as the room answers.
        await env.DOCUMENT_ROOM.getByName(noted.id).glance();
      }
    })();
    await vi.waitUntil(() => client.sent > 3);
    const fingerprint = await submit(noted.id);
    await typing;
    expect([closeCodes.frozen, closeCodes.rightsChanged]).toContain(client.closed);
    const file: Fingerprinted = await (await askOf(noted.id, "camat", "/signed-file")).json();
    expect((await fingerprintOf(file)).root).toBe(fingerprint);
    expect((await askOf(noted.id, "camat", "/sign-off", { fingerprint })).status).toBe(204);
  });

  it("is submitted by one of two who do it at once, and holds still for both", async () => {
    const noted = await written("Berdua.");
    const both = await Promise.all(
      [0, 1].map(() => askOf(noted.id, "facilitator", "/submission", {}, "POST")),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await submissionsOf(noted.id)).toHaveLength(1);
    expect((await askOf(noted.id, "camat", "/signed-file")).status).toBe(200);
  });

  it.each(["draft", "open", "submitted", "signed", "published", "withdrawn"] as const)(
    "is not one that is %s",
    async (status) => {
      const id = await newDocument(status);
      const answer = await askOf(id, "facilitator", "/submission", {}, "POST");
      expect(await refusal(answer)).toEqual(movedOn);
      expect(await submissionsOf(id)).toEqual([]);
    },
  );

  it("is refused in words where it has more blocks than D1 keeps the salts of, and can be edited on", async () => {
    const noted = await NotedDocument.create(["Panjang."]);
    const section = noted.client.container("kind", "situation");
    for (let part = 0; part < 4; part++) {
      const paragraphs = Array.from({ length: 7_500 }, () => new Y.XmlElement("paragraph"));
      section.insert(0, paragraphs);
      await noted.saved();
    }
    await setStatus(noted.id, "drafted");
    const refused = await askOf(noted.id, "facilitator", "/submission", {}, "POST");
    expect(await refusal(refused)).toEqual({ status: 409, code: "too-many-blocks" });
    expect(await statusOf(noted.id)).toBe("drafted");
    section.delete(0, 29_000);
    await noted.saved();
    expect(await submit(noted.id)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("has no file while nothing is before the camat", async () => {
    const noted = await written("Belum diajukan.");
    expect(await refusal(await askOf(noted.id, "facilitator", "/signed-file"))).toEqual(notFound);
    await submit(noted.id);
    await askOf(noted.id, "camat", "/return", { reason: "Belum." });
    expect(await refusal(await askOf(noted.id, "facilitator", "/signed-file"))).toEqual(notFound);
  });
});

describe("a village's answer", () => {
  const word = (fingerprint: string, answer = "confirmed", reason = "") => ({
    ...{ fingerprint, answer, reason },
  });

  it("is its representative's, may be changed, and is shown beside those that are missing", async () => {
    const id = await newDocument("drafted");
    const fingerprint = await submit(id);
    const path = "/submission/answer";
    const objection = word(fingerprint, "objected", "Angkanya lain.");
    expect((await askOf(id, "representative-a", path, objection)).status).toBe(204);
    expect((await askOf(id, "representative-a", path, word(fingerprint))).status).toBe(204);
    const { answers, may } = await signingOf(id, "representative-a");
    expect(may.answer).toBe(true);
    expect(answers).toMatchObject([
      { village: { id: "village-a" }, answer: "confirmed", reason: "", by: null, isOwn: true },
      { village: { id: "village-b" }, answer: null, isOwn: false },
    ]);
    const [forCamat] = (await signingOf(id, "camat")).answers;
    expect(forCamat?.by).toMatchObject({ personId: "representative-a" });
    const acts = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, id), eq(auditLog.action, "villageAnswered")));
    expect(acts).toHaveLength(2);
  });

  it("that objects says why", async () => {
    const id = await newDocument("drafted");
    const answer = word(await submit(id), "objected", "  ");
    const refused = await askOf(id, "representative-a", "/submission/answer", answer);
    expect(await refusal(refused)).toEqual({
      status: 422,
      code: "reason-missing",
      field: "reason",
    });
  });

  it("is nobody else's", async () => {
    const id = await newDocument("drafted");
    const answer = word(await submit(id));
    for (const who of ["participant-a", "minute-taker", "facilitator", "camat", "reviewer"]) {
      const refused = await askOf(id, who, "/submission/answer", answer);
      expect(await refusal(refused)).toEqual(notAllowed);
    }
    const villager = await askOf(id, "villager-c", "/submission/answer", answer);
    expect(await refusal(villager)).toEqual(notFound);
  });

  it("to a version that is not before the camat any more is refused in words", async () => {
    const id = await newDocument("drafted");
    const first = word(await submit(id));
    await askOf(id, "camat", "/return", { reason: "Ulangi." });
    const path = "/submission/answer";
    expect(await refusal(await askOf(id, "representative-a", path, first))).toEqual(movedOn);
    await submit(id);
    expect(await refusal(await askOf(id, "representative-a", path, first))).toEqual(changed);
  });

  it("of a village that was taken off the forum is refused in words", async () => {
    const id = await newDocument("drafted");
    const answer = word(await submit(id));
    const invitation = { forumId: "forum-in-session", villageId: "village-a", position: 0 };
    await db.delete(forumVillages).where(eq(forumVillages.villageId, "village-a"));
    const refused = await askOf(id, "representative-a", "/submission/answer", answer);
    await db.insert(forumVillages).values(invitation);
    expect(await refusal(refused)).toEqual({ status: 409, code: "village-not-invited" });
  });
});
