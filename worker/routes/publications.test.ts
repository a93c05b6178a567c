import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { NotedDocument } from "../../party/testing/noted-document.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import type { PublicationState } from "../actions/publications.ts";
import { openDatabase } from "../db/open.ts";
import { findRemovals, isUnremoved } from "../db/publications.ts";
import { publications } from "../db/publications-schema.ts";
import { auditLog, documents, people, redactions } from "../db/schema.ts";
import { addModule } from "../testing/modules.ts";
import { addOutcome } from "../testing/outcomes.ts";
import {
  askPublication,
  everything,
  previewOf,
  publishAs,
  signedCase,
} from "../testing/publications.ts";
import { ask, refusal } from "../testing/requests.ts";
import { newDocument, setStatus, signingOf, statusOf } from "../testing/signing.ts";
import { buildWorld } from "../testing/world.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(async () => {
  await buildWorld();
  await db.insert(people).values({
    ...{ id: "eko", districtId: "99.01.01", name: "Eko Contoh", position: "Kaur", createdAt: 0 },
    villageId: "village-a",
  });
});
afterEach(() => RoomClient.leaveAll());

const db = openDatabase(env);
const rowsOf = (subjectId: string) =>
  db
    .select()
    .from(publications)
    .where(eq(publications.subjectId, subjectId))
    .orderBy(publications.edition);
const page = (path: string) => ask(`/publik/${path}`);

describe("a preview", () => {
  it("shows what would become public, and what of it looks like personal data", async () => {
    const id = await signedCase(["Pagu turun. Hubungi 081234567890.", "Kata Eko Contoh cukup."]);
    const { content, findings, parts, mayNameVillages } = await previewOf(`document/${id}`);
    expect(content).toMatchObject({ title: "Kasus", year: 2027, theme: "planning" });
    expect(content.signed?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(parts.map(({ kind }) => kind)).toEqual(["situation"]);
    expect(findings.map(({ kind, isCovered }) => [kind, isCovered])).toEqual([
      ["phone", true],
      ["name", true],
    ]);
    expect(mayNameVillages).toBe(true);
    expect(await rowsOf(id)).toEqual([]);
    expect((await page(`dokumen/${id}`)).status).toBe(404);
  });

  it("is for the camat alone, and for what is signed", async () => {
    const id = await signedCase(["Isi."]);
    const asked = { method: "POST", path: "/preview", json: everything };
    for (const who of ["facilitator", "participant-a", "reviewer"]) {
      const answer = await askPublication(`document/${id}`, { ...asked, who });
      expect(await refusal(answer)).toEqual({ status: 403, code: "not-allowed" });
    }
    const draft = await newDocument("drafted");
    const early = await askPublication(`document/${draft}`, asked);
    expect(await refusal(early)).toEqual({ status: 409, code: "not-publishable" });
    const nothing = await askPublication(`case/${id}`, asked);
    expect(nothing.status).toBe(404);
  });
});

describe("publishing", () => {
  it("puts what was previewed before everybody, as an edition, and is logged without words", async () => {
    const id = await signedCase(["Pagu turun. Hubungi 081234567890.", "Kata Eko Contoh cukup."]);
    expect((await publishAs(`document/${id}`)).status).toBe(204);
    expect(await statusOf(id)).toBe("published");
    expect((await signingOf(id)).may.withdrawPublication).toBe(true);
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ edition: 1, publishedByPersonId: "camat", withdrawnAt: null });
    expect(row?.place).toBeGreaterThan(0);
    const logged = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(JSON.stringify(logged)).not.toContain("Pagu");
    const answer = await page(`dokumen/${id}`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain("Pagu turun. Hubungi [ditutup].");
    expect(html).not.toMatch(/081234567890|Eko Contoh|<script/);
  });

  it("is refused where the content is another one than was previewed", async () => {
    const id = await signedCase(["Pagu turun."]);
    const { digest } = await previewOf(`document/${id}`);
    await db.update(documents).set({ title: "Judul lain" }).where(eq(documents.id, id));
    const json = { ...everything, digest, id: crypto.randomUUID() };
    const answer = await askPublication(`document/${id}`, { method: "PUT", json });
    expect(await refusal(answer)).toEqual({ status: 409, code: "preview-changed" });
    const others = { ...everything, namesVillages: false, digest, id: crypto.randomUUID() };
    const other = await askPublication(`document/${id}`, { method: "PUT", json: others });
    expect(await refusal(other)).toEqual({ status: 409, code: "preview-changed" });
    expect(await statusOf(id)).toBe("signed");
    expect(await rowsOf(id)).toEqual([]);
  });

  it("is refused where words are being removed, or were removed since", async () => {
    const id = await signedCase(["Pagu turun."]);
    const removal: typeof redactions.$inferInsert = {
      ...{ id: `removal of ${id}`, documentId: id, status: "confirmed", reasonKind: "nik" },
      ...{ reason: "", pieces: "[]", units: 1, proposedByPersonId: "facilitator", proposedAt: 1 },
    };
    await db.insert(redactions).values(removal);
    const early = await publishAs(`document/${id}`);
    expect(await refusal(early)).toEqual({ status: 409, code: "preview-changed" });
    expect((await findRemovals(db, id)).isUnderWay).toBe(true);
    await db
      .update(redactions)
      .set({ status: "done", doneAt: 2 })
      .where(eq(redactions.id, removal.id));
    const isClean = async (done: number) =>
      (await db.all<{ is: number }>(sql`select ${isUnremoved(id, done)} as "is"`))[0]?.is;
    expect([await isClean(0), await isClean(1)]).toEqual([0, 1]);
    expect((await publishAs(`document/${id}`)).status).toBe(204);
  });

  it("the same order again makes no second edition, another one does", async () => {
    const id = await signedCase(["Pagu turun."]);
    const { digest } = await previewOf(`document/${id}`);
    const json = { ...everything, digest, id: crypto.randomUUID() };
    const again = () => askPublication(`document/${id}`, { method: "PUT", json });
    expect((await again()).status).toBe(204);
    expect((await again()).status).toBe(204);
    expect(await rowsOf(id)).toHaveLength(1);
    expect((await publishAs(`document/${id}`)).status).toBe(204);
    const rows = await rowsOf(id);
    expect(rows.map(({ edition, content }) => [edition, content !== null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await (await page(`dokumen/${id}`)).text()).toContain("Edisi 2");
  });

  it("of two at once is one after the other or refused, and one content is public", async () => {
    const id = await signedCase(["Pagu turun."]);
    const { digest } = await previewOf(`document/${id}`);
    const once = () => {
      const json = { ...everything, digest, id: crypto.randomUUID() };
      return askPublication(`document/${id}`, { method: "PUT", json });
    };
    const answers = await Promise.all([once(), once()]);
    const done = answers.filter(({ status }) => status === 204);
    const others = answers.filter(({ status }) => status !== 204);
    expect(done.length).toBeGreaterThan(0);
    for (const answer of others) expect(answer.status).toBe(409);
    const rows = await rowsOf(id);
    expect(rows.map(({ edition }) => edition)).toEqual(done.map((_, at) => at + 1));
    expect(rows.filter(({ content }) => content !== null)).toHaveLength(1);
    expect(await statusOf(id)).toBe("published");
  });

  it("needs some content", async () => {
    const id = await signedCase(["Pagu turun."]);
    const answer = await publishAs(`document/${id}`, { ...everything, parts: [] });
    expect(await refusal(answer)).toEqual({ status: 422, code: "nothing-to-publish" });
    expect(await statusOf(id)).toBe("signed");
  });

  it("names no village of an unnamed case, whatever is asked for", async () => {
    const id = await signedCase(["Terjadi di Desa Contoh A."], { isUnnamed: true });
    expect((await previewOf(`document/${id}`)).mayNameVillages).toBe(false);
    await publishAs(`document/${id}`);
    const html = await (await page(`dokumen/${id}`)).text();
    expect(html).toContain("Terjadi di [nama desa].");
    expect(html).not.toContain("Contoh A");
  });
});

describe("withdrawing", () => {
  it("leaves a notice, no content, and a document that stays signed", async () => {
    const id = await signedCase(["Pagu turun."]);
    await publishAs(`document/${id}`);
    expect((await page(`dokumen/${id}`)).status).toBe(200);
    const withdrawal = () => askPublication(`document/${id}`, { method: "DELETE" });
    expect((await withdrawal()).status).toBe(204);
    expect(await refusal(await withdrawal())).toEqual({ status: 409, code: "status-moved-on" });
    expect(await statusOf(id)).toBe("signed");
    const answer = await page(`dokumen/${id}`);
    expect(answer.status).toBe(410);
    const html = await answer.text();
    expect(html).toContain("Halaman ini sudah ditarik");
    expect(html).not.toContain("Pagu turun");
    expect(await rowsOf(id)).toMatchObject([{ content: null, withdrawnByPersonId: "camat" }]);
    await publishAs(`document/${id}`);
    expect(await (await page(`dokumen/${id}`)).text()).toContain("Edisi 2");
  });

  it("of what was never published is refused", async () => {
    const id = await newDocument("signed");
    const answer = await askPublication(`document/${id}`, { method: "DELETE" });
    expect(await refusal(answer)).toEqual({ status: 409, code: "status-moved-on" });
    await setStatus(id, "withdrawn");
  });
});

describe("other things", () => {
  it("a module is published once it is Terbit, and leaves the public with it", async () => {
    const given = { districtId: "99.01.01", askedPersonIds: [] };
    await addModule("module-public", { ...given, status: "design" });
    const noted = await NotedDocument.enter("module-public", "facilitator");
    noted.client.type(noted.client.container("kind", "material"), "Cara menyusun SPJ.");
    await noted.saved();
    const asked = { method: "POST", path: "/preview", json: everything };
    const early = await askPublication("module/module-public", asked);
    expect(await refusal(early)).toEqual({ status: 409, code: "not-publishable" });
    await addModule("module-public", { ...given, status: "published" });
    expect((await publishAs("module/module-public")).status).toBe(204);
    const html = await (await page("modul/module-public")).text();
    expect(html).toContain("Cara menyusun SPJ.");
    expect(html).not.toContain("/publik/forum/");
    expect(await statusOf("module-public")).toBe("published");
    await addModule("module-public", { ...given, status: "withdrawn" });
    expect((await page("modul/module-public")).status).toBe(410);
    expect((await page("dokumen/module-public")).status).toBe(404);
    expect((await askPublication("document/module-public", asked)).status).toBe(404);
  });

  it("what a case taught is published by itself, once the case is signed", async () => {
    const id = await signedCase(["Pagu turun."]);
    await addOutcome(id);
    expect((await publishAs(`outcome/${id}`)).status).toBe(204);
    expect(await statusOf(id)).toBe("signed");
    const html = await (await page(`hasil/${id}`)).text();
    expect(html).toContain("Kurangi belanja rapat.");
    expect(html).not.toContain("Pagu turun.");
    expect((await page(`dokumen/${id}`)).status).toBe(404);
    const { may, edition } = await (await askPublication(`outcome/${id}`)).json<PublicationState>();
    expect({ may, edition }).toEqual({ may: { publish: true, withdraw: true }, edition: 1 });
    expect((await askPublication(`outcome/${id}`, { method: "DELETE" })).status).toBe(204);
    expect((await page(`hasil/${id}`)).status).toBe(410);
    const open = await newDocument("drafted");
    await addOutcome(open);
    const asked = { method: "POST", path: "/preview", json: everything };
    const early = await askPublication(`outcome/${open}`, asked);
    expect(await refusal(early)).toEqual({ status: 409, code: "not-publishable" });
  });
});

it("a redaction reaches what is public", async () => {
  const id = await signedCase(["Rekening 1234567890123 di bank."]);
  await publishAs(`document/${id}`, { ...everything, shown: ["1234567890123"] });
  expect(await (await page(`dokumen/${id}`)).text()).toContain("1234567890123");
  const { overwriteRows } = await import("../db/redacted-rows.ts");
  await overwriteRows(env.DB, { documentId: id, place: 0 }, ["1234567890123"]);
  const [row] = await rowsOf(id);
  expect(row?.content).not.toContain("1234567890123");
});
