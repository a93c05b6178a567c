import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demoCaseId } from "../scripts/demo/forum.ts";
import { projectRoot } from "../scripts/paths.ts";
import { expect, type Hall, part, test, typeIn } from "./hall.ts";
import { annotate, card, openNotes, selectWords } from "./notes-in-text.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const laptop = { viewport: { width: 1366, height: 768 } };
const nik = "3505160101700001";
const bars = "█".repeat(nik.length);
const saved = /^Tersimpan/;

/** Everything that this browser keeps, as text of its bytes too. */
function keptHere(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage, ...sessionStorage })];
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const tell = (value: unknown): void => {
      if (value instanceof ArrayBuffer) found.push(new TextDecoder("latin1").decode(value));
      else if (ArrayBuffer.isView(value)) found.push(new TextDecoder("latin1").decode(value));
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(tell);
      else found.push(String(value));
    };
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        tell(await answered(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return found.join("\n");
  });
}

async function openHistory(hall: Hall, page: Page, search = ""): Promise<void> {
  await page.goto(`${hall.url}/dokumen/${demoCaseId}/riwayat${search}`);
  await expect(page.locator(".compared-text")).toBeVisible();
}

test("a facilitator removes an NIK that somebody typed and deleted, from the record and from the phone of who was away", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a", laptop);
  const budi = await hall.enter("peserta-b", phone);
  await hall.openCase(budi, { isEditing: false });
  await hall.openCase(ani);
  await typeIn(ani, "Rumusan masalah", `Penerima ${nik} belum terdata.`);
  await expect(part(budi, "Rumusan masalah")).toContainText(nik);
  await expect.poll(() => keptHere(budi)).toContain(nik);
  await expect(ani.getByText(saved)).toBeVisible();
  const record = await ani.request.get(`${hall.url}/api/documents/${demoCaseId}/history`);
  const { head }: { head: { last: number } } = await record.json();
  await budi.goto(`${hall.url}/periksa`);
  for (const _ of `${nik} belum terdata.`) await ani.keyboard.press("Backspace");
  await ani.keyboard.type("belum terdata.");
  await expect(ani.getByText(saved)).toBeVisible();

  const fani = await hall.enter("fasilitator", laptop);
  await openHistory(hall, fani);
  const timeline = fani.getByRole("complementary", { name: "Linimasa" });
  await timeline.getByLabel("Kapan kalimat ini berubah?").fill(nik);
  await timeline.getByRole("button", { name: "Cari" }).click();
  await fani.getByRole("button", { name: `Hapus “${nik}” dari dokumen dan riwayat` }).click();
  const dialog = fani.getByRole("dialog", { name: "Hapus data pribadi" });
  await expect(dialog.getByText("Tinggal di riwayat")).toBeVisible();
  await expect(dialog).toContainText("Peserta Contoh A, Desa Contoh A");
  await expect(dialog).toContainText("paling lama 30 hari");
  await dialog.getByLabel("Alasan").fill("NIK seorang warga");
  await fani.screenshot({ path: "test-results/redaction-dialog-laptop.png" });
  await dialog.getByRole("button", { name: "Hapus 16 huruf" }).click();
  await expect(dialog.getByText(/^16 huruf sudah dihapus/)).toBeVisible();
  await dialog.getByRole("button", { name: "Tutup" }).click();

  await expect(part(ani, "Rumusan masalah")).toHaveText("Penerima belum terdata.");
  // Whichever page is opened first.
  await budi.goto(`${hall.url}/saya/perangkat`);
  await expect.poll(() => keptHere(budi)).not.toContain(nik);
  await hall.openCase(budi, { isEditing: false });
  await expect(part(budi, "Rumusan masalah")).toHaveText("Penerima belum terdata.");
  await expect.poll(() => keptHere(budi)).not.toContain(nik);
  await expect.poll(() => keptHere(ani)).not.toContain(nik);

  for (const [page, by] of [
    [fani, "Fasilitator Contoh, Kecamatan Binangun"],
    [ani, "Kecamatan Binangun"],
  ] as const) {
    await openHistory(hall, page, `?saat=${head.last}`);
    await expect(page.locator(".redactions")).toContainText("NIK seorang warga");
    await page.locator(".compared-text .redacted-bar").click();
    const note = page.locator(".bar-note");
    await expect(note).toContainText("Data pribadi dihapus: NIK.NIK seorang warga");
    await expect(note).toContainText(`oleh ${by}, pukul`);
    await expect(page.locator("body")).not.toContainText(nik);
  }
  await fani.screenshot({ path: "test-results/redaction-history-laptop.png" });
  const { violations } = await new AxeBuilder({ page: fani }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test("on a signed document a facilitator proposes, the camat confirms, and the saved file still matches", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", `Penerima NIK ${nik} pindah. Pagu turun.`);
  await expect(fani.getByText(saved)).toBeVisible();
  await fani.getByText("Ubah status").click();
  await fani.getByRole("button", { name: "Tandai Selesai disusun" }).click();
  await fani.getByRole("dialog").getByRole("button", { name: "Tandai Selesai disusun" }).click();
  const signing = fani.getByRole("region", { name: "Pengesahan" });
  await signing.getByRole("button", { name: "Ajukan ke Camat" }).click();
  await fani.getByRole("dialog").getByRole("button", { name: "Ajukan ke Camat" }).click();
  await expect(signing.getByText("0 dari 4 desa sudah menjawab.")).toBeVisible();
  const camat = await hall.enter("camat", phone);
  await camat.goto(`${hall.url}/dokumen/${demoCaseId}`);
  const theirs = camat.getByRole("region", { name: "Pengesahan" });
  await theirs.getByRole("button", { name: "Sahkan" }).click();
  await camat.getByRole("dialog").getByRole("button", { name: "Sahkan" }).click();
  await expect(theirs.getByText(/^Disahkan oleh Camat Contoh/)).toBeVisible();

  await fani.reload();
  await part(fani, "Situasi dan fakta")
    .getByText(nik)
    .evaluate((element, words) => {
      const text = [...element.childNodes].find((node) => node.textContent?.includes(words));
      const at = text?.textContent?.indexOf(words) ?? 0;
      const range = document.createRange();
      if (!text) throw new Error("no such words");
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      element.scrollIntoView({ block: "center" });
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    }, nik);
  await fani.locator(".note-selection").getByRole("button", { name: "Hapus data pribadi" }).click();
  const dialog = fani.getByRole("dialog", { name: "Hapus data pribadi" });
  await expect(dialog.getByLabel("Kata yang dihapus")).toHaveValue(nik);
  await expect(dialog.getByText("Ada di dokumen sekarang")).toBeVisible();
  await fani.screenshot({ path: "test-results/redaction-propose-laptop.png" });
  await dialog.getByRole("button", { name: "Usulkan 16 huruf kepada Camat" }).click();
  await expect(dialog.getByText(/^Usul menghapus 16 huruf/)).toBeVisible();

  await camat.goto(hall.url);
  await camat.screenshot({ path: "test-results/redaction-home-phone.png" });
  await camat.getByRole("link", { name: /^Putuskan:/ }).click();
  const list = camat.getByRole("region", { name: "Data pribadi yang dihapus" });
  await expect(list).toContainText(nik);
  await expect(list).toBeInViewport();
  await camat.screenshot({ path: "test-results/redaction-decide-phone.png" });
  await list.getByRole("button", { name: "Setujui dan hapus" }).click();
  await camat.screenshot({ path: "test-results/redaction-confirm-phone.png" });
  await camat.getByRole("dialog").getByRole("button", { name: "Setujui dan hapus" }).click();
  await expect(list).toContainText("Disetujui oleh Camat Contoh");
  await expect(camat.locator(".tiptap")).not.toContainText(nik);
  const bar = camat.locator(".tiptap .redacted-bar");
  await bar.click();
  await expect(camat.locator(".bar-note")).toContainText("Data pribadi dihapus: NIK.");
  await expect(camat.locator(".bar-note")).toContainText("Fasilitator Contoh");
  await camat.screenshot({ path: "test-results/redaction-bar-phone.png" });
  await expect(camat.locator(".redaction-uncovered")).toHaveText(
    `Penerima NIK ${bars} pindah. Pagu turun.`,
  );
  const { violations } = await new AxeBuilder({ page: camat }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await fani.reload();
  await expect(fani.locator(".redactions")).toContainText("16 huruf");
  await fani.emulateMedia({ media: "print" });
  await expect(fani.locator(".redactions")).toContainText("Disetujui oleh Camat Contoh");
  await expect(fani.locator(".redactions li")).toBeVisible();
  await expect(fani.locator(".redactions button")).toBeHidden();
  await fani.emulateMedia({ media: null });
  const [download] = await Promise.all([
    fani.waitForEvent("download"),
    (async () => {
      await signing.getByText("Sidik isi").click();
      await signing.getByRole("link", { name: "Unduh berkas untuk diperiksa" }).click();
    })(),
  ]);
  const file = await download.path();
  const fingerprint = (await signing.locator("code").innerText()).replaceAll(" ", "");
  const script = join(projectRoot, "scripts", "check-fingerprint.mjs");
  expect(execFileSync(process.execPath, [script, file, fingerprint], { encoding: "utf8" })).toBe(
    "COCOK / MATCHES\n",
  );
  await fani.goto(`${hall.url}/periksa`);
  await fani.locator("input[type=file]").setInputFiles(file);
  await expect(fani.getByRole("heading", { name: "Cocok" })).toBeVisible();
});

test("a page that was open shows bars in its notes and keeps no words", async ({ hall }) => {
  const ani = await hall.enter("peserta-a", laptop);
  await hall.openCase(ani);
  await typeIn(ani, "Situasi dan fakta", `Penerima NIK ${nik} pindah.`);
  await expect(ani.getByText(saved)).toBeVisible();
  await selectWords(ani, nik);
  await annotate(ani, { kind: "Pertanyaan", text: `Apakah ${nik} benar?` });
  const note = card(ani, "Apakah");
  await note.getByRole("button", { name: "Balas" }).click();
  await note.getByLabel("Tanggapan Anda").fill(`Ya, ${nik}, sudah dicek.`);
  await expect.poll(() => keptHere(ani)).toContain("sudah dicek");

  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani, { isEditing: false });
  await fani.getByRole("button", { name: "Hapus data pribadi" }).click();
  const dialog = fani.getByRole("dialog", { name: "Hapus data pribadi" });
  await dialog.getByLabel("Kata yang dihapus").fill(nik);
  await dialog.getByRole("button", { name: "Cari" }).click();
  await dialog.getByRole("button", { name: "Hapus 16 huruf" }).click();
  await expect(dialog.getByText(/^16 huruf sudah dihapus/)).toBeVisible();
  await openNotes(ani);
  await expect(note).toContainText(`Apakah ${bars} benar?`);
  await note.getByRole("button", { name: "Buka" }).click();
  await expect(note.getByLabel("Tanggapan Anda")).toHaveValue(`Ya, ${bars}, sudah dicek.`);
  await expect.poll(() => keptHere(ani)).not.toContain(nik);
  await expect(ani.locator("body")).not.toContainText(nik);
});

test("whoever chooses a part of a number is told of the whole, and words in a note alone go too", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", `Penerima NIK ${nik} pindah. Pagu turun.`);
  await expect(fani.getByText(saved)).toBeVisible();
  const dialog = fani.getByRole("dialog", { name: "Hapus data pribadi" });
  const search = async (words: string) => {
    await fani.getByRole("button", { name: "Hapus data pribadi" }).click();
    await dialog.getByLabel("Kata yang dihapus").fill(words);
    await dialog.getByRole("button", { name: "Cari" }).click();
  };
  await search(nik.slice(0, 6));
  await expect(dialog).toContainText(`hanya sebagian dari “${nik}”`);
  await fani.screenshot({ path: "test-results/redaction-part-laptop.png" });
  await dialog.getByRole("button", { name: `Pilih “${nik}” seluruhnya` }).click();
  await expect(dialog.getByLabel("Kata yang dihapus")).toHaveValue(nik);
  await expect(dialog.getByRole("button", { name: "Hapus 16 huruf" })).toBeVisible();
  await expect(dialog).not.toContainText("hanya sebagian");
  await dialog.getByRole("button", { name: "Batal" }).click();

  await selectWords(fani, "Pagu turun");
  await annotate(fani, { kind: "Pertanyaan", text: "Telepon 081234567890 benar?" });
  await fani.getByRole("button", { name: "Tutup catatan" }).click();
  await search("081234567890");
  await expect(dialog).toContainText("Kata itu tidak ada di teks dokumen ini");
  await expect(dialog).toContainText("Kata yang sama di 1 catatan");
  await dialog.getByRole("button", { name: "Hapus 12 huruf" }).scrollIntoViewIfNeeded();
  await fani.screenshot({ path: "test-results/redaction-beside-laptop.png" });
  await dialog.getByRole("button", { name: "Hapus 12 huruf" }).click();
  await expect(dialog.getByText(/^12 huruf sudah dihapus/)).toBeVisible();
  await dialog.getByRole("button", { name: "Tutup" }).click();
  await expect(fani.locator(".redactions")).toContainText("hanya di luar teks");
  await openNotes(fani);
  await expect(card(fani, "Telepon")).toContainText(`Telepon ${"█".repeat(12)} benar?`);
});
