import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { demoCaseId, demoForumId } from "../scripts/demo/forum.ts";
import { outcomes } from "../worker/db/outcome-schema.ts";
import { documents } from "../worker/db/schema.ts";
import { expect, type Hall, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };

const confirm = async (page: Page, button: string) => {
  await page.getByText("Ubah status").click();
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("dialog").getByRole("button", { name: button }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
};

/** Makes a module and asks the representative of village A to write in it. */
async function makeModule(page: Page, hall: Hall, title: string): Promise<string> {
  await page.goto(`${hall.url}/program`);
  await page.getByRole("link", { name: "Buka modul" }).click();
  await page.getByRole("link", { name: "Buat modul" }).click();
  await page.getByLabel("Judul modul").fill(title);
  await page.getByRole("button", { name: "Buat modul" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Minta seseorang menulis" }).click();
  await page.getByLabel("Siapa").selectOption({ label: "Wakil Contoh A, Desa Contoh A" });
  await page.getByLabel("Menulis apa").fill("Contoh RAB");
  await page.getByRole("button", { name: "Minta menulis" }).click();
  await expect(page.getByText("Contoh RAB")).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test("a facilitator and the village's representative who was asked write a module together; the others read it from Uji coba on, and nobody writes once the camat has published it", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  const id = await makeModule(facilitator, hall, "Menyusun RAB yang wajar");
  const other = await hall.enter("peserta-b", phone);
  await other.goto(`${hall.url}/program/modul/${id}`);
  await expect(other.getByText("Tidak ditemukan")).toBeVisible();

  const asked = await hall.enter("wakil-a", phone);
  await asked.goto(`${hall.url}/program/modul`);
  await expect(asked.getByRole("heading", { name: "Anda diminta menulis" })).toBeVisible();
  await asked.getByRole("link", { name: "Menyusun RAB yang wajar" }).first().click();
  await expect(asked.getByText("Anda diminta menulis: Contoh RAB")).toBeVisible();
  await asked.getByRole("link", { name: "Tulis bersama" }).click();
  await asked.getByRole("button", { name: "Mulai menyunting" }).click();
  const material = asked.locator('[data-container="section"][data-kind="material"] p').first();
  await material.click();
  await asked.keyboard.type("Harga satuan diambil dari tiga toko.");
  await expect(asked.getByText(/^Tersimpan/)).toBeVisible();

  await facilitator.getByRole("link", { name: "Tulis bersama" }).click();
  await expect(facilitator.locator(".tiptap")).toContainText("Harga satuan diambil");
  await facilitator.getByRole("link", { name: "Kembali" }).click();
  for (const step of ["Mulai Uji coba", "Mulai Evaluasi"]) await confirm(facilitator, step);
  await asked.keyboard.type(" Catat tanggalnya.");
  const changed = facilitator.locator("ins").filter({ hasText: "Catat tanggalnya." });
  await expect(async () => {
    await facilitator.goto(`${hall.url}/program/modul/${id}`);
    await facilitator.getByRole("link", { name: "Bandingkan versi" }).click();
    await expect(changed).toBeVisible({ timeout: 5000 });
  }).toPass();
  await facilitator.goto(`${hall.url}/program/modul/${id}`);
  await confirm(facilitator, "Tandai Disempurnakan");

  await other.reload();
  await other.getByRole("link", { name: "Baca modul" }).click();
  await expect(other.locator(".tiptap")).toContainText("Catat tanggalnya.");
  await expect(other.getByRole("button", { name: "Mulai menyunting" })).toBeHidden();

  const camat = await hall.enter("camat", phone);
  await camat.goto(`${hall.url}/program/modul/${id}`);
  await confirm(camat, "Terbitkan modul");
  await expect(camat.getByText("Terbit", { exact: true }).first()).toBeVisible();
  await expect(asked.getByText("Sekarang Anda dapat membaca saja")).toBeVisible();
});

test("a forum uses a module, its people evaluate it on their phones once, the results stand as bars and a table, and it cannot be deleted any more", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  const id = await makeModule(facilitator, hall, "Menyusun RAB yang wajar");
  await confirm(facilitator, "Mulai Uji coba");
  await facilitator.goto(`${hall.url}/forum/${demoForumId}`);
  await facilitator.getByRole("button", { name: "Tambah mata acara" }).click();
  await facilitator.getByLabel("Mata acara").fill("Belajar menyusun RAB");
  await facilitator.getByLabel("Jenis").selectOption("Modul");
  await facilitator.getByRole("checkbox", { name: "Menyusun RAB yang wajar" }).check();
  await facilitator.getByRole("button", { name: "Simpan" }).click();
  const inAgenda = facilitator.getByRole("link", { name: "Menyusun RAB yang wajar" });
  await expect(inAgenda).toBeVisible();

  await facilitator.goto(`${hall.url}/forum/${demoForumId}`);
  await confirm(facilitator, "Akhiri forum");

  const participant = await hall.enter("peserta-b", phone);
  await participant.getByRole("link", { name: /^Beri penilaian/ }).click();
  await participant.getByRole("button", { name: "Kirim penilaian" }).click();
  await expect(participant.getByText("Masih 4 pertanyaan yang belum dijawab.")).toBeVisible();
  for (const scale of ["Mudah dipahami", "Berguna", "Sesuai", "Dapat langsung"]) {
    await participant
      .getByRole("group", { name: scale })
      .getByRole("radio", { name: scale === "Sesuai" ? "Kurang" : "Ya, sangat" })
      .check();
  }
  await participant.getByLabel("Satu saran").fill("Tambah latihan");
  await participant.reload();
  await participant.getByRole("button", { name: "Kirim penilaian" }).click();
  await expect(
    participant.getByText("Terima kasih. Penilaian Anda sudah tersimpan."),
  ).toBeVisible();

  await facilitator.goto(`${hall.url}/program/modul/${id}`);
  await expect(facilitator.getByText(/kurang dari 3 orang, hanya jumlahnya/)).toBeVisible();
  await expect(facilitator.getByText("Tambah latihan")).toBeHidden();
  for (const personId of ["peserta-a", "peserta-c"]) {
    const { request } = await hall.enter(personId, phone);
    const answer = await request.put(`${hall.url}/api/modules/${id}/evaluations/${demoForumId}`, {
      headers: { origin: hall.url },
      data: { scales: { clear: 4, useful: 4, fitting: 2, applicable: 4 }, word: "" },
    });
    expect(answer.ok()).toBe(true);
  }
  await facilitator.reload();
  await expect(facilitator.getByText("Peserta desa (3 penilaian)")).toBeVisible();
  await expect(facilitator.getByText("rata-rata 2,0 dari 4")).toBeVisible();
  await expect(facilitator.getByText("Tambah latihan")).toBeVisible();
  await facilitator.getByText("Lihat sebagai tabel").click();
  await expect(facilitator.getByRole("cell", { name: "2,0" })).toBeVisible();
  await facilitator.getByText("Ubah status").click();
  await facilitator.getByRole("button", { name: "Hapus modul" }).click();
  await facilitator.getByRole("dialog").getByRole("button", { name: "Hapus modul" }).click();
  await expect(facilitator.getByText("Modul ini dipakai sebuah forum")).toBeVisible();
});

test("what a drafted case taught is written down once, villages mark that they apply it, and three months later Beranda asks both what came of it", async ({
  hall,
}) => {
  await hall.change((database) =>
    database.update(documents).set({ status: "drafted" }).where(eq(documents.id, demoCaseId)),
  );
  const minuteTaker = await hall.enter("notulis");
  await minuteTaker.goto(`${hall.url}/program/hasil`);
  await minuteTaker.getByRole("link", { name: /^Tulis lembar untuk Menyusun APBDes/ }).click();
  await minuteTaker.getByLabel("Apa yang dipelajari").fill("Mulai dari belanja tidak wajib.");
  await minuteTaker.getByRole("button", { name: "Simpan" }).click();
  await expect(minuteTaker.getByText("Ditanyakan lagi mulai")).toBeVisible();

  const village = await hall.enter("peserta-b", phone);
  await village.goto(`${hall.url}/dokumen/${demoCaseId}`);
  await village.getByRole("link", { name: "Lembar Hasil Belajar kasus ini" }).click();
  await expect(village.getByText("Mulai dari belanja tidak wajib.")).toBeVisible();
  await village.getByRole("button", { name: "Desa kami menerapkan ini" }).click();
  await expect(village.getByRole("list").getByText("Desa Contoh B")).toBeVisible();

  await hall.change((database) => database.update(outcomes).set({ askAgainAt: 1 }));
  for (const [page, button] of [
    [village, "Tulis hasil di desa kami"],
    [minuteTaker, "Tulis hasilnya"],
  ] as const) {
    await page.goto(hall.url);
    await page.getByRole("link", { name: /^Tulis hasilnya/ }).click();
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("textbox").fill("Belanja rapat turun separuh.");
    await page.getByRole("button", { name: "Simpan" }).click();
    await expect(page.getByText("Belanja rapat turun separuh.").first()).toBeVisible();
    await page.goto(hall.url);
    await expect(page.getByRole("heading", { name: "Sedang dikerjakan" })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Tulis hasilnya/ })).toBeHidden();
  }
});
