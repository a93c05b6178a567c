import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { strFromU8, unzipSync } from "fflate";
import { demoForumId } from "../scripts/demo/forum.ts";
import { endForum } from "./evidence-data.ts";
import { expect, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };

test("a facilitator gathers what proves an indicator, opens a number to its rows, and takes all of it away", async ({
  hall,
}) => {
  await hall.change((database) => endForum(database, ["peserta-a", "wakil-b", "peninjau"]));
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/program`);
  await facilitator.getByRole("link", { name: /^Tanggal dan bukti: Uji coba forum/ }).click();
  await facilitator.getByLabel(/^Mulai/).fill("2026-02-02");
  await facilitator.getByRole("button", { name: "Simpan" }).click();
  await expect(facilitator.getByText("Tersimpan.")).toBeVisible();
  await expect(facilitator.getByText("Berjalan", { exact: true })).toBeVisible();
  await facilitator.getByRole("button", { name: "Tambah bukti" }).click();
  const proof = facilitator.getByRole("dialog");
  await proof.getByLabel("Jenis bukti").selectOption("Forum");
  await proof.getByLabel("Forum yang mana").selectOption(demoForumId);
  await proof.getByRole("button", { name: "Tambah bukti" }).click();
  await expect(proof).toBeHidden();
  await expect(facilitator.locator(".evidence-proof")).toContainText("Forum: Menyusun APBDes 2027");

  await facilitator.goto(`${hall.url}/program`);
  await facilitator.getByRole("link", { name: "Buka Berkas Bukti" }).click();
  const minutes = facilitator.locator(".evidence-number").filter({ hasText: "notulen disahkan" });
  await expect(minutes).toContainText("belum ada data");
  await facilitator.getByRole("link", { name: "Peserta berbeda: 3 baris" }).click();
  await expect(facilitator.getByText("3 orang", { exact: true })).toBeVisible();
  const row = facilitator.getByRole("row").filter({ hasText: "Peserta Contoh A" });
  await expect(row).toContainText("Desa Contoh A");
  await row.getByRole("link", { name: "Buka sumber" }).click();
  await expect(facilitator).toHaveURL(`${hall.url}/forum/${demoForumId}/peserta`);

  await facilitator.goto(`${hall.url}/program/bukti`);
  const indicator = facilitator.locator(".evidence-indicator").filter({ hasText: "Bimtek" });
  await expect(indicator).toContainText("belum ada bukti");
  await indicator.getByRole("link").click();
  await facilitator.getByLabel("Tingkat yang dicapai").selectOption({ label: "Tingkat 1: 1 kali" });
  await facilitator.getByLabel("Keadaan").selectOption("Lengkap");
  await facilitator.getByRole("button", { name: "Simpan" }).click();
  await expect(facilitator.getByText("Tersimpan.")).toBeVisible();
  await facilitator.getByLabel("Pilih foto atau PDF").setInputFiles({
    name: "undangan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await expect(facilitator.getByText("undangan.pdf tersimpan.")).toBeVisible();
  await facilitator.getByText("Riwayat perubahan").click();
  await expect(facilitator.getByText("Keadaan: Belum mulai → Lengkap")).toBeVisible();

  await facilitator.getByRole("link", { name: "Kembali" }).click();
  await expect(indicator).not.toContainText("belum");
  const download = facilitator.waitForEvent("download");
  await facilitator.getByRole("button", { name: "Simpan sebagai ZIP" }).click();
  const pack = unzipSync(readFileSync(await (await download).path()));
  expect(Object.keys(pack)).toEqual(
    expect.arrayContaining([
      "index.html",
      "index.csv",
      "angka/participants.csv",
      "berkas/05-bimtek-inovasi/undangan.pdf",
    ]),
  );
  const index = strFromU8(pack["index.html"] ?? new Uint8Array());
  expect(index).toContain("5. Bimtek inovasi");
  expect(index).toContain("belum ada data");

  const onPhone = await hall.enter("fasilitator", phone);
  for (const path of ["", "/angka/participants", "/indikator/indikator-05", "/daftar"]) {
    await onPhone.goto(`${hall.url}/program/bukti${path}`);
    await expect(onPhone.getByText(/^(?:5\. )?Bimtek inovasi|^3 orang/).first()).toBeVisible();
    const width = await onPhone.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const { violations } = await new AxeBuilder({ page: onPhone }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test("who was there says once what the forum was to them, and who only reads changes nothing", async ({
  hall,
}) => {
  await hall.change((database) => endForum(database, ["peserta-a"]));
  const villager = await hall.enter("peserta-a", phone);
  await villager.goto(`${hall.url}/forum/${demoForumId}`);
  await villager.getByLabel("4 · Berguna").check();
  await villager.getByLabel(/^Saran atau kesan/).fill("Contoh kasusnya jelas.");
  await villager.getByRole("button", { name: "Kirim penilaian" }).click();
  await expect(villager.getByText("Terima kasih. Penilaian Anda tersimpan")).toBeVisible();
  await villager.goto(`${hall.url}/program`);
  await expect(villager.getByText("Belum dijadwalkan")).toHaveCount(5);
  await expect(villager.getByRole("link", { name: "Buka Berkas Bukti" })).toHaveCount(0);
  await villager.goto(`${hall.url}/program/bukti`);
  await expect(villager.getByRole("heading", { level: 1 })).toHaveText("Tidak ditemukan");

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/forum/${demoForumId}`);
  await expect(facilitator.getByText("1 penilaian")).toBeVisible();
  // One answer would say whose it is.
  await expect(facilitator.getByText("Contoh kasusnya jelas.")).toHaveCount(0);

  const reviewer = await hall.enter("peninjau");
  await reviewer.goto(`${hall.url}/program/bukti/indikator/indikator-05`);
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("5. Bimtek inovasi");
  await expect(reviewer.getByRole("button", { name: "Simpan" })).toHaveCount(0);
  await expect(reviewer.getByRole("button", { name: "Tambah bukti" })).toHaveCount(0);
});
