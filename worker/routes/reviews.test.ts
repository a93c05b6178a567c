import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { DocumentPage } from "../actions/documents.ts";
import type { ReviewView } from "../actions/reviews.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, people, roles } from "../db/schema.ts";
import { notFound, refusal } from "../testing/requests.ts";
import { askOf, newDocument, setStatus } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const outside = { status: 422, code: "place-outside", field: "place" };

const note = (id: string, json: unknown, who = "reviewer") =>
  askOf(id, who, "/review-notes", json, "POST");

async function reviewOf(id: string, who = "camat"): Promise<ReviewView> {
  return (await askOf(id, who, "/review")).json();
}

async function drafted(): Promise<string> {
  const noted = await NotedDocument.create(["Sudah ditulis."]);
  await setStatus(noted.id, "drafted");
  return noted.id;
}

describe("a reviewer", () => {
  it("notes on a place or a version, which the camat, facilitators and reviewers read", async () => {
    const id = await drafted();
    const named = await askOf(id, "camat", "/versions", { name: "Awal" }, "POST");
    const { versionId, place } = await named.json<{ versionId: string; place: number }>();
    expect((await note(id, { text: " Dari mana angkanya? ", place: 1 })).status).toBe(201);
    expect((await note(id, { text: "Rujukan kurang.", versionId })).status).toBe(201);
    const { notes, mayReview } = await reviewOf(id);
    expect(mayReview).toBe(false);
    const by = { personId: "reviewer", name: "Pejabat reviewer" };
    expect(notes).toMatchObject([
      { text: "Dari mana angkanya?", place: 1, from: null, versionId: null, by, isOwn: false },
      { text: "Rujukan kurang.", place, versionId, by },
    ]);
    expect((await reviewOf(id, "reviewer")).mayReview).toBe(true);
    const refused = await refusal(await askOf(id, "participant-a", "/review"));
    expect(refused).toEqual({ status: 403, code: "not-allowed" });
  });

  it("notes on a change, which begins before it ends", async () => {
    const id = await drafted();
    expect((await note(id, { text: "Siapa?", place: 2, from: 1 })).status).toBe(201);
    expect(await refusal(await note(id, { text: "Siapa?", place: 1, from: 1 }))).toEqual(outside);
    expect((await reviewOf(id)).notes).toMatchObject([{ text: "Siapa?", from: 1, place: 2 }]);
  });

  it("takes an own note back, of which stays that there was one", async () => {
    const id = await drafted();
    const { noteId } = await (await note(id, { text: "Keliru.", place: 1 })).json<{
      noteId: string;
    }>();
    await db.insert(people).values({
      ...{ id: "other-reviewer", districtId: "99.01.01", name: "Pejabat lain", createdAt: 0 },
      position: "Kepala Seksi",
    });
    const role = { personId: "other-reviewer", districtId: "99.01.01", role: "reviewer" } as const;
    await db.insert(roles).values(role);
    const takeBack = (who: string, which = noteId) =>
      askOf(id, who, `/review-notes/${which}`, undefined, "DELETE");
    expect((await takeBack("other-reviewer")).status).toBe(403);
    expect(await refusal(await takeBack("reviewer", "another"))).toEqual(notFound);
    expect((await takeBack("reviewer")).status).toBe(204);
    expect((await takeBack("reviewer")).status).toBe(204);
    const [taken] = (await reviewOf(id)).notes;
    expect(taken).toMatchObject({ text: "", place: 1, by: { personId: "reviewer" } });
    expect(taken?.takenBackAt).toEqual(expect.any(Number));
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(rows.map(({ action }) => action)).toEqual(["reviewNoted", "reviewNoteTakenBack"]);
  });

  it("is followed by later changes, which are shown, and by marks of notes, which are none", async () => {
    const noted = await NotedDocument.create(["Sudah ditulis."]);
    await setStatus(noted.id, "drafted");
    const page = async (who: string): Promise<DocumentPage> =>
      (await askOf(noted.id, who, "")).json();
    const last = () => env.DOCUMENT_ROOM.getByName(noted.id).currentPlace();
    await askOf(noted.id, "reviewer", "/review", { place: await last() });
    const before = await last();
    await noted.note("Sudah ditulis.");
    await vi.waitUntil(async () => (await last()) !== before);
    const shown = { position: "Kepala Seksi", office: "Kecamatan Contoh" };
    expect((await page("participant-a")).reviews).toMatchObject([
      { ...shown, by: null, isOwn: false, hasChangedSince: false },
    ]);
    const writer = await NotedDocument.enter(noted.id, "minute-taker");
    writer.client.type(writer.client.container("kind", "problem"), "Ditambah.");
    await writer.saved();
    expect((await page("reviewer")).reviews).toMatchObject([
      { by: { name: "Pejabat reviewer" }, isOwn: true, isLatest: true, hasChangedSince: true },
    ]);
    await askOf(noted.id, "reviewer", "/review", { place: await last() });
    expect((await page("reviewer")).reviews).toMatchObject([
      { isLatest: false, hasChangedSince: true },
      { isLatest: true, hasChangedSince: false },
    ]);
  });

  it("closes the review with name, office and time, once for a place", async () => {
    const id = await drafted();
    const close = (place: unknown, who = "reviewer") => askOf(id, who, "/review", { place });
    expect((await close(1)).status).toBe(204);
    expect((await close(1)).status).toBe(204);
    expect((await reviewOf(id)).reviews).toMatchObject([
      {
        ...{ place: 1, position: "Kepala Seksi", office: "Kecamatan Contoh" },
        by: { name: "Pejabat reviewer" },
      },
    ]);
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(rows).toMatchObject([{ action: "documentReviewed", personId: "reviewer" }]);
    expect((await close(1, "camat")).status).toBe(403);
  });

  it("is refused a place outside of the record, and a version of another document", async () => {
    const id = await drafted();
    expect(await refusal(await note(id, { text: "Nanti.", place: 99_999 }))).toEqual(outside);
    expect(await refusal(await askOf(id, "reviewer", "/review", { place: 99_999 }))).toEqual(
      outside,
    );
    expect((await note(id, { text: "Kapan?", place: -1 })).status).toBe(422);
    expect((await note(id, { text: "  ", place: 1 })).status).toBe(422);
    const other = await drafted();
    const named = await askOf(other, "camat", "/versions", { name: "Awal" }, "POST");
    const { versionId } = await named.json<{ versionId: string }>();
    expect(await refusal(await note(id, { text: "Lain.", versionId }))).toEqual(notFound);
    const unopened = await newDocument("drafted");
    expect(await refusal(await note(unopened, { text: "Kosong.", place: 0 }))).toEqual(outside);
    expect((await reviewOf(id)).notes).toEqual([]);
  });

  it("does not know of a document that is not far enough", async () => {
    const noted = await NotedDocument.create(["Masih ditulis."]);
    expect(await refusal(await note(noted.id, { text: "Dini.", place: 1 }))).toEqual(notFound);
  });
});
