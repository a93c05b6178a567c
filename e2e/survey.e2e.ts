import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pageIsKept, signIn, test } from "./device.ts";
import { expect, type Hall } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };

test("a facilitator asks villages, one answers without a network, the other of its people is told", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/program`);
  await facilitator.getByRole("link", { name: "Buka survei" }).click();
  await facilitator.getByRole("button", { name: "Susun survei baru" }).click();
  await facilitator.getByLabel("Judul").fill("Kebutuhan belajar 2027");
  await addChoice(facilitator, "Apakah RKPDes siap?", ["Sudah", "Belum"]);
  await addChoice(facilitator, "Apa kendalanya?", null);
  await facilitator.getByRole("button", { name: "Buka untuk desa" }).click();
  await expect(facilitator.getByText("Pilih jawaban mana yang menjadi syaratnya.")).toBeVisible();
  await facilitator.getByRole("button", { name: "Ubah pertanyaan: Apa kendalanya?" }).click();
  await facilitator.getByLabel("Belum", { exact: true }).check();
  await facilitator.getByRole("button", { name: "Selesai", exact: true }).click();

  await isAccessible(facilitator);
  await facilitator.getByRole("button", { name: "Lihat di telepon" }).click();
  const preview = facilitator.getByRole("dialog");
  await expect(preview.getByRole("group", { name: /Apa kendalanya/ })).toHaveCount(0);
  await preview.getByLabel("Belum").check();
  await expect(preview.getByRole("group", { name: /Apa kendalanya/ })).toBeVisible();
  await preview.getByRole("button", { name: "Tutup" }).click();

  await facilitator.getByRole("button", { name: "Buka untuk desa" }).click();
  const opening = facilitator.getByRole("dialog");
  await expect(opening).toContainText("desa lain hanya melihat jumlah gabungan");
  await opening.getByLabel("Desa Contoh D").uncheck();
  await opening.getByRole("button", { name: "Buka untuk 3 desa" }).click();
  await expect(facilitator.getByText("0 dari 3 desa menjawab")).toBeVisible();

  const colleague = await hall.enter("wakil-a", phone);
  const villager = await hall.enter("peserta-a", phone);
  const [first, second] = [await fillIn(colleague), await fillIn(villager)];
  expect(first).toBe(second);
  await isAccessible(villager);
  await villager.reload();
  await expect(villager.getByRole("textbox", { name: "Apa kendalanya?" })).toHaveValue(
    "Pagu belum pasti.",
  );
  await villager.context().setOffline(true);
  await sendIt(villager);
  await expect(villager.getByText(/^Menunggu sambungan/)).toBeVisible();
  await villager.getByRole("link", { name: "Beranda" }).click();
  await villager.context().setOffline(false);
  await expect(facilitator.getByText("1 dari 3 desa menjawab")).toBeVisible({ timeout: 30_000 });
  await expect(villager.getByRole("heading", { name: "Sedang dikerjakan" })).toBeVisible();
  await expect(villager.getByRole("link", { name: /Kebutuhan belajar 2027/ })).toHaveCount(0);
  await villager.goto(first);
  await expect(villager.getByText("Terima kasih, jawaban sudah diterima")).toBeVisible();

  await sendIt(colleague);
  await expect(colleague.getByText(/Sebuah jawaban sudah diterima lebih dahulu/)).toBeVisible();
  await expect(colleague.getByText(/Dikirim Peserta Contoh A/)).toBeVisible();
  await expect(colleague.getByRole("textbox", { name: "Apa kendalanya?" })).toHaveValue(
    "Pagu belum pasti.",
  );
});

test("who fills a survey in while it is closed is late but heard, and a change is a new version", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  const surveyAddress = await openSurvey(hall, facilitator);
  const villager = await hall.enter("peserta-b", phone);
  await fillIn(villager);
  await facilitator.goto(surveyAddress);
  await facilitator.getByRole("button", { name: "Tutup survei" }).click();
  await facilitator.getByRole("dialog").getByRole("button", { name: "Tutup survei" }).click();
  await expect(facilitator.getByText("Ditutup", { exact: true })).toBeVisible();
  await villager.reload();
  await expect(villager.getByText(/isian Anda masih dapat dikirim/)).toBeVisible();
  await sendIt(villager);
  await expect(villager.getByText(/ditandai terlambat/)).toBeVisible();

  await facilitator.getByRole("link", { name: "Lihat hasil" }).click();
  await expect(facilitator.getByText("1 jawaban, 1 di antaranya terlambat.")).toBeVisible();
  const bars = facilitator.getByRole("table", { name: "Apakah RKPDes siap?" });
  await expect(bars.getByRole("row", { name: /Belum 1 100%/ })).toBeVisible();
  await facilitator.getByText("Per desa").first().click();
  await expect(facilitator.getByRole("row", { name: /Desa Contoh B.*Belum/ })).toBeVisible();
  await isAccessible(facilitator);
  const download = facilitator.waitForEvent("download");
  await facilitator.getByRole("button", { name: "Simpan sebagai tabel (CSV)" }).click();
  expect((await download).suggestedFilename()).toBe("hasil-survei.csv");

  await facilitator.goto(surveyAddress);
  await facilitator.getByRole("button", { name: "Ubah pertanyaan (versi baru)" }).click();
  await expect(facilitator.getByText("Versi 2")).toBeVisible();
  await facilitator.getByLabel("Judul").fill("Kebutuhan belajar, diperbaiki");
  await facilitator.getByRole("button", { name: "Buka untuk desa" }).click();
  await facilitator.getByRole("button", { name: /^Buka untuk \d+ desa/ }).click();
  await expect(facilitator.getByText(/^0 dari \d+ desa menjawab/)).toBeVisible();
  await villager.goto(hall.url);
  const waiting = villager.getByRole("region", { name: "Menunggu Anda" });
  await expect(waiting).toContainText("Kebutuhan belajar, diperbaiki");
});

test.describe("on a phone that keeps the pages", () => {
  test.use({ serviceWorkers: "allow" });

  test("an answer that waited in a closed browser is there without a network, and sent by opening any page", async ({
    hall,
    device,
  }) => {
    const facilitator = await hall.enter("fasilitator");
    const surveyAddress = await openSurvey(hall, facilitator);
    const before = await device.open();
    await signIn(before, hall, "wakil-b");
    await pageIsKept(before);
    await fillIn(before);
    await before.context().setOffline(true);
    await sendIt(before);
    await expect(before.getByText(/^Menunggu sambungan/)).toBeVisible();
    await device.close();

    const after = await device.open();
    await after.context().setOffline(true);
    await after.goto(surveyAddress);
    await expect(after.getByText(/^Menunggu sambungan/)).toBeVisible();
    await expect(after.getByRole("textbox", { name: "Apa kendalanya?" })).toHaveValue(
      "Pagu belum pasti.",
    );
    await after.goto(hall.url);
    await after.context().setOffline(false);
    await facilitator.goto(surveyAddress);
    await expect(facilitator.getByText("1 dari 2 desa menjawab")).toBeVisible({ timeout: 30_000 });
  });
});

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Adds a question; one without choices hangs on the first one, on no answer yet. */
async function addChoice(page: Page, text: string, choices: string[] | null): Promise<void> {
  await page.getByRole("button", { name: "Tambah pertanyaan" }).click();
  await page.getByRole("textbox", { name: "Pertanyaan", exact: true }).fill(text);
  if (choices) {
    for (const [at, choice] of choices.entries()) {
      await page.getByLabel(`Pilihan ${at + 1}`, { exact: true }).fill(choice);
    }
  } else {
    await page.getByLabel("Jenis jawaban").selectOption("long");
    await page.getByLabel("Hanya ditanyakan bila …").selectOption({ index: 1 });
  }
  await page.getByRole("button", { name: "Selesai", exact: true }).click();
}

/** From home to a filled in form; returns its address. */
async function fillIn(page: Page): Promise<string> {
  await page.reload();
  await page
    .getByRole("region", { name: "Menunggu Anda" })
    .getByRole("link", { name: "Isi survei" })
    .click();
  await expect(page.getByText("Siapa yang melihat jawaban")).toBeVisible();
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await expect(page.getByText("Pertanyaan ini perlu dijawab.")).toBeVisible();
  await page.getByLabel("Belum").check();
  await page.getByRole("textbox", { name: "Apa kendalanya?" }).fill("Pagu belum pasti.");
  await expect(page.getByText("Isian tersimpan di perangkat ini.")).toBeVisible();
  return page.url();
}

async function sendIt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ya, kirim" }).click();
}

/** Asks all villages the two questions, by the API. */
async function openSurvey(hall: Hall, page: Page): Promise<string> {
  const question = {
    kind: "single",
    theme: "planning",
    hint: "",
    isRequired: true,
    choices: [
      { id: "sudah", text: "Sudah" },
      { id: "belum", text: "Belum" },
    ],
    scaleFrom: "",
    scaleTo: "",
    unit: "",
    least: null,
    most: null,
    condition: null,
  };
  const headers = { origin: hall.url };
  const made = await page.request.post(`${hall.url}/api/surveys`, {
    headers,
    data: {
      title: "Kebutuhan belajar",
      intro: "",
      unit: "village",
      openness: "hosts",
      questions: [
        { ...question, id: "siap", text: "Apakah RKPDes siap?" },
        { ...question, id: "kendala", kind: "long", text: "Apa kendalanya?", isRequired: false },
      ],
    },
  });
  const { surveyId } = await made.json();
  const opened = await page.request.put(`${hall.url}/api/surveys/${surveyId}/opening`, {
    headers,
    data: { villageIds: ["contoh-a", "contoh-b"], revision: 0 },
  });
  expect(opened.status()).toBe(204);
  return `${hall.url}/program/survei/${surveyId}`;
}
