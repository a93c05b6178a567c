import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { demoForumId, demoMinutesId, demoUnnamedCaseId } from "../scripts/demo/forum.ts";
import { expect, part, test, typeIn } from "./hall.ts";
import { openInLibreOffice } from "./open-in-libreoffice.ts";

/** Takes the document that is open as a file; returns where it lies. */
async function takeFile(page: Page, form: RegExp, paper?: string): Promise<string> {
  const stop = page.getByRole("button", { name: "Selesai", exact: true });
  if (await stop.isVisible()) await stop.click();
  await page.getByRole("button", { name: "Unduh", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Unduh dokumen ini" });
  await page.screenshot({ path: `test-results/export-dialog-${page.viewportSize()?.width}.png` });
  await dialog.getByLabel(form).check();
  if (paper !== undefined) await dialog.getByLabel("Ukuran kertas").selectOption(paper);
  const coming = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Unduh berkas" }).click();
  const download = await coming;
  await expect(dialog).toBeHidden();
  const path = `test-results/${crypto.randomUUID()}-${download.suggestedFilename()}`;
  await download.saveAs(path);
  return path;
}

test("the minutes as a Word file open in LibreOffice with every word, table and page number", async ({
  hall,
}) => {
  const notulis = await hall.enter("notulis");
  await notulis.goto(`${hall.url}/dokumen/${demoMinutesId}`);
  await notulis.getByRole("button", { name: "Mulai menyunting" }).click();
  await typeIn(notulis, "Kesimpulan", "Belanja wajib didahulukan, lalu ");
  await notulis.keyboard.press("Control+b");
  await notulis.keyboard.type("padat karya");
  await notulis.keyboard.press("Control+b");
  await notulis.keyboard.press("Enter");
  await notulis.getByRole("button", { name: "Tabel", exact: true }).click();
  for (const word of ["Bidang", "Semula", "Menjadi", "Jalan usaha tani", "Rp75.000.000,00"]) {
    await notulis.keyboard.type(word);
    await notulis.keyboard.press("Tab");
  }
  await notulis.keyboard.type("Rp40.000.000,00");
  await typeIn(notulis, "Kegiatan", "Menyusun RAB");
  await expect(notulis.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();

  const opened = openInLibreOffice(await takeFile(notulis, /Word/, "f4"));
  // 330 mm.
  expect(Math.abs(opened.pageSize.height - 935.4)).toBeLessThan(2);
  const text = opened.pages.join("\n").replaceAll(/\s+/g, " ");
  for (const words of [
    ...["KECAMATAN BINANGUN", "NOTULA", "Pendopo Kecamatan Binangun (contoh)", "Pembahasan"],
    ...["Analisis kasus: belanja yang harus berkurang", "lalu padat karya", "NIP."],
    `halaman 1 dari ${opened.pages.length}`,
  ]) {
    expect(text).toContain(words);
  }
  const cells = opened.tables.flat();
  expect(cells).toContainEqual(["Bidang", "Semula", "Menjadi"]);
  expect(cells).toContainEqual(["Jalan usaha tani", "Rp75.000.000,00", "Rp40.000.000,00"]);
  expect(cells).toContainEqual(["1", "Menyusun RAB", "", "", "", ""]);
});

test("a document leaves as Markdown and JSON with what the room has now", async ({ hall }) => {
  const ani = await hall.enter("peserta-a", { viewport: { width: 360, height: 740 } });
  await hall.openCase(ani);
  await typeIn(ani, "Desa Contoh A", "Lane desa A.");
  await typeIn(ani, "Rumusan masalah", "Pagu turun 12%.");
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  const markdown = readFileSync(await takeFile(ani, /Markdown/), "utf8");
  expect(markdown).toContain("# ANALISIS KASUS");
  expect(markdown).toContain("## Rumusan masalah\n\nPagu turun 12%.");
  expect(markdown).toContain("### Desa Contoh A\n\nLane desa A.");
  expect(markdown).not.toContain("### Desa Contoh B");
  const file = JSON.parse(readFileSync(await takeFile(ani, /JSON/), "utf8"));
  expect(file.document.title).toBe("Menyusun APBDes 2027 ketika pagu Dana Desa berkurang");
  expect(JSON.stringify(file.content)).toContain('"name":"Desa Contoh A"');
});

test("the file of an unnamed case names no village, also where its facilitator takes it", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator");
  await fani.goto(`${hall.url}/dokumen/${demoUnnamedCaseId}`);
  await fani.getByRole("button", { name: "Mulai menyunting" }).click();
  await typeIn(fani, "Desa Contoh B", "Bukti belanja terlambat.");
  await expect(part(fani, "Desa Contoh B")).toContainText("terlambat");
  await expect(fani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  const markdown = readFileSync(await takeFile(fani, /Markdown/), "utf8");
  expect(markdown).toMatch(/### Desa \d+\n\nBukti belanja terlambat\./);
  expect(markdown).not.toContain("Desa Contoh");
  expect(readFileSync(await takeFile(fani, /JSON/), "utf8")).not.toContain("Desa Contoh");
});

test("the facilitator takes the whole forum as one ZIP; what fails is named, and made again it is there", async ({
  hall,
}) => {
  const notulis = await hall.enter("notulis");
  await notulis.goto(`${hall.url}/dokumen/${demoMinutesId}`);
  await notulis.getByRole("button", { name: "Mulai menyunting" }).click();
  await typeIn(notulis, "Kegiatan", "Menyusun RAB");
  await expect(notulis.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  await notulis.goto(`${hall.url}/forum/${demoForumId}/dokumen`);
  await expect(notulis.getByRole("link", { name: /^Buka/ }).first()).toBeVisible();
  await expect(notulis.getByRole("button", { name: "Buat berkas ZIP" })).toHaveCount(0);

  const fani = await hall.enter("fasilitator", { viewport: { width: 360, height: 740 } });
  await fani.goto(`${hall.url}/forum/${demoForumId}/dokumen`);
  const lost = `**/api/documents/${demoMinutesId}/history/record.csv`;
  await fani.route(lost, (route) => route.abort());
  const broken = fani.waitForEvent("download");
  await fani.getByRole("button", { name: "Buat berkas ZIP" }).click();
  await broken;
  const alert = fani.getByRole("alert").filter({ hasText: "1 berkas tidak dapat diambil" });
  await expect(alert).toContainText("riwayat/notulen-menyusun-apbdes-2027.csv");
  await fani.screenshot({ path: "test-results/forum-zip-phone.png" });
  await fani.unroute(lost);
  const coming = fani.waitForEvent("download");
  await fani.getByRole("button", { name: "Buat lagi" }).click();
  const path = `test-results/${crypto.randomUUID()}.zip`;
  await (await coming).saveAs(path);
  const files = unzipSync(readFileSync(path));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(Object.keys(files).toSorted()).toEqual([
    "daftar-hadir.csv",
    "daftar-hadir.docx",
    ...["docx", "json", "md"].map((ending) => `dokumen/${demoUnnamed}.${ending}`),
    ...["docx", "json", "md"].map((ending) => `dokumen/${demoCase}.${ending}`),
    ...["docx", "json", "md"].map((ending) => `dokumen/${demoMinutes}.${ending}`),
    "index.html",
    "kesepakatan.docx",
    "kesepakatan.md",
    ...[demoUnnamed, demoCase, demoMinutes].map((name) => `riwayat/${name}.csv`),
    "tindak-lanjut.csv",
  ]);
  expect(read("index.html")).toContain(`href="dokumen/${demoMinutes}.docx"`);
  expect(read(`riwayat/${demoMinutes}.csv`)).toContain("Notulis Contoh");
  expect(read(`dokumen/${demoMinutes}.md`)).toContain("Menyusun RAB");
  expect(read(`dokumen/${demoUnnamed}.md`)).not.toContain("Desa Contoh");
});

const demoCase = "menyusun-apbdes-2027-ketika-pagu-dana-desa-berkurang";
const demoUnnamed = "kasus-tanpa-nama-desa-bukti-belanja-yang-terlambat-contoh";
const demoMinutes = "notulen-menyusun-apbdes-2027";
