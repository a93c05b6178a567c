import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, documentMasks } from "../db/schema.ts";
import { notFound, refusal } from "../testing/requests.ts";
import { askOf, newDocument, setStatus, signingOf, submit } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);

async function signed(text: string, isUnnamed = false): Promise<string> {
  const noted = await NotedDocument.create([text], { isUnnamed });
  await noted.note(text.slice(0, 4));
  await setStatus(noted.id, "drafted");
  const fingerprint = await submit(noted.id);
  await askOf(noted.id, "camat", "/sign-off", { fingerprint });
  return noted.id;
}

async function correct(id: string): Promise<string> {
  const answer = await askOf(id, "facilitator", "/correction", {}, "POST");
  expect(answer.status).toBe(201);
  const { documentId } = await answer.json<{ documentId: string }>();
  return documentId;
}

describe("a correction", () => {
  it("is a new document that begins with the signed words, and each points to the other", async () => {
    const id = await signed("Pagu turun sepertiga.");
    const before = await env.DOCUMENT_ROOM.getByName(id).reading();
    const correction = await correct(id);
    const noted = await NotedDocument.enter(correction, "facilitator");
    expect(noted.client.text).toContain("Pagu turun sepertiga.");
    expect(noted.client.text).not.toContain("annotation");
    noted.client.type(noted.client.container("kind", "situation"), "Bukan: seperempat. ");
    await noted.saved();
    expect(await env.DOCUMENT_ROOM.getByName(id).reading()).toBe(before);
    expect((await signingOf(correction)).corrects).toMatchObject({ id, status: "signed" });
    expect((await signingOf(id)).correctedBy).toEqual({
      ...{ id: correction, title: "Kasus (perbaikan)", status: "draft" },
    });
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, correction));
    expect(rows).toMatchObject([{ action: "correctionBegun", personId: "facilitator" }]);
  });

  it("is begun once, until it is withdrawn", async () => {
    const id = await signed("Satu kali.");
    const both = await Promise.all(
      [0, 1].map(() => askOf(id, "facilitator", "/correction", {}, "POST")),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const third = await askOf(id, "facilitator", "/correction", {}, "POST");
    expect(await refusal(third)).toEqual({ status: 409, code: "correction-exists" });
    const known = (await signingOf(id, "facilitator")).correctedBy;
    await setStatus(known?.id ?? "", "withdrawn");
    expect((await signingOf(id, "facilitator")).may.correct).toBe(true);
    await correct(id);
  });

  it("is of a signed document alone, and the facilitator's to begin", async () => {
    const drafted = await newDocument("drafted");
    const early = await askOf(drafted, "facilitator", "/correction", {}, "POST");
    expect(await refusal(early)).toEqual({ status: 409, code: "status-moved-on" });
    const id = await newDocument("signed");
    const camat = await askOf(id, "camat", "/correction", {}, "POST");
    expect(await refusal(camat)).toEqual({ status: 403, code: "not-allowed" });
    const villager = await askOf(id, "villager-c", "/correction", {}, "POST");
    expect(await refusal(villager)).toEqual(notFound);
  });

  it("that nobody but the forum may see yet is not named to a reviewer", async () => {
    const id = await signed("Belum untuk peninjau.");
    await correct(id);
    expect((await signingOf(id, "reviewer")).correctedBy).toBeNull();
  });

  it("of an unnamed case goes on under the masks that its lanes bear", async () => {
    const id = await signed("Tanpa nama desa.", true);
    const correction = await correct(id);
    const masksOf = async (documentId: string) => {
      const rows = await db.select().from(documentMasks);
      return rows
        .filter((row) => row.documentId === documentId && row.kind === "village")
        .map(({ realId, maskId }) => `${realId} ${maskId}`)
        .sort();
    };
    expect(await masksOf(correction)).toEqual(await masksOf(id));
    const noted = await NotedDocument.enter(correction, "facilitator");
    const lanes = noted.client.text.match(/<lane/g);
    expect(lanes).toHaveLength(2);
  });
});
