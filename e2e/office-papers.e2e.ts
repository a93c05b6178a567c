import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import {
  demoCaseId,
  demoForumId,
  demoMinutesId,
  demoUnnamedCaseId,
} from "../scripts/demo/forum.ts";
import { outcomes, outcomeVillages } from "../worker/db/outcome-schema.ts";
import { agreements, documents } from "../worker/db/schema.ts";
import { expect, test } from "./hall.ts";
import { openPaper, printed } from "./printed.ts";
import { piecesOutside, textOf } from "./read-pdf.ts";

const laptop = { viewport: { width: 1366, height: 768 } };
const phone = { viewport: { width: 360, height: 740 } };

/** A drawn shield: nobody's coat of arms. */
async function shield(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 900;
    canvas.height = 1000;
    const context = canvas.getContext("2d");
    if (context) {
      context.fillStyle = "#146";
      context.beginPath();
      context.moveTo(50, 50);
      context.lineTo(850, 50);
      context.lineTo(800, 700);
      context.lineTo(450, 980);
      context.lineTo(100, 700);
      context.fill();
    }
    return canvas.toDataURL("image/png").split(",")[1] ?? "";
  });
  return Buffer.from(drawn, "base64");
}

/** All that stands in the Word file that this paper is taken as. */
async function asWord(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Unduh Word" }).click();
  const files = unzipSync(readFileSync(await (await download).path()));
  const body = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return body.replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]+>/g, "");
}

test("the camat sets the letterhead with a coat of arms, and the invitation bears it", async ({
  hall,
}, info) => {
  const camat = await hall.enter("camat", laptop);
  await camat.goto(`${hall.url}/kelola`);
  await camat.getByRole("link", { name: "Kop surat" }).click();
  await expect(camat.getByText("PEMERINTAH KABUPATEN BLITAR")).toBeVisible();
  await camat.getByLabel("Alamat kantor").fill("Jalan Contoh Nomor 1");
  await camat.getByLabel("Telepon, kode pos, laman").fill("Telepon (0342) 000000");
  await expect(camat.locator(".kop")).toContainText("Jalan Contoh Nomor 1");
  await camat.getByRole("button", { name: "Simpan kop surat" }).click();
  await expect(camat.getByText("Kop surat tersimpan.")).toBeVisible();
  const input = camat.locator("input[type=file]");
  const file = { name: "lambang.png", mimeType: "image/png" };
  await input.setInputFiles({ ...file, buffer: Buffer.from("bukan gambar") });
  await expect(camat.getByRole("alert")).toContainText("tidak dapat dibaca");
  await input.setInputFiles({ ...file, buffer: await shield(camat) });
  const picture = camat.getByRole("img", { name: "Lambang daerah" });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  await camat.screenshot({ path: info.outputPath("kop-1366.png"), fullPage: true });
  await camat.setViewportSize(phone.viewport);
  await camat.screenshot({ path: info.outputPath("kop-360.png"), fullPage: true });

  const fani = await hall.enter("fasilitator", laptop);
  await fani.goto(`${hall.url}/forum/${demoForumId}`);
  await fani.getByRole("link", { name: "Cetak undangan" }).click();
  await fani.getByText("Isian untuk kertas ini").click();
  await fani.getByLabel("Nomor").first().fill("005/17/409.70/2026");
  await fani.getByLabel("Tempat dan tanggal surat").fill("Binangun, 16 November 2026");
  await fani.getByLabel("Tembusan").fill("Kepala DPMD\nArsip");
  await expect(fani.locator(".paper")).toContainText("005/17/409.70/2026");
  await fani.reload();
  await expect(fani.locator(".paper")).toContainText("005/17/409.70/2026");
  const pages = await printed(fani, info, "undangan");
  const text = textOf(pages);
  for (const words of [
    ...["PEMERINTAH KABUPATEN BLITAR", "KECAMATAN BINANGUN", "Jalan Contoh Nomor 1"],
    ...["005/17/409.70/2026", "Binangun, 16 November 2026", "Pemerintah Desa Contoh A"],
    ...["Dalam rangka", "Pendopo Kecamatan Binangun", "Camat Contoh", "Kepala DPMD"],
    "halaman 1 dari 1",
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain("NIP");
  expect(piecesOutside(pages)).toEqual([]);
  await fani.screenshot({ path: info.outputPath("undangan-1366.png") });
  const letter = await asWord(fani);
  for (const words of ["Jalan Contoh Nomor 1", "005/17/409.70/2026", "Camat Contoh", "Arsip"]) {
    expect(letter).toContain(words);
  }
});

test("the agreements of a forum are a berita acara that each village signs", async ({
  hall,
}, info) => {
  await hall.change((database) =>
    database.insert(agreements).values({
      ...{ documentId: demoMinutesId, nodeId: "n900", position: 0, place: 1 },
      text: "Belanja wajib didahulukan.",
    }),
  );
  const fani = await hall.enter("fasilitator", phone);
  await fani.goto(`${hall.url}/forum/${demoForumId}/kesepakatan`);
  await fani.getByRole("link", { name: "Cetak berita acara kesepakatan" }).click();
  await expect(fani.locator(".paper")).toContainText("Belanja wajib didahulukan.");
  await fani.getByText("Isian untuk kertas ini").click();
  await fani.getByLabel("NIP").fill("19700101 199001 1 001");
  await fani.screenshot({ path: info.outputPath("berita-acara-360.png"), fullPage: true });
  const pages = await printed(fani, info, "berita-acara");
  const text = textOf(pages).replaceAll(/\s+/g, " ");
  expect(text).toMatch(/Pada hari ini, \p{L}+, tanggal [\p{L} ]+ bulan \p{L}+ tahun dua ribu/u);
  for (const words of [
    ...["BERITA ACARA KESEPAKATAN", "bertempat di Pendopo", "1. Belanja wajib didahulukan."],
    ...["Desa Contoh A", "Wakil Contoh A", "Desa Contoh D", "Mengetahui,", "Camat Contoh"],
    "NIP 19700101 199001 1 001",
  ]) {
    expect(text).toContain(words);
  }
  expect(piecesOutside(pages)).toEqual([]);
  const record = await asWord(fani);
  for (const words of ["BERITA ACARA KESEPAKATAN", "Belanja wajib", "Desa Contoh D", "19700101"]) {
    expect(record).toContain(words);
  }
});

test("a Lembar Hasil Belajar is printed with its villages, and without them where none is named", async ({
  hall,
}, info) => {
  await hall.change(async (database) => {
    await database.update(documents).set({ status: "drafted" });
    for (const documentId of [demoCaseId, demoUnnamedCaseId]) {
      await database.insert(outcomes).values({
        ...{ documentId, learnt: "Belanja wajib dihitung lebih dahulu.", decision: "" },
        ...{ writtenByPersonId: "fasilitator", createdAt: 0, changedAt: 0, askAgainAt: 0 },
      });
      await database.insert(outcomeVillages).values({
        ...{ documentId, villageId: "contoh-a", markedByPersonId: "wakil-a", markedAt: 0 },
        result: "RAB disusun ulang.",
      });
    }
  });
  const fani = await hall.enter("fasilitator", laptop);
  await fani.goto(`${hall.url}/program/hasil/${demoCaseId}`);
  await fani.getByRole("link", { name: "Cetak lembar ini" }).click();
  await expect(fani.locator(".paper")).toContainText("RAB disusun ulang.");
  const pages = await printed(fani, info, "hasil-belajar");
  const text = textOf(pages);
  for (const words of ["LEMBAR HASIL BELAJAR", "Desa Contoh A", "bukan keputusan evaluasi"]) {
    expect(text).toContain(words);
  }
  expect(piecesOutside(pages)).toEqual([]);

  await openPaper(hall, fani, `/program/hasil/${demoUnnamedCaseId}/cetak`);
  const unnamed = textOf(await printed(fani, info, "hasil-tanpa-nama"));
  expect(unnamed).toContain("1 desa.");
  expect(unnamed).not.toContain("Desa Contoh");
  const file = await asWord(fani);
  expect(file).toContain("Belanja wajib dihitung lebih dahulu.");
  expect(file).not.toContain("Desa Contoh");
});
