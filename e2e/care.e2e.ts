import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { demoForumId } from "../scripts/demo/forum.ts";
import { preparedState } from "../scripts/end-to-end-setup.ts";
import { freePort } from "../scripts/free-port.ts";
import { withLocalDatabase } from "../scripts/local-database.ts";
import { startServer } from "../scripts/serve.ts";
import { people } from "../worker/db/schema.ts";
import { expect, test, typeIn } from "./hall.ts";

test("a newly invited person reads the privacy notice once", async ({ browser }) => {
  const stateFolder = mkdtempSync(join(tmpdir(), "sinau-notice-"));
  cpSync(preparedState, stateFolder, { recursive: true });
  await withLocalDatabase(stateFolder, (database) =>
    database.update(people).set({ noticeSeenAt: null }).where(eq(people.id, "peserta-a")),
  );
  const server = await startServer({ port: await freePort(), stateFolder, isPrepared: true });
  const context = await browser.newContext({ locale: "id-ID" });
  try {
    const page = await context.newPage();
    await page.goto(await server.signInAddress("peserta-a"));
    await page.getByRole("button", { name: "Masuk" }).click();
    await expect(page.getByRole("heading", { name: "Pemberitahuan data pribadi" })).toBeVisible();
    await expect(page.getByText("Nomor telepon hanya dilihat")).toBeVisible();
    await page.getByRole("button", { name: "Saya mengerti" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Sugeng rawuh");
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Sugeng rawuh");
    await page.goto(`${server.url}/saya`);
    await expect(page.getByText("Nomor telepon hanya dilihat")).toBeVisible();
  } finally {
    await context.close();
    await server.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  }
});

test("a camat gives and takes a role, and the log tells it", async ({ hall }) => {
  const camat = await hall.enter("camat");
  await camat.goto(`${hall.url}/kelola/orang/notulis`);
  await camat.getByRole("button", { name: "Beri peran Fasilitator" }).click();
  await camat.getByRole("button", { name: "Cabut peran Fasilitator" }).click();
  const asked = camat.getByRole("dialog", {
    name: "Cabut peran Fasilitator dari Notulis Contoh?",
  });
  await asked.getByRole("button", { name: "Cabut peran Fasilitator" }).click();
  await expect(camat.getByRole("button", { name: "Beri peran Fasilitator" })).toBeVisible();

  await camat.goto(`${hall.url}/kelola/catatan`);
  const given = camat.getByRole("row").filter({ hasText: "Peran diberikan" });
  await expect(given).toContainText("Camat Contoh");
  await expect(given).toContainText("Orang: Notulis Contoh");
  await expect(camat.getByRole("row").filter({ hasText: "Peran dicabut" })).toHaveCount(1);
  await camat.getByRole("button", { name: "Periksa rantai" }).click();
  await expect(camat.getByText(/Rantai utuh sampai baris \d+/)).toBeVisible();
});

test("the last camat is told why the role stays", async ({ hall }) => {
  const camat = await hall.enter("camat");
  await camat.goto(`${hall.url}/kelola/orang/camat`);
  await camat.getByRole("button", { name: "Cabut peran Camat" }).click();
  const asked = camat.getByRole("dialog");
  await asked.getByRole("button", { name: "Cabut peran Camat" }).click();
  await expect(asked.getByRole("alert")).toContainText("satu-satunya camat");
});

test("a removed person's words stay, and their name is gone", async ({ hall }) => {
  const phone = await hall.enter("peserta-c");
  await hall.openCase(phone);
  await typeIn(phone, "Situasi dan fakta", "Kata yang tetap ada.");
  await expect(phone.getByText(/Tersimpan/).first()).toBeVisible();

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/kelola/orang/peserta-c`);
  await facilitator.getByRole("button", { name: "Hapus dari Sinau Bareng" }).click();
  const asked = facilitator.getByRole("dialog", { name: "Hapus Peserta Contoh C?" });
  await expect(asked).toContainText("Yang tetap: tulisan");
  await asked.getByRole("button", { name: "Hapus dari Sinau Bareng" }).click();
  await expect(facilitator.getByText("Orang ini sudah dihapus.")).toBeVisible();
  await phone.goto(hall.url);
  await expect(phone.getByRole("heading", { name: "Anda belum masuk" })).toBeVisible();

  await facilitator.goto(`${hall.url}/forum/${demoForumId}/peserta`);
  await expect(facilitator.getByText("Wakil Contoh C").first()).toBeVisible();
  await expect(facilitator.getByText("Peserta Contoh C")).toHaveCount(0);
  await hall.openCase(facilitator, { isEditing: false });
  await expect(facilitator.getByText("Kata yang tetap ada.")).toBeVisible();
});

test("the log is exported and a formula in a name does not execute", async ({ hall }) => {
  const villager = await hall.enter("peserta-b");
  await villager.goto(`${hall.url}/saya`);
  await villager.getByRole("button", { name: "Perbaiki data" }).click();
  await villager.getByLabel("Nama").fill("=HYPERLINK(1)");
  await villager.getByRole("button", { name: "Simpan perbaikan" }).click();
  await expect(villager.getByText("Perbaikan tersimpan.")).toBeVisible();

  const camat = await hall.enter("camat");
  await camat.goto(`${hall.url}/kelola/catatan`);
  await expect(camat.getByRole("link", { name: "=HYPERLINK(1)" }).first()).toBeVisible();
  const coming = camat.waitForEvent("download");
  await camat.getByRole("button", { name: "Simpan sebagai CSV" }).click();
  const text = readFileSync(await (await coming).path(), "utf8").replace("\uFEFF", "");
  expect(text).toContain("personCorrected");
  expect(text).not.toContain("HYPERLINK");
  for (const cell of text.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
});

test("a code for a lost phone is shown big, and the phone is out", async ({ hall }) => {
  const lost = await hall.enter("peserta-d");
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/kelola/orang/peserta-d`);
  await facilitator.getByRole("button", { name: "Buat kode masuk" }).click();
  const asked = facilitator.getByRole("dialog");
  await expect(asked).toContainText("Semua perangkat Peserta Contoh D dikeluarkan");
  await asked.getByRole("button", { name: "Buat kode masuk" }).click();
  await expect(facilitator.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();
  await expect(facilitator.getByText(/Berlaku 1[45]\.\d\d lagi/)).toBeVisible();
  await lost.goto(hall.url);
  await expect(lost.getByRole("heading", { name: "Anda belum masuk" })).toBeVisible();
});

test("the pages of care fit both sizes and have no barrier that axe can find", async ({ hall }) => {
  for (const [width, height] of [
    [360, 740],
    [1366, 768],
  ] as const) {
    const viewport = { width, height };
    const page = await hall.enter("camat", {
      viewport,
      colorScheme: width === 360 ? "light" : "dark",
    });
    for (const path of ["kelola/orang/wakil-a", "kelola/catatan", "kelola/pengaturan", "saya"]) {
      await page.goto(`${hall.url}/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      const folder = process.env.CARE_PICTURES;
      if (folder) {
        const name = `${path.replaceAll("/", "-")}-${width}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        path,
      ).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
});
