import { AxeBuilder } from "@axe-core/playwright";
import type { Page, TestInfo } from "@playwright/test";
import { eq } from "drizzle-orm";
import { demoCaseId, demoUnnamedCaseId } from "../scripts/demo/forum.ts";
import { demoModuleId } from "../scripts/demo/module.ts";
import { demoDistrictId, demoVillages } from "../scripts/demo/villages.ts";
import { modules } from "../worker/db/module-schema.ts";
import type { Database } from "../worker/db/open.ts";
import { questions } from "../worker/db/questions-schema.ts";
import { agendaItemDocuments, documents, threads, versions } from "../worker/db/schema.ts";
import { surveys, surveyVillages } from "../worker/db/survey-schema.ts";
import { visits } from "../worker/db/visits-schema.ts";
import { expect, test } from "./hall.ts";
import { promiseSomething } from "./register-data.ts";

const phone = { viewport: { width: 360, height: 740 } };
const hour = 60 * 60_000;
const [villageA] = demoVillages;

async function openSurvey(database: Database): Promise<void> {
  const id = "survei-terbuka";
  await database.insert(surveys).values({
    ...{ id, seriesId: id, districtId: demoDistrictId, version: 1, title: "Kebutuhan belajar" },
    ...{ intro: "", unit: "village", openness: "villages", questions: [], status: "open" },
    ...{ revision: 0, createdByPersonId: "fasilitator", createdAt: Date.now() },
    openedAt: Date.now(),
  });
  for (const village of demoVillages) {
    await database.insert(surveyVillages).values({ surveyId: id, villageId: village.id });
  }
}

/** The page is readable and keeps within its width, on a phone and on a laptop. */
async function isWell(page: Page, info: TestInfo, name: string): Promise<void> {
  for (const viewport of [phone.viewport, { width: 1366, height: 768 }]) {
    await page.setViewportSize(viewport);
    const path = info.outputPath(`${name}-${viewport.width}.png`);
    await page.screenshot({ path, fullPage: true });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("somebody from a village sees their forum, a case to note on until a colleague has, the survey and the follow-up of their village", async ({
  hall,
}, info) => {
  await hall.change(async (database) => {
    await promiseSomething(database);
    await openSurvey(database);
  });
  const page = await hall.enter("peserta-a", phone);
  await expect(page.getByRole("link", { name: "Masuk forum" })).toBeVisible();
  const waiting = page.getByRole("region", { name: "Menunggu Anda" });
  await expect(waiting.getByRole("link", { name: /^Isi.*Kebutuhan belajar/ })).toBeVisible();
  const note = waiting.getByRole("link", { name: /^Beri catatan: Kasus tanpa nama/ });
  await expect(note).toBeVisible();
  await expect(waiting).not.toContainText("Menyusun APBDes 2027 ketika");
  await expect(waiting.getByRole("button", { name: /^Perbarui: Musyawarah desa/ })).toBeVisible();
  await isWell(page, info, "desa");
  await page.setViewportSize(phone.viewport);
  await note.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kasus tanpa nama desa");

  await hall.change((database) =>
    database.insert(threads).values({
      ...{ id: "catatan", documentId: demoUnnamedCaseId, authorPersonId: "wakil-a" },
      ...{ authorVillageId: villageA?.id ?? null, kind: "question", text: "?", quote: "" },
      ...{ place: 0, placement: "beside", createdAt: Date.now(), lastWordAt: Date.now() },
    }),
  );
  await page.goto(hall.url);
  await expect(waiting).toContainText("Kebutuhan belajar");
  await expect(note).toHaveCount(0);
});

test("a facilitator sees which stage the programme is at and what proves it, and what waits: questions, cases, modules and surveys", async ({
  hall,
}, info) => {
  await hall.change(async (database) => {
    await openSurvey(database);
    const asked = {
      theme: "tax",
      text: "",
      askedByPersonId: "peserta-a",
      isHidden: false,
    } as const;
    const of = { ...asked, districtId: demoDistrictId, villageId: villageA?.id ?? null };
    await database.insert(questions).values([
      { ...of, id: "tanya-1", title: "Pajak mana yang dipotong desa?", createdAt: 1 },
      { ...of, id: "tanya-2", title: "Kapan SPT disetor?", createdAt: 2 },
    ]);
    await database
      .delete(agendaItemDocuments)
      .where(eq(agendaItemDocuments.documentId, demoUnnamedCaseId));
    await database
      .update(modules)
      .set({ status: "evaluation" })
      .where(eq(modules.documentId, demoModuleId));
  });
  const page = await hall.enter("fasilitator", phone);
  const waiting = page.getByRole("region", { name: "Menunggu Anda" });
  await expect(waiting).toContainText("Yang paling lama: Pajak mana yang dipotong desa?");
  await expect(waiting).toContainText("Kasus belum masuk acara");
  await expect(waiting).toContainText("Modul perlu disempurnakan");
  await expect(waiting).toContainText(`0 dari ${demoVillages.length} desa sudah menjawab`);
  const stages = page.getByRole("region", { name: "Tahap program" });
  await expect(stages.getByRole("heading", { level: 3 })).toHaveCount(1);
  await isWell(page, info, "fasilitator");
  await stages.getByText("Lihat kelima tahap dan buktinya").click();
  await expect(stages.getByRole("heading", { level: 3 })).toHaveCount(5);
  await isWell(page, info, "tahap");
  await stages.getByRole("link", { name: /Survei kebutuhan/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Tahap 1");
  await page.goBack();
  await waiting
    .getByRole("link", { name: "Lihat pertanyaan: 2 pertanyaan di Tanya Bareng" })
    .click();
  await expect(page.getByText("Kapan SPT disetor?")).toBeVisible();
});

test("the camat sees a refined module that waits to be published, and the overdue follow-ups by village", async ({
  hall,
}, info) => {
  await hall.change(async (database) => {
    await promiseSomething(database);
    await database
      .update(modules)
      .set({ status: "refined" })
      .where(eq(modules.documentId, demoModuleId));
  });
  const page = await hall.enter("camat", phone);
  const waiting = page.getByRole("region", { name: "Menunggu Anda" });
  await expect(waiting).toContainText("Desa Contoh A");
  await expect(waiting).toContainText("1 terlambat");
  await isWell(page, info, "camat");
  await waiting.getByRole("link", { name: /^Periksa dan terbitkan/ }).click();
  await page.getByText("Ubah status").click();
  await page.getByRole("button", { name: "Terbitkan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Terbitkan" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto(hall.url);
  await expect(waiting).toContainText("1 terlambat");
  await expect(waiting.getByRole("link", { name: /^Periksa dan terbitkan/ })).toHaveCount(0);
});

test("a reviewer sees what is new since their last visit, which a reload does not move, and what waits for a review", async ({
  hall,
}, info) => {
  const page = await hall.enter("peninjau", phone);
  await expect(page.getByRole("heading", { name: "Yang baru dalam 30 hari" })).toBeVisible();
  const now = Date.now();
  await hall.change(async (database) => {
    await database.update(visits).set({ lastSeenAt: now - 5 * hour });
    await database.update(documents).set({ status: "drafted" }).where(eq(documents.id, demoCaseId));
    const version = { documentId: demoCaseId, kind: "status", place: 1 } as const;
    await database.insert(versions).values([
      { ...version, id: "lama", name: "open", at: now - 7 * hour },
      { ...version, id: "baru", name: "drafted", at: now - hour },
    ]);
  });
  const news = page.getByRole("region", { name: "Baru sejak kunjungan terakhir" });
  for (let times = 0; times < 3; times += 1) {
    await page.goto(hall.url);
    await expect(news.getByRole("listitem")).toHaveCount(1);
    await expect(news).toContainText("Selesai disusun");
  }
  const waiting = page.getByRole("region", { name: "Menunggu Anda" });
  await expect(waiting.getByRole("link", { name: /^Tinjau: Menyusun APBDes 2027/ })).toBeVisible();
  await isWell(page, info, "peninjau");
  await news.getByRole("link", { name: /^Lihat perubahan: Menyusun APBDes/ }).click();
  await expect(page).toHaveURL(new RegExp(`/dokumen/${demoCaseId}/riwayat`));
});
