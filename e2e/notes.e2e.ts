import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demoCaseId } from "../scripts/demo/forum.ts";
import { expect, part, test, typeIn } from "./hall.ts";
import { annotate, card, openNotes, selectWords } from "./notes-in-text.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const laptop = { viewport: { width: 1366, height: 768 } };
const pagu = "Pagu turun seperlima daripada tahun ini.";

test("a facilitator notes something while two villages type; all see it, and no caret moves", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator", laptop);
  const ani = await hall.enter("peserta-a", laptop);
  const budi = await hall.enter("peserta-b", phone);
  for (const page of [fani, ani, budi]) await hall.openCase(page);
  await typeIn(ani, "Situasi dan fakta", pagu);
  await typeIn(budi, "Situasi dan fakta", " Belanja wajib tetap.");
  await expect(part(fani, "Situasi dan fakta")).toContainText(`${pagu} Belanja wajib tetap.`);
  await typeIn(ani, "Rumusan masalah", "Kegiatan mana");
  await expect(part(fani, "Rumusan masalah")).toContainText("Kegiatan mana");

  await selectWords(fani, "turun seperlima");
  await annotate(fani, { kind: "Pertanyaan", text: "Menurut surat yang mana?" });
  for (const page of [ani, budi]) {
    await expect(page.locator("[data-thread]")).toHaveText("turun seperlima");
    await expect(page.getByRole("button", { name: /Catatan 1 belum dibaca/ })).toBeVisible();
  }

  await ani.keyboard.type(" yang didahulukan?");
  await budi.keyboard.type(" Lainnya dibahas.");
  await expect(part(fani, "Rumusan masalah")).toContainText("Kegiatan mana yang didahulukan?");
  await expect(part(fani, "Situasi dan fakta")).toContainText(
    `${pagu} Belanja wajib tetap. Lainnya dibahas.`,
  );

  await openNotes(ani);
  await expect(card(ani, "Menurut surat yang mana?")).toContainText("Fasilitator Contoh");
  await expect(ani.getByRole("button", { name: "Catatan", exact: true })).toBeVisible();
});

test("a village that may only read suggests other words, and the minute-taker accepts with one click", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", pagu);
  await expect(fani.getByText(/Tersimpan/)).toBeVisible();
  await markDrafted(fani);

  const ani = await hall.enter("peserta-a", laptop);
  await hall.openCase(ani, { isEditing: false });
  await expect(ani.getByRole("button", { name: "Mulai menyunting" })).toHaveCount(0);
  await selectWords(ani, "seperlima");
  await annotate(ani, {
    kind: "Koreksi",
    text: "Sesuai surat pagu.",
    suggestion: "seperempat",
  });
  const own = card(ani, "Sesuai surat pagu.");
  await expect(own.locator("del")).toContainText("seperlima");
  await expect(own.locator("ins")).toContainText("seperempat");
  await expect(ani.getByRole("button", { name: "Terima usulan" })).toHaveCount(0);

  const nita = await hall.enter("notulis", laptop);
  await hall.openCase(nita, { isEditing: false });
  await openNotes(nita);
  await card(nita, "Sesuai surat pagu.").getByRole("button", { name: "Buka" }).click();
  await nita.getByRole("button", { name: "Terima usulan" }).click();
  await expect(nita.getByText("Usulan diterima oleh Notulis Contoh")).toBeVisible();
  for (const page of [nita, ani]) {
    await expect(part(page, "Situasi dan fakta")).toContainText("Pagu turun seperempat");
  }
  await expect(ani.getByText("Usulan diterima oleh Notulis Contoh")).toBeVisible();
});

test("a note stays with its words through a split and a cut, and is listed when they are gone", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a", laptop);
  await hall.openCase(ani);
  await typeIn(ani, "Situasi dan fakta", pagu);
  await expect(ani.getByText(/Tersimpan/)).toBeVisible();
  await selectWords(ani, "turun seperlima");
  await annotate(ani, { kind: "Praktik baik", text: "Begini juga di desa kami." });
  const mark = ani.locator("[data-thread]");
  await expect(mark).toHaveText("turun seperlima");

  await part(ani, "Situasi dan fakta")
    .getByText("Pagu")
    .click({ position: { x: 2, y: 5 } });
  await ani.keyboard.press("Home");
  await ani.keyboard.press("Enter");
  await expect(part(ani, "Situasi dan fakta").locator("p")).toHaveCount(2);
  await expect(mark).toHaveText("turun seperlima");

  await selectWords(ani, "turun seperlima");
  await ani.keyboard.press("Control+x");
  await expect(mark).toHaveCount(0);
  await part(ani, "Rumusan masalah").click();
  await ani.keyboard.press("Control+v");
  await expect(part(ani, "Rumusan masalah").locator("[data-thread]")).toHaveText("turun seperlima");
  await expect(ani.getByText("Teksnya sudah dihapus")).toHaveCount(0);

  await selectWords(ani, "turun seperlima");
  await ani.keyboard.press("Delete");
  await expect(ani.getByRole("heading", { name: "Teksnya sudah dihapus" })).toBeVisible();
  await expect(card(ani, "Begini juga di desa kami.")).toContainText("turun seperlima");
});

test("on a phone notes are read, answered and closed in a sheet that leaves their words in sight", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Rekomendasi", "Susun urutan prioritas bersama.");
  await expect(fani.getByText(/Tersimpan/)).toBeVisible();
  await selectWords(fani, "urutan prioritas");
  await annotate(fani, { kind: "Rujukan aturan", text: "Lihat aturan prioritas." });

  const ani = await hall.enter("peserta-a", phone);
  await hall.openCase(ani, { isEditing: false });
  // Painted, and so known to the page.
  await expect(ani.locator("[data-thread]")).toHaveCSS("text-decoration-style", "double");
  await ani.locator("[data-thread]").tap();
  const note = card(ani, "Lihat aturan prioritas.");
  await expect(note).toBeVisible();
  await expect(ani.getByRole("button", { name: "Catatan", exact: true })).toBeVisible();
  const sheet = await ani.getByRole("complementary", { name: "Catatan Fasilitator" }).boundingBox();
  const words = await ani.locator("[data-thread]").boundingBox();
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0);
  const body = ani.getByRole("region", { name: "Daftar catatan" });
  expect(await body.evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(360);

  await note.getByRole("button", { name: "Balas" }).click();
  await note.getByLabel("Tanggapan Anda").fill("Siap, kami cek.");
  await note.getByRole("button", { name: "Kirim tanggapan" }).click();
  await expect(note).toContainText("Siap, kami cek.");
  const known = card(fani, "Lihat aturan prioritas.");
  await expect(known).toContainText("Siap, kami cek.");
  await known.getByRole("button", { name: "Tandai selesai" }).click();
  await expect(note).toContainText("Selesai, ditandai Fasilitator Contoh");

  for (const page of [fani, ani]) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test("with the keyboard alone a paragraph is noted, a village named, and one note reached after another", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", pagu);
  await expect(fani.getByText(/Tersimpan/)).toBeVisible();

  const ani = await hall.enter("peserta-a", laptop);
  await hall.openCase(ani, { isEditing: false });
  await ani.getByRole("button", { name: "Catatan", exact: true }).focus();
  await ani.keyboard.press("Enter");
  await expect(ani.getByRole("heading", { name: "Catatan Fasilitator" })).toBeFocused();
  for (const text of ["Catatan pertama.", "Catatan kedua."]) {
    await ani.keyboard.press("Control+Alt+m");
    await expect(ani.getByLabel("Tentang paragraf mana?")).toBeFocused();
    await ani.keyboard.type("Pagu turun");
    await expect(ani.locator("form .note-quote")).toContainText(pagu);
    await ani.getByRole("radio", { name: "Pertanyaan" }).focus();
    await ani.keyboard.press("Space");
    await ani.keyboard.press("Tab");
    await ani.keyboard.type(`${text} @contoh b`);
    await ani.keyboard.press("Enter");
    await expect(ani.getByRole("list", { name: "Disebut" })).toContainText("Desa Contoh B");
    await ani.keyboard.press("Control+Enter");
    await expect(card(ani, text)).toContainText("Desa Contoh B");
  }
  await ani.getByRole("button", { name: "Tulis catatan" }).focus();
  await ani.keyboard.press("k");
  await expect(card(ani, "Catatan pertama.")).toBeFocused();
  await ani.keyboard.press("Alt+ArrowUp");
  await expect(card(ani, "Catatan kedua.")).toBeFocused();
  await ani.keyboard.press("j");
  await expect(card(ani, "Catatan pertama.")).toBeFocused();
  await ani.keyboard.press("Escape");
  await expect(ani.getByRole("complementary", { name: "Catatan Fasilitator" })).toHaveCount(0);
  await expect(ani.getByRole("button", { name: "Catatan", exact: true })).toBeFocused();
});

test("what was typed in a note outlives a lost connection and a reload, and is sent once", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a", laptop);
  await hall.openCase(ani);
  await typeIn(ani, "Situasi dan fakta", pagu);
  await expect(ani.getByText(/Tersimpan/)).toBeVisible();
  // The note arrives, its answer does not.
  const isThread = (url: URL) => url.pathname.endsWith("/threads");
  await ani.route(isThread, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    return route.abort();
  });
  await selectWords(ani, "seperlima");
  await ani.getByRole("button", { name: "Catat", exact: true }).click();
  await ani.getByText("Pujian", { exact: true }).click();
  await ani.getByLabel("Catatan Anda").fill("Hitungannya rapi.");
  await ani.getByRole("button", { name: "Kirim catatan" }).click();
  await expect(ani.getByText(/Catatan belum terkirim/)).toBeVisible();
  await ani.unroute(isThread);
  await ani.reload();
  await expect(ani.getByLabel("Catatan Anda")).toHaveValue("Hitungannya rapi.");
  await ani.getByRole("button", { name: "Kirim catatan" }).click();
  await expect(card(ani, "Hitungannya rapi.")).toHaveCount(1);
});

async function markDrafted(page: Page): Promise<void> {
  await page.goto(page.url().replace(/\/dokumen\/.*/, `/dokumen/${demoCaseId}`));
  await page.getByText("Ubah status").click();
  await page.getByRole("button", { name: "Tandai Selesai disusun" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Tandai Selesai disusun" }).click();
  await expect(page.getByText("Selesai disusun", { exact: true })).toBeVisible();
}
