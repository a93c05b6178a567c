import { expect, test, typeIn } from "./hall.ts";
import { annotate, card, openNotes, selectWords } from "./notes-in-text.ts";

const phone = { viewport: { width: 360, height: 740 } };

test("a regulation that is replaced says so wherever it was cited", async ({ hall }) => {
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/program/regulasi`);
  const add = async (number: string, year: string) => {
    await facilitator.getByRole("button", { name: "Tambah peraturan" }).click();
    const form = facilitator.getByRole("dialog");
    await form.getByLabel("Jenis").fill("Perdes Contoh");
    await form.getByLabel("Nomor").fill(number);
    await form.getByLabel("Tahun").fill(year);
    await form.getByLabel("Tentang").fill("Tata cara contoh");
    await form.getByRole("button", { name: "Simpan" }).click();
    await expect(form).toBeHidden();
  };
  await add("3", "2020");
  await add("5", "2026");

  const villager = await hall.enter("wakil-a");
  await hall.openCase(villager);
  await typeIn(villager, "Situasi dan fakta", "Menurut Perdes Contoh 3/2020, ini wajib.");
  await expect(villager.locator(".tiptap a:has(.citation)")).toHaveText("Perdes Contoh 3/2020");
  await typeIn(villager, "Rumusan masalah", "Apa bedanya dengan aturan lama tentang desa?");
  await selectWords(villager, "aturan lama");
  await villager.getByRole("button", { name: "Rujuk peraturan" }).click();
  const choice = villager.getByRole("dialog", { name: "Rujuk peraturan" });
  await choice.getByLabel("Cari peraturan").fill("113");
  await choice.getByRole("button", { name: /^Permendagri 113\/2014/ }).click();
  await expect(villager.locator(".tiptap a", { hasText: "aturan lama" })).toHaveAttribute(
    "href",
    "/program/regulasi/peraturan-2014",
  );
  await selectWords(villager, "ini wajib");
  await annotate(villager, { kind: "Rujukan aturan", text: "Lihat Perdes Contoh 3/2020 pasal 2." });
  const note = card(villager, "pasal 2");
  await expect(note.getByRole("link", { name: "Perdes Contoh 3/2020" })).toBeVisible();

  await facilitator.getByRole("link", { name: "Perdes Contoh 3/2020" }).click();
  await expect(facilitator.getByRole("heading", { level: 1 })).toHaveText(
    "Perdes Contoh Nomor 3 Tahun 2020",
  );
  await facilitator.getByRole("button", { name: "Ubah" }).click();
  const form = facilitator.getByRole("dialog");
  await form.getByLabel("Diganti oleh").selectOption("Perdes Contoh 5/2026");
  await form.getByRole("button", { name: "Simpan" }).click();
  await expect(facilitator.getByText("Diganti", { exact: true })).toBeVisible();
  await facilitator.getByRole("link", { name: "Perdes Contoh Nomor 5 Tahun 2026" }).click();
  await facilitator.getByRole("button", { name: "Ubah" }).click();
  await form.getByLabel("Diganti oleh").selectOption("Perdes Contoh 3/2020");
  await form.getByRole("button", { name: "Simpan" }).click();
  await expect(form.getByRole("alert")).toContainText("berputar kembali");
  await form.getByRole("button", { name: "Batal" }).click();

  await villager.reload();
  const standing = "(tidak berlaku lagi, diganti Perdes Contoh 5/2026)";
  await expect(villager.locator(".tiptap .citation-standing")).toHaveText([
    standing,
    "(tidak berlaku lagi, diganti Permendagri 20/2018)",
  ]);
  await openNotes(villager);
  await expect(card(villager, "pasal 2")).toContainText(standing);
  await expect(async () => {
    await facilitator.goto(`${hall.url}/program/regulasi`);
    await facilitator.getByRole("link", { name: "Perdes Contoh 3/2020" }).click();
    const source = facilitator.getByRole("listitem").filter({ hasText: "Menyusun APBDes 2027" });
    await expect(source).toContainText("di dalam teks", { timeout: 2_000 });
    await expect(source).toContainText("di 1 catatan");
  }).toPass();
});

test("a village shares a practice that it began offline, and another one applies it", async ({
  hall,
}) => {
  const sharer = await hall.enter("peserta-a", phone);
  await sharer.goto(`${hall.url}/program/praktik`);
  await sharer.getByRole("link", { name: "Bagikan praktik desa kami" }).click();
  await sharer.getByLabel("Judul").fill("Papan anggaran di setiap dusun");
  await sharer.context().setOffline(true);
  await sharer.getByLabel("Keadaan sebelumnya").fill("Warga tidak tahu isi APBDes.");
  await sharer.getByLabel("Apa yang dilakukan").fill("Ringkasan dipasang di papan dusun.");
  await sharer.getByLabel("Kantor yang dapat dihubungi").fill("Sekdes 0812 3456 7890");
  await sharer.getByRole("button", { name: "Bagikan ke semua desa" }).click();
  await expect(sharer.getByRole("alert")).toBeVisible();
  await sharer.context().setOffline(false);
  // As when the browser was closed: the device has the words.
  const again = await sharer.context().newPage();
  await sharer.close();
  await again.goto(`${hall.url}/program/praktik/bagikan`);
  await expect(again.getByLabel("Apa yang dilakukan")).toHaveValue(
    "Ringkasan dipasang di papan dusun.",
  );
  await again.getByRole("button", { name: "Bagikan ke semua desa" }).click();
  await expect(again.getByRole("alert")).toContainText("bukan nomor telepon");
  await again.getByLabel("Kantor yang dapat dihubungi").fill("Sekretariat Desa Contoh A");
  await again.getByRole("button", { name: "Bagikan ke semua desa" }).click();
  await expect(again.getByRole("heading", { level: 1 })).toHaveText(
    "Papan anggaran di setiap dusun",
  );

  const other = await hall.enter("wakil-b", phone);
  await other.goto(`${hall.url}/program/praktik`);
  await other.getByLabel("Cari praktik").fill("papan dusun");
  await expect(other.getByText("1 praktik", { exact: true })).toBeVisible();
  await other.getByRole("link", { name: "Papan anggaran di setiap dusun" }).click();
  await other.getByRole("button", { name: "Kami terapkan" }).click();
  await other.getByLabel("Apa yang disesuaikan di desa Anda?").fill("Hanya di balai dusun.");
  await other.getByRole("button", { name: "Tandai kami terapkan" }).click();
  await expect(other.getByText("Desa Anda menerapkan praktik ini.")).toBeVisible();

  await again.reload();
  await expect(again.getByRole("listitem").filter({ hasText: "Desa Contoh B" })).toContainText(
    "Hanya di balai dusun.",
  );
  await other.getByRole("button", { name: "Batalkan “kami terapkan”" }).click();
  await expect(other.getByText(/^Belum ada desa lain/)).toBeVisible();
});

test("an official asks without the village's name, the answer stands, and it becomes a case", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/program/pengumuman`);
  await facilitator.getByRole("button", { name: "Buat pengumuman" }).click();
  await facilitator.getByLabel("Judul").fill("Tanya Bareng sudah dibuka");
  await facilitator.getByRole("button", { name: "Umumkan kepada semua desa" }).click();
  await expect(facilitator.getByRole("button", { name: "Dibaca 1 orang" })).toBeVisible();

  const asker = await hall.enter("wakil-a", phone);
  const news = asker.getByRole("region", { name: "Pengumuman" });
  await news.getByRole("button", { name: /^Sudah saya baca/ }).click();
  await expect(news).toHaveCount(0);
  await asker.goto(`${hall.url}/program/tanya/baru`);
  await asker.getByLabel(/^Pertanyaan/).fill("Pajak honor narasumber luar desa");
  await asker.getByText("Jangan tampilkan nama desa kami").click();
  await asker.getByRole("button", { name: "Kirim pertanyaan" }).click();
  await expect(asker.getByText("Nama desa Anda tidak ditampilkan")).toBeVisible();

  const other = await hall.enter("peserta-b", phone);
  await other.goto(`${hall.url}/program/tanya/baru`);
  await other.getByLabel(/^Pertanyaan/).fill("Bagaimana pajak honor?");
  await other.getByRole("link", { name: "Pajak honor narasumber luar desa" }).click();
  await expect(other.getByText("Sebuah desa, nama tidak ditampilkan")).toBeVisible();
  await expect(other.getByText("Desa Contoh A")).toHaveCount(0);
  await other.getByLabel("Jawaban Anda").fill("Dipungut bendahara desa.");
  await other.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(other.getByRole("listitem")).toContainText("Dipungut bendahara desa.");

  await facilitator.goto(`${hall.url}/program/tanya`);
  await facilitator.getByRole("link", { name: "Pajak honor narasumber luar desa" }).click();
  await expect(facilitator.getByText("Disembunyikan dari desa lain")).toBeVisible();
  await facilitator.getByRole("button", { name: "Tandai sebagai jawaban" }).click();
  const form = facilitator.getByRole("dialog");
  await form.getByLabel(/dasarnya/).selectOption("Permendagri 20/2018");
  await form.getByRole("button", { name: "Tandai" }).click();
  await expect(facilitator.getByRole("button", { name: "Hapus tanda" })).toBeVisible();

  await asker.reload();
  await expect(asker.getByRole("link", { name: "Permendagri 20/2018" })).toBeVisible();
  await asker.getByRole("button", { name: "Jadikan usulan kasus" }).click();
  await expect(asker.getByRole("heading", { level: 1 })).toHaveText(
    "Pajak honor narasumber luar desa",
  );
  await other.reload();
  await expect(other.getByText("Sudah menjadi usulan kasus")).toBeVisible();
});
