import { demoForumId, demoMinutesId } from "../scripts/demo/forum.ts";
import { expect, test } from "./hall.ts";
import { nextForumId, planNextForum, promiseSomething } from "./register-data.ts";

const phone = { viewport: { width: 360, height: 740 } };

test("what was agreed on is in the register, and a village reports on its follow-up", async ({
  hall,
}) => {
  await hall.change(promiseSomething);
  const villager = await hall.enter("peserta-a", phone);
  await villager.goto(`${hall.url}/forum/${demoForumId}/kesepakatan`);
  await expect(villager.getByText("Belanja wajib didahulukan di semua desa.")).toBeVisible();
  const own = villager.getByRole("listitem").filter({ hasText: "Musyawarah desa" });
  await expect(own).toContainText("Terlambat");
  await expect(own).toContainText("terlambat 5 hari");
  await expect(own.getByRole("link", { name: /^Lihat di Notulen/ })).toHaveAttribute(
    "href",
    `/dokumen/${demoMinutesId}#c-tindak-1`,
  );
  const theirs = villager.getByRole("listitem").filter({ hasText: "Menyusun RAB" });
  await expect(theirs).toContainText("3 hari lagi");
  await expect(theirs.getByRole("button", { name: /^Perbarui/ })).toHaveCount(0);

  await own.getByRole("button", { name: /^Perbarui/ }).click();
  const form = villager.getByRole("dialog");
  await form.getByText("Selesai", { exact: true }).click();
  await form.getByLabel("Apa yang sudah dilakukan?").fill("Musyawarah digelar di balai desa.");
  await form.getByLabel(/^Tautan bukti/).fill("contoh.test/berita-acara");
  await form.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(form.getByRole("alert")).toContainText("diawali https://");
  await form.getByLabel(/^Tautan bukti/).fill("https://contoh.test/berita-acara");
  await form.getByLabel("Pilih foto atau PDF").setInputFiles({
    name: "berita-acara.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await expect(form.getByText("Terlampir: berita-acara.pdf")).toBeVisible();
  await form.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(form).toBeHidden();
  await expect(own.getByText("Selesai", { exact: true })).toBeVisible();

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/forum/${demoForumId}/kesepakatan`);
  const seen = facilitator.getByRole("listitem").filter({ hasText: "Musyawarah desa" });
  await seen.getByText("Riwayat (1)").click();
  await expect(seen).toContainText("Peserta Contoh A");
  await expect(seen).toContainText("Musyawarah digelar di balai desa.");
  await expect(seen.getByRole("link", { name: /Buka tautan/ })).toHaveAttribute(
    "href",
    "https://contoh.test/berita-acara",
  );
  const download = facilitator.waitForEvent("download");
  await seen.getByRole("link", { name: "Unduh berita-acara.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("berita-acara.pdf");
});

test("what was typed into a report is still there after the form was closed", async ({ hall }) => {
  await hall.change(promiseSomething);
  const villager = await hall.enter("peserta-a", phone);
  await villager.getByRole("button", { name: /^Perbarui/ }).click();
  await villager.getByLabel("Apa yang sudah dilakukan?").fill("Undangan sudah dibagikan.");
  await villager.keyboard.press("Escape");
  await expect(villager.getByRole("dialog")).toBeHidden();
  await villager.getByRole("button", { name: /^Perbarui/ }).click();
  await expect(villager.getByLabel("Apa yang sudah dilakukan?")).toHaveValue(
    "Undangan sudah dibagikan.",
  );
});

test("an overdue follow-up waits at home for its village and is counted for its hosts", async ({
  hall,
}) => {
  await hall.change(promiseSomething);
  const facilitator = await hall.enter("fasilitator");
  const waiting = facilitator.getByRole("region", { name: "Menunggu Anda" });
  await expect(waiting).toContainText("Desa Contoh A");
  await expect(waiting).toContainText("1 terlambat");
  await waiting.getByRole("link", { name: "Lihat tindak lanjut" }).click();
  await expect(facilitator.getByRole("heading", { level: 1 })).toHaveText(
    "Tindak Lanjut semua desa",
  );
  const items = facilitator.locator(".follow-up");
  await expect(items.first()).toContainText("Musyawarah desa");
  await expect(items).toHaveCount(2);

  const villager = await hall.enter("wakil-a", phone);
  const own = villager.getByRole("region", { name: "Menunggu Anda" });
  await expect(own).toContainText("Musyawarah desa");
  await expect(own).not.toContainText("Menyusun RAB");
  await own.getByRole("button", { name: /^Perbarui/ }).click();
  await villager.getByRole("dialog").getByText("Selesai", { exact: true }).click();
  await villager.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(villager.getByText("Musyawarah desa")).toHaveCount(0);

  await facilitator.goto(hall.url);
  await expect(facilitator.getByRole("heading", { name: "Sedang dikerjakan" })).toBeVisible();
  await expect(facilitator.getByRole("heading", { name: "Tahap program" })).toBeVisible();
  await expect(facilitator.getByText("1 terlambat")).toHaveCount(0);
});

test("a facilitator moves a due date, and the signed one stays in the history", async ({
  hall,
}) => {
  await hall.change(promiseSomething);
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/forum/${demoForumId}/kesepakatan`);
  const item = facilitator.getByRole("listitem").filter({ hasText: "Musyawarah desa" });
  await item.getByRole("button", { name: /^Pindahkan tenggat/ }).click();
  const form = facilitator.getByRole("dialog");
  await form.getByLabel("Tenggat baru").fill("2099-01-31");
  await form.getByLabel("Alasan").fill("Menunggu pagu definitif.");
  await form.getByRole("button", { name: "Pindahkan tenggat" }).click();
  await expect(form).toBeHidden();
  await expect(item).toContainText("Sabtu, 31 Januari 2099");
  await expect(item).toContainText("Belum mulai");
  await item.getByText("Riwayat (1)").click();
  await expect(item).toContainText("Alasan: Menunggu pagu definitif.");
});

test("what is open returns at the next forum with one click, with its history", async ({
  hall,
}) => {
  await hall.change(async (database) => {
    await promiseSomething(database);
    await planNextForum(database);
  });
  const villager = await hall.enter("peserta-a", phone);
  await villager.getByRole("button", { name: /^Perbarui/ }).click();
  await villager.getByRole("dialog").getByText("Dalam proses", { exact: true }).click();
  await villager.getByLabel("Apa yang sudah dilakukan?").fill("Undangan sudah dibagikan.");
  await villager.getByRole("button", { name: "Kirim laporan" }).click();
  await expect(villager.getByRole("dialog")).toBeHidden();

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/forum/${nextForumId}`);
  await facilitator
    .getByRole("button", { name: "Ambil tindak lanjut yang belum selesai (2)" })
    .click();
  await expect(facilitator.getByText("2 tindak lanjut dibawa ke forum ini.")).toBeVisible();
  await facilitator
    .getByRole("button", { name: /^Keluarkan dari forum ini: Menyusun RAB/ })
    .click();
  await expect(facilitator.getByText("Dikeluarkan dari forum ini.")).toBeVisible();
  await facilitator.getByRole("button", { name: "Kembalikan" }).click();
  await expect(facilitator.getByText("1 tindak lanjut dibawa ke forum ini.")).toBeVisible();

  await villager.goto(`${hall.url}/forum/${nextForumId}/kesepakatan`);
  await expect(villager.getByText("Dari forum sebelumnya")).toBeVisible();
  const own = villager.getByRole("listitem").filter({ hasText: "Musyawarah desa" });
  await expect(own).toContainText("Dari Menyusun APBDes 2027");
  await own.getByText("Riwayat (2)").click();
  await expect(own).toContainText("Dibawa ke Forum Sinau Triwulan I 2027");
  await expect(own).toContainText("Undangan sudah dibagikan.");
});
