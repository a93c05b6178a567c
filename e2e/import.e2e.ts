import type { Page } from "@playwright/test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Block } from "../domain/export/paper.ts";
import { paragraphOf, tableOf } from "../domain/export/paper.ts";
import { demoMinutesId } from "../scripts/demo/forum.ts";
import { writeDocx } from "../web/export/docx/write-docx.ts";
import { expect, part, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function wordFile(blocks: Block[], add: Record<string, string> = {}): Promise<Buffer> {
  const paper = { kop: [], title: "", foot: [], signature: [], pageFoot: [], heading: "CATATAN" };
  const file = unzipSync(new Uint8Array(await writeDocx({ ...paper, blocks }, "a4")));
  for (const [path, text] of Object.entries(add)) {
    file[path] = strToU8(path in file ? strFromU8(file[path] ?? new Uint8Array()) + text : text);
  }
  return Buffer.from(zipSync(file));
}

function importDialog(page: Page) {
  return page.getByRole("dialog", { name: "Masukkan tulisan dari luar" });
}

async function openImport(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Masukkan tulisan dari Word atau Google Docs" });
  if (!(await button.isVisible())) await page.getByRole("button", { name: "Lainnya" }).click();
  await button.click();
  await expect(importDialog(page)).toBeVisible();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const input = importDialog(page).getByLabel("Pilih berkas Word (.docx)");
  await input.setInputFiles({ name, mimeType: docxType, buffer });
}

/** As if somebody pressed Ctrl-V with this on the clipboard. */
async function paste(page: Page, selector: string, html: string): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", text);
      clipboardData.setData("text/plain", "polos");
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, html);
}

test("a Word file is looked at on a phone, goes into one's own lane, and one Urung takes it back", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a", phone);
  await hall.openCase(ani);
  await openImport(ani);
  const file = await wordFile(
    [
      { kind: "heading", level: 2, runs: [{ text: "Langkah kami" }] },
      { kind: "paragraph", runs: [{ text: "Belanja " }, { text: "wajib", bold: true }] },
      { kind: "list", of: "numbers", start: 1, items: [{ blocks: [paragraphOf("Rapat")] }] },
      tableOf(["Bidang", "Rp"], [["Jalan", "75.000"]]),
      { kind: "paragraph", runs: [{ text: "aturan", href: "https://jahat.example/x" }] },
    ],
    { "word/vbaProject.bin": "makro", "word/media/image1.png": "x" },
  );
  await choose(ani, "catatan.docx", file);
  const dialog = importDialog(ani);
  await expect(dialog.getByText(/1 tabel \(2 baris\)/)).toBeVisible();
  await expect(dialog.getByText(/makro: tidak dijalankan/)).toBeVisible();
  await expect(dialog.getByText(/1 gambar · 1 alamat tautan/)).toBeVisible();
  const places = dialog.getByLabel("Masukkan ke");
  await expect(places.locator("option", { hasText: "Desa Contoh B" })).toBeDisabled();
  await places.selectOption({ label: "Praktik desa lain: Desa Contoh A" });
  await ani.screenshot({ path: "test-results/import-preview-phone.png" });
  await dialog.getByRole("button", { name: "Masukkan", exact: true }).click();
  await expect(dialog.getByText(/Sudah masuk ke Praktik desa lain: Desa Contoh A/)).toBeVisible();
  await dialog.getByRole("button", { name: "Tutup" }).click();

  const lane = part(ani, "Desa Contoh A");
  await expect(lane.locator("h4")).toHaveText("Langkah kami");
  await expect(lane.locator("strong").first()).toHaveText("wajib");
  await expect(lane.locator("ol li")).toHaveText("Rapat");
  await expect(lane.locator("td, th")).toHaveText(["Bidang", "Rp", "Jalan", "75.000"]);
  await expect(lane.locator("a")).toHaveCount(0);
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();

  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi, { isEditing: false });
  await expect(part(budi, "Desa Contoh A").locator("td").last()).toHaveText("75.000");
  await ani.getByRole("button", { name: "Urung" }).click();
  await expect(lane).toHaveText("");
  await expect(part(budi, "Desa Contoh A")).toHaveText("");
});

test("a pasted table of 500 rows comes in while the page stays usable, and goes back in one step", async ({
  hall,
}) => {
  const notulis = await hall.enter("notulis");
  await notulis.goto(`${hall.url}/dokumen/${demoMinutesId}`);
  await notulis.getByRole("button", { name: "Mulai menyunting" }).click();
  await part(notulis, "Kesimpulan").click();
  const rows = Array.from(
    { length: 500 },
    (_, row) =>
      `<tr>${[1, 2, 3, 4, 5].map((column) => `<td>r${row}k${column}</td>`).join("")}</tr>`,
  );
  await paste(notulis, ".tiptap p", `<table><tbody>${rows.join("")}</tbody></table>`);
  const dialog = importDialog(notulis);
  await expect(dialog.getByText(/1 tabel \(500 baris\)/)).toBeVisible();
  await expect(dialog.getByLabel("Masukkan ke").locator("option:checked")).toHaveText(
    "Kesimpulan (di tempat kursor)",
  );
  await dialog.getByRole("button", { name: "Masukkan", exact: true }).click();
  await expect(dialog.getByText(/Memasukkan… \d+%/)).toBeVisible();
  await expect(dialog.getByText(/Sudah masuk/)).toBeVisible({ timeout: 90_000 });
  await dialog.getByRole("button", { name: "Tutup" }).click();
  const table = part(notulis, "Kesimpulan").locator("table");
  await expect(table.locator("tr")).toHaveCount(500);
  await expect(table.locator("td").last()).toHaveText("r499k5");
  await expect(notulis.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible({ timeout: 60_000 });
  await notulis.getByRole("button", { name: "Urung" }).click();
  await expect(table).toHaveCount(0);
});

test("what cannot be read is told apart in words, and the page stays as it was", async ({
  hall,
}) => {
  const notulis = await hall.enter("notulis");
  await notulis.goto(`${hall.url}/dokumen/${demoMinutesId}`);
  await notulis.getByRole("button", { name: "Mulai menyunting" }).click();
  await openImport(notulis);
  const alert = importDialog(notulis).getByRole("alert");
  const good = await wordFile([paragraphOf("baik")]);
  const damaged = Buffer.from(good).fill(0xff, 100, good.byteLength - 100);
  const bomb = zipSync({ "word/document.xml": new Uint8Array(45_000_000) });
  for (const [name, buffer, says] of [
    ["palsu.docx", Buffer.from("%PDF-1.7 bukan Word"), /Ini berkas PDF/],
    ["rusak.docx", damaged, /Berkas ini rusak/],
    ["bom.docx", Buffer.from(bomb), /jauh lebih besar daripada ukurannya/],
    ["catatan.docx", Buffer.from("halo"), /Ini bukan berkas Word/],
  ] as const) {
    await choose(notulis, name, buffer);
    await expect(alert).toContainText(says);
  }
  await notulis.screenshot({ path: "test-results/import-trouble.png" });
  await choose(notulis, "baik.docx", good);
  await expect(importDialog(notulis).getByText(/Yang masuk/)).toBeVisible();
  await importDialog(notulis).getByRole("button", { name: "Batal" }).click();
  await expect(part(notulis, "Kesimpulan")).toHaveText("");
});

test("a part that is locked meanwhile takes nothing, and the words stay for another place", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const fani = await hall.enter("fasilitator");
  for (const page of [ani, fani]) {
    await page.goto(`${hall.url}/dokumen/${demoMinutesId}`);
    await page.getByRole("button", { name: "Mulai menyunting" }).click();
  }
  await part(ani, "Kesimpulan").click();
  await openImport(ani);
  await choose(ani, "a.docx", await wordFile([paragraphOf("Dari luar.")]));
  const dialog = importDialog(ani);
  const places = dialog.getByLabel("Masukkan ke");
  await expect(places.locator("option:checked")).toHaveText("Kesimpulan (di tempat kursor)");
  await fani
    .locator('.tiptap [data-kind="conclusions"]')
    .getByRole("button", { name: "Kunci bagian ini" })
    .click();
  await expect(places.locator("option", { hasText: "Kesimpulan" })).toHaveText(
    "Kesimpulan (sedang dikunci)",
  );
  await places.selectOption({ label: "Kata Pembukaan" });
  await dialog.getByRole("button", { name: "Masukkan", exact: true }).click();
  await expect(dialog.getByText("Sudah masuk ke Kata Pembukaan")).toBeVisible();
  await expect(part(fani, "Kata Pembukaan")).toContainText("Dari luar.");
  await expect(part(fani, "Kesimpulan")).toHaveText("");
});
