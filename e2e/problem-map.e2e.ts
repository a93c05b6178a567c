import type { Page } from "@playwright/test";
import { expect, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };
const wide = { viewport: { width: 1366, height: 768 } };

async function choose(page: Page, titles: readonly RegExp[]): Promise<void> {
  for (const title of titles) await page.getByRole("checkbox", { name: title }).check();
}

test("a facilitator takes a problem from a survey, and a village puts it before the forum", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator", wide);
  await facilitator.goto(`${hall.url}/program/survei/survei-kebutuhan/hasil`);
  const question = facilitator.getByRole("listitem").filter({
    has: facilitator.getByRole("heading", { name: /Apa yang paling ingin dipelajari/ }),
  });
  await question.getByText("Tambahkan ke Peta Masalah").click();
  await question.getByRole("link", { name: /Penatausahaan dan SPJ/ }).click();
  await expect(facilitator.getByLabel("Masalahnya")).toHaveValue("Penatausahaan dan SPJ");
  await expect(facilitator.getByText("Dari sumbernya: Desa Contoh B.")).toBeVisible();
  await facilitator.getByLabel("Masalahnya").fill("SPJ selalu terlambat");
  await facilitator.getByLabel("Tema").selectOption("Penatausahaan & SPJ");
  await facilitator.reload();
  await expect(facilitator.getByLabel("Masalahnya")).toHaveValue("SPJ selalu terlambat");
  await facilitator.getByRole("checkbox", { name: "Desa Contoh C" }).check();
  await facilitator.getByRole("button", { name: "Simpan ke peta" }).click();
  await expect(facilitator.getByRole("heading", { level: 1 })).toHaveText("SPJ selalu terlambat");

  const villager = await hall.enter("wakil-c", phone);
  await villager.goto(`${hall.url}/program/peta`);
  const theme = villager
    .getByRole("listitem")
    .filter({ has: villager.getByRole("heading", { name: "Penatausahaan & SPJ" }) });
  await theme.getByRole("link", { name: "Desa Contoh C: 2 masalah, terberat: sedang" }).click();
  await expect(villager.getByText("2 masalah", { exact: true })).toBeVisible();
  await villager.getByRole("link", { name: "SPJ selalu terlambat" }).click();
  await expect(villager.getByText("Jawaban: Penatausahaan dan SPJ")).toBeVisible();
  await expect(villager.getByRole("button", { name: "Ubah" })).toBeHidden();
  await villager.getByRole("button", { name: "Usulkan sebagai kasus" }).click();
  await expect(villager).toHaveURL(/\/dokumen\//);
  await expect(villager.getByRole("heading", { level: 1 })).toHaveText("SPJ selalu terlambat");

  await facilitator.reload();
  await facilitator.getByRole("button", { name: "Mulai modul" }).click();
  await expect(facilitator).toHaveURL(/\/program\/modul\//);
  await facilitator.goBack();
  const chain = facilitator.getByRole("list", { name: "Rangkaiannya" });
  await expect(chain.getByRole("listitem")).toHaveText([
    "Survei: Survei Kebutuhan 2027 (contoh)",
    "SPJ selalu terlambat",
    "Modul: SPJ selalu terlambat",
    "Kasus: SPJ selalu terlambat",
  ]);

  await facilitator.getByRole("button", { name: "Lepas" }).click();
  await facilitator.getByRole("dialog").getByRole("button", { name: "Lepas sumber" }).click();
  await expect(facilitator.getByText("Jawaban: Penatausahaan dan SPJ")).toBeHidden();
});

test("two facilitators merge the same problems: one does, the other is told, and it can be undone", async ({
  hall,
}) => {
  const titles = [/Pajak belanja/, /Bukti belanja/];
  const open = async () => {
    const page = await hall.enter("fasilitator", wide);
    await page.goto(`${hall.url}/program/peta/masalah`);
    await choose(page, titles);
    await page.getByRole("button", { name: "Gabungkan" }).click();
    await page.getByRole("dialog").getByLabel("Masalahnya").fill("Belanja dan buktinya");
    return page;
  };
  const [first, second] = [await open(), await open()];
  const send = (page: Page) =>
    page.getByRole("dialog").getByRole("button", { name: "Gabungkan" }).click();
  await send(first);
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Belanja dan buktinya");
  await expect(first.getByText("Digabung Fasilitator Contoh")).toBeVisible();
  await send(second);
  await expect(second.getByRole("alert")).toContainText(
    "baru saja digabung orang lain ke “Belanja dan buktinya”",
  );
  await second.getByRole("dialog").getByRole("button", { name: "Batal" }).click();
  // The list behind it has become that of now.
  await expect(second.getByRole("link", { name: "Belanja dan buktinya" })).toBeVisible();
  await expect(second.getByRole("link", { name: /Bukti belanja/ })).toBeHidden();

  await first.goto(`${hall.url}/program/peta`);
  await first
    .getByRole("link", { name: "Pajak, Desa Contoh C: 1 masalah, terberat: berat" })
    .focus();
  await first.keyboard.press("Enter");
  await first.getByRole("link", { name: "Belanja dan buktinya" }).click();
  await first.getByRole("button", { name: "Pisahkan gabungan" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "Pisahkan gabungan" }).click();
  await expect(
    first.getByText(/Gabungan ini dipisahkan lagi oleh Fasilitator Contoh/),
  ).toBeVisible();
  await first.goto(`${hall.url}/program/peta/masalah`);
  for (const name of titles) await expect(first.getByRole("link", { name })).toBeVisible();
});

test("villages choose on their phones what comes first, and all see the result once it is closed", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator", wide);
  await facilitator.goto(`${hall.url}/program/peta/masalah`);
  await choose(facilitator, [/Pajak belanja/, /RKPDes belum/, /Bukti belanja/]);
  await facilitator.getByRole("button", { name: "Pungut suara" }).click();
  const form = facilitator.getByRole("dialog");
  await form.getByLabel("Judul").fill("Yang pertama dibahas");
  await form.getByLabel("Setiap desa memilih paling banyak").selectOption("1");
  await form.getByRole("checkbox", { name: "Desa Contoh D" }).uncheck();
  await form.getByRole("button", { name: "Buka untuk 3 desa" }).click();
  await expect(facilitator.getByText("0 dari 3 desa sudah memilih")).toBeVisible();
  const address = facilitator.url();

  const speaker = await hall.enter("wakil-a", phone);
  await speaker.goto(address);
  await speaker.getByRole("checkbox", { name: /RKPDes belum/ }).check();
  await expect(speaker.getByRole("checkbox", { name: /Pajak belanja/ })).toBeDisabled();
  await speaker.getByRole("button", { name: "Kirim suara desa" }).click();
  await expect(speaker.getByText(/Suara desa Anda tersimpan: Wakil Contoh A/)).toBeVisible();
  await speaker.getByRole("checkbox", { name: /RKPDes belum/ }).uncheck();
  await speaker.getByRole("checkbox", { name: /Pajak belanja/ }).check();
  await speaker.getByRole("button", { name: "Ubah suara desa" }).click();
  await expect(speaker.getByRole("button", { name: "Ubah suara desa" })).toBeEnabled();

  const colleague = await hall.enter("peserta-a", phone);
  await colleague.goto(address);
  await expect(colleague.getByText("Yang memilih adalah wakil desa Anda.")).toBeVisible();
  await expect(colleague.getByRole("checkbox")).toHaveCount(0);

  await facilitator.reload();
  await facilitator.getByRole("button", { name: "Keluarkan: Desa Contoh A" }).click();
  await expect(facilitator.getByText("sudah memilih · tidak ikut lagi")).toBeVisible();
  await facilitator.getByRole("button", { name: "Tutup sekarang" }).click();
  await facilitator.getByRole("dialog").getByRole("button", { name: "Tutup sekarang" }).click();
  const first = facilitator.getByRole("row").filter({ hasText: "Pajak belanja" });
  await expect(first).toContainText("1");
  await expect(first).toContainText("Desa Contoh A");
  await speaker.reload();
  await expect(speaker.getByRole("heading", { name: "Hasil" })).toBeVisible();
});
