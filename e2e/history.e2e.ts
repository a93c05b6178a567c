import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Download, Page } from "@playwright/test";
import { demoCaseId } from "../scripts/demo/forum.ts";
import { expect, type Hall, part, test, typeIn } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const saved = /Tersimpan \d\d\.\d\d/;

async function openHistory(hall: Hall, page: Page, search = ""): Promise<void> {
  await page.goto(`${hall.url}/dokumen/${demoCaseId}/riwayat${search}`);
  await expect(page.locator(".compared-text")).toBeVisible();
}

const savedText = async (download: Download) => readFileSync(await download.path(), "utf8");

const text = (page: Page) => page.locator(".compared-text");

/** Two villages write in one sentence, and one of them crosses a word of the other out. */
async function writeTogether(hall: Hall): Promise<void> {
  const ani = await hall.enter("peserta-a");
  const budi = await hall.enter("peserta-b");
  await hall.openCase(ani);
  await hall.openCase(budi);
  await typeIn(ani, "Rumusan masalah", "Pagu turun besar.");
  await expect(part(budi, "Rumusan masalah")).toHaveText("Pagu turun besar.");
  await part(budi, "Rumusan masalah").click();
  await budi.keyboard.press("End");
  for (const _ of "besar.") await budi.keyboard.press("Backspace");
  await budi.keyboard.type("sepertiga.");
  await expect(part(ani, "Rumusan masalah")).toHaveText("Pagu turun sepertiga.");
  await expect(budi.getByText(saved)).toBeVisible();
  await expect(ani.getByText(saved)).toBeVisible();
}

test("an official sees who wrote what in a sentence of two villages, and walks through it by keyboard", async ({
  hall,
}) => {
  await writeTogether(hall);
  const fani = await hall.enter("fasilitator");
  await hall.openCase(fani, { isEditing: false });
  await fani.getByRole("link", { name: "Riwayat" }).click();
  await expect(text(fani)).toBeVisible();
  await expect(text(fani).locator("ins").getByText("Pagu turun")).toHaveAttribute(
    "data-village",
    "0",
  );
  await expect(text(fani).locator("ins").getByText("sepertiga.")).toHaveAttribute(
    "data-village",
    "1",
  );
  await expect(fani.locator(".compare-sentence")).toContainText("2 perubahan oleh 2 desa.");
  await fani.keyboard.press("n");
  const walker = fani.getByRole("region", { name: "Menyusuri perubahan" });
  await expect(walker.getByRole("status")).toContainText(
    "Peserta Contoh A, Desa Contoh A menambahkan",
  );
  await expect(walker).toContainText("1 dari 2");
  await fani.keyboard.press("n");
  await expect(walker.getByRole("status")).toContainText("Desa Contoh B menambahkan");
  await expect(walker.getByRole("status")).toContainText("Rumusan masalah");
});

test("in the timeline a village's stretch shows its own changes, with what it deleted struck through", async ({
  hall,
}) => {
  await writeTogether(hall);
  const fani = await hall.enter("fasilitator");
  await openHistory(hall, fani);
  const timeline = fani.getByRole("complementary", { name: "Linimasa" });
  await timeline.getByRole("button", { name: /Desa Contoh B/ }).click();
  await expect(fani.locator(".compare-sentence")).toContainText(
    "Yang ditulis Peserta Contoh B, Desa Contoh B",
  );
  await expect(text(fani).locator("del").first()).toHaveText("besar.");
  await timeline.getByLabel("Kapan kalimat ini berubah?").fill("sepertiga");
  await timeline.getByRole("button", { name: "Cari" }).click();
  // Both villages, and the room that made the paragraph.
  await expect(timeline.locator(".stretch")).toHaveCount(3);
});

test("a participant sees villages in the history, and no names", async ({ hall }) => {
  await writeTogether(hall);
  const ani = await hall.enter("peserta-a", phone);
  await openHistory(hall, ani);
  await ani.getByRole("button", { name: "Perubahan berikutnya" }).click();
  const walker = ani.getByRole("region", { name: "Menyusuri perubahan" });
  await expect(walker.getByRole("status")).toContainText("Desa Contoh A menambahkan");
  await expect(ani.locator(".history")).not.toContainText("Peserta Contoh");
  await ani.getByRole("button", { name: "Linimasa" }).click();
  const sheet = ani.getByRole("dialog", { name: "Linimasa" });
  await sheet.getByRole("button", { name: /Desa Contoh B/ }).click();
  await sheet.getByRole("button", { name: "Dokumen saat itu" }).click();
  await expect(ani.locator(".player-moment")).toContainText("Dokumen pada");
});

test("the slider shows the document as it was, and selected words tell who wrote them", async ({
  hall,
}) => {
  await writeTogether(hall);
  const fani = await hall.enter("fasilitator");
  await openHistory(hall, fani);
  await fani.getByRole("button", { name: "Putar ulang" }).click();
  const slider = fani.getByRole("slider", { name: "Saat dalam riwayat" });
  await expect(text(fani)).toContainText("Pagu turun sepertiga.");
  await slider.fill("0");
  await expect(text(fani)).not.toContainText("Pagu");
  await fani.getByRole("button", { name: "Putar", exact: true }).click();
  await expect(text(fani)).toContainText("Pagu turun sepertiga.", { timeout: 60_000 });
  await text(fani).getByText("sepertiga.").selectText();
  await fani.getByRole("button", { name: "Siapa menulis ini?" }).click();
  const answer = fani.getByRole("region", { name: "Siapa menulis ini" });
  await expect(answer).toContainText("sepertiga.");
  await expect(answer).toContainText("ditulis Peserta Contoh B, Desa Contoh B");
});

test("a facilitator names a version, brings it back, and takes that back again", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator");
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani);
  await typeIn(ani, "Rumusan masalah", "Yang pertama.");
  await expect(ani.getByText(saved)).toBeVisible();
  await openHistory(hall, fani);
  await fani.getByRole("button", { name: "Beri nama versi sekarang" }).click();
  await fani.getByRole("textbox", { name: "Nama versi" }).fill("Sebelum rehat");
  await fani.getByRole("button", { name: "Simpan nama" }).click();
  await expect(fani.locator(".timeline-version")).toContainText("Sebelum rehat");
  await ani.keyboard.type(" Yang kedua.");
  await expect(ani.getByText("Menyimpan…")).toBeHidden();
  await openHistory(hall, fani);
  await expect(fani.locator(".compare-sentence")).toContainText("dibanding “Sebelum rehat”:");
  await expect(text(fani).locator("ins")).toHaveText(" Yang kedua.");

  await fani.locator(".timeline-version > button").click();
  await fani.getByRole("button", { name: "Pulihkan versi ini" }).click();
  await expect(text(fani).locator("del")).toHaveText(" Yang kedua.");
  await fani.locator(".restore-bar").getByRole("button", { name: "Pulihkan versi ini" }).click();
  const question = fani.getByRole("dialog", {
    name: /Pulihkan seluruh dokumen ke “Sebelum rehat”/,
  });
  await question.getByRole("button", { name: "Pulihkan", exact: true }).click();
  await expect(part(ani, "Rumusan masalah")).toHaveText("Yang pertama.");
  await expect(fani.locator(".restored")).toContainText("Sudah dipulihkan");
  await fani.getByRole("button", { name: "Batalkan pemulihan", exact: true }).click();
  await expect(part(ani, "Rumusan masalah")).toHaveText("Yang pertama. Yang kedua.");
});

test("an official reads both moments side by side, prints who changed what, and saves the whole record", async ({
  hall,
}) => {
  await writeTogether(hall);
  const fani = await hall.enter("fasilitator", { viewport: { width: 1366, height: 768 } });
  await openHistory(hall, fani, "?dari=1");
  await fani.getByRole("button", { name: "Berdampingan" }).click();
  const newer = fani.getByRole("region", { name: "Menjadi" });
  await expect(newer.locator("ins").first()).toHaveText("Pagu turun ");
  await expect(fani.getByRole("region", { name: "Semula" })).not.toContainText("Pagu");
  await fani.getByRole("button", { name: "Jadi satu" }).click();

  await fani.emulateMedia({ media: "print" });
  await fani.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const printed = fani.locator(".printed-changes li");
  await expect(printed).toHaveCount(2);
  await expect(printed.first()).toContainText("Peserta Contoh A, Desa Contoh A menambahkan");
  await expect(printed.first()).toContainText(/\d{4} \d\d\.\d\d/);
  await expect(fani.locator(".timeline-aside")).toBeHidden();
  await fani.evaluate(() => dispatchEvent(new Event("afterprint")));
  await fani.emulateMedia({ media: "screen" });

  const saveAs = async (name: string) => {
    await fani.getByText("Cetak dan simpan").click();
    const [download] = await Promise.all([
      fani.waitForEvent("download"),
      fani.getByRole("link", { name }).click(),
    ]);
    await fani.getByText("Cetak dan simpan").click();
    return { name: download.suggestedFilename(), text: await savedText(download) };
  };
  const csv = await saveAs("Simpan catatan (CSV)");
  expect(csv.name).toBe("riwayat.csv");
  expect(csv.text).toContain("Desa Contoh B,Peserta Contoh B");
  const json = await saveAs("Simpan catatan (JSON)");
  expect(json.name).toBe("riwayat.json");
  expect(JSON.parse(json.text)).toContainEqual(
    expect.objectContaining({
      author: expect.objectContaining({ name: "Peserta Contoh A" }),
      inserted: "Pagu turun besar.".length,
    }),
  );
});

for (const [name, viewport] of [
  ["phone", { width: 360, height: 740 }],
  ["laptop", { width: 1366, height: 768 }],
] as const) {
  test(`the history fits a ${name} and has no barrier that axe can find, light and dark`, async ({
    hall,
  }) => {
    await writeTogether(hall);
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await hall.enter("fasilitator", { viewport, colorScheme });
      const check = async (shown: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(viewport.width);
        await page.screenshot({ path: `test-results/history-${shown}-${name}-${colorScheme}.png` });
      };
      await openHistory(hall, page);
      await page.keyboard.press("n");
      await expect(page.locator("[data-current]").first()).toBeInViewport();
      await check("changes");
      if (name === "phone") {
        await page.getByRole("button", { name: "Linimasa" }).click();
        await expect(page.locator(".stretch").first()).toBeVisible();
        await check("timeline");
      }
      await openHistory(hall, page, "?saat=20");
      await check("moment");
      await openHistory(hall, page, "?pulihkan=20");
      await check("restore");
    }
  });
}
