import { readFileSync } from "node:fs";
import { expect, test, typeIn } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };
const laptop = { viewport: { width: 1366, height: 768 } };

test("a case is submitted, answered by two villages, sent back, submitted again and signed", async ({
  hall,
}) => {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", "Pagu turun seperlima.");
  await expect(fani.getByText(/^Tersimpan/)).toBeVisible();
  await fani.getByText("Ubah status").click();
  await fani.getByRole("button", { name: "Tandai Selesai disusun" }).click();
  await fani.getByRole("dialog").getByRole("button", { name: "Tandai Selesai disusun" }).click();
  const signing = fani.getByRole("region", { name: "Pengesahan" });
  await signing.getByRole("button", { name: "Ajukan ke Camat" }).click();
  await fani.getByRole("dialog").getByRole("button", { name: "Ajukan ke Camat" }).click();
  await expect(signing.getByText("0 dari 4 desa sudah menjawab.")).toBeVisible();

  const wati = await hall.enter("wakil-a", phone);
  await wati.getByRole("link", { name: /^Baca dan jawab: Menyusun APBDes/ }).click();
  const asked = wati.getByRole("group", { name: "Apa jawaban Desa Contoh A?" });
  await asked.getByRole("button", { name: "Ajukan keberatan" }).click();
  const form = wati.getByRole("dialog");
  await form.getByLabel("Bagian mana, dan mengapa?").fill("Angkanya belum sesuai surat pagu.");
  await form.getByRole("button", { name: "Kirim keberatan" }).click();
  await expect(wati.getByText("1 dari 4 desa sudah menjawab.")).toBeVisible();

  const camat = await hall.enter("camat", laptop);
  await camat.getByRole("link", { name: /^Periksa dan sahkan: Menyusun APBDes/ }).click();
  const theirs = camat.getByRole("region", { name: "Pengesahan" });
  await expect(theirs.getByText("Angkanya belum sesuai surat pagu.")).toBeVisible();
  await theirs.getByRole("button", { name: "Kembalikan untuk diperbaiki" }).click();
  await camat.getByLabel("Apa yang perlu diperbaiki?").fill("Sesuaikan angkanya.");
  await camat.getByRole("dialog").getByRole("button", { name: "Kembalikan" }).click();
  await expect(
    theirs.getByText("Dikembalikan untuk diperbaiki: Sesuaikan angkanya."),
  ).toBeVisible();

  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", " Menurut surat terbaru.");
  await expect(fani.getByText(/^Tersimpan/)).toBeVisible();
  await signing.getByRole("button", { name: "Ajukan ke Camat" }).click();
  await fani.getByRole("dialog").getByRole("button", { name: "Ajukan ke Camat" }).click();
  await expect(signing.getByText("0 dari 4 desa sudah menjawab.")).toBeVisible();

  await wati.reload();
  await asked.getByRole("button", { name: "Setuju dengan isinya" }).click();
  await expect(wati.getByText("1 dari 4 desa sudah menjawab.")).toBeVisible();

  await camat.reload();
  await theirs.getByRole("button", { name: "Sahkan" }).click();
  await expect(camat.getByRole("dialog")).toContainText("3 desa belum menjawab.");
  await camat.getByRole("dialog").getByRole("button", { name: "Sahkan" }).click();
  await expect(theirs.getByText(/^Disahkan oleh Camat Contoh/)).toBeVisible();
  await theirs.getByText("Sidik isi").click();
  await expect(theirs.locator("code")).toHaveText(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);

  const [download] = await Promise.all([
    camat.waitForEvent("download"),
    theirs.getByRole("link", { name: "Unduh berkas untuk diperiksa" }).click(),
  ]);
  await camat.emulateMedia({ media: "print" });
  const foot = camat.locator(".printed-foot");
  await expect(foot).toContainText("Desa Contoh A: Setuju (Wakil Contoh A");
  await expect(foot).toContainText(`${hall.url}/periksa`);
  await expect(theirs).toBeHidden();
  await camat.emulateMedia({ media: "screen" });

  const file = readFileSync(await download.path(), "utf8");
  const anybody = await hall.newPage(phone);
  for (const [text, verdict] of [
    [file, "Cocok"],
    [file.replace("seperlima", "sepertima"), "Tidak cocok"],
  ] as const) {
    await anybody.goto(`${hall.url}/periksa`);
    await anybody.locator("input[type=file]").setInputFiles({
      ...{ name: "dokumen.json", mimeType: "application/json" },
      buffer: Buffer.from(text),
    });
    await expect(anybody.getByRole("heading", { name: verdict, exact: true })).toBeVisible();
  }

  await wati.reload();
  await expect(wati.getByRole("region", { name: "Pengesahan" })).toContainText("Disahkan");
  await expect(wati.getByRole("button", { name: "Mulai menyunting" })).toHaveCount(0);
});
