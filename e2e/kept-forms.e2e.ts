import { expect, test } from "./hall.ts";

test("who saves second is shown what the other saved, keeps what they typed, and their next attempt counts", async ({
  hall,
}) => {
  const [first, second] = [await hall.enter("fasilitator"), await hall.enter("fasilitator")];
  for (const page of [first, second]) {
    await page.goto(`${hall.url}/program/bukti`);
    await page
      .getByRole("link", { name: /Regulasi/ })
      .first()
      .click();
    await expect(page.getByRole("textbox", { name: /^Catatan/ })).toBeVisible();
  }
  await first.getByRole("textbox", { name: /^Catatan/ }).fill("SK sudah ada.");
  await first.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(first.getByText("Tersimpan.")).toBeVisible();

  const note = second.getByRole("textbox", { name: /^Catatan/ });
  await note.fill("SK belum ada.");
  await second.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(second.getByRole("alert").getByText("Catatan: SK sudah ada.")).toBeVisible();
  await expect(note).toHaveValue("SK belum ada.");
  await second.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(second.getByText("Tersimpan.")).toBeVisible();
  await first.reload();
  await expect(first.getByRole("textbox", { name: /^Catatan/ })).toHaveValue("SK belum ada.");
});

test("what was begun in a form is there in another tab, after the first was closed, until it is sent", async ({
  hall,
}) => {
  const page = await hall.enter("fasilitator");
  const address = `${hall.url}/program/modul/baru`;
  await page.goto(address);
  await page.getByLabel("Judul modul").fill("Menyusun RAB");
  await expect(page.getByLabel("Judul modul")).toHaveValue("Menyusun RAB");
  const later = await page.context().newPage();
  await page.close();
  await later.goto(address);
  await expect(later.getByLabel("Judul modul")).toHaveValue("Menyusun RAB");
  await later.getByRole("button", { name: "Buat modul" }).click();
  await expect(later.getByRole("heading", { level: 1, name: "Menyusun RAB" })).toBeVisible();
  await later.goto(address);
  await expect(later.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(later.getByLabel("Judul modul")).toHaveValue("");
});
