import { countKept, keptNote, pageIsKept, signIn, test } from "./device.ts";
import { expect, part, typeIn } from "./hall.ts";

test.use({ serviceWorkers: "allow" });

test("written without a network, closed, opened and written again: with the network all words are there", async ({
  hall,
  device,
}) => {
  let page = await device.open();
  await signIn(page, hall, "peserta-a");
  await hall.openCase(page);
  await typeIn(page, "Situasi dan fakta", "Ditulis di balai. ");
  await expect(page.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  await pageIsKept(page);

  await hall.crash();
  await page.keyboard.type("Ditulis di jalan. ");
  await expect(page.getByText(keptNote)).toBeVisible();
  await device.close();

  page = await device.open();
  await hall.openCase(page, { isEditing: false });
  await expect(part(page, "Situasi dan fakta")).toHaveText("Ditulis di balai. Ditulis di jalan. ");
  await page.getByRole("button", { name: "Mulai menyunting" }).click();
  await typeIn(page, "Situasi dan fakta", "Ditulis di rumah.");
  await page.context().setOffline(true);
  await expect(page.getByText("Luring: tulisan Anda aman di perangkat ini")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(keptNote)).toBeVisible();

  await hall.startAgain();
  const whole = "Ditulis di balai. Ditulis di jalan. Ditulis di rumah.";
  await expect(page.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible({ timeout: 20_000 });
  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi, { isEditing: false });
  await expect(part(budi, "Situasi dan fakta")).toHaveText(whole);
  await expect(part(page, "Situasi dan fakta")).toHaveText(whole);
  await expect.poll(() => countKept(page, "journal")).toBe(0);
});

test("words that were not sent go out as soon as the product is opened again, not only the document", async ({
  hall,
  device,
}) => {
  let page = await device.open();
  await signIn(page, hall, "peserta-a");
  await hall.openCase(page);
  await hall.crash();
  await typeIn(page, "Rumusan masalah", "Apa yang didahulukan?");
  await expect(page.getByText(keptNote)).toBeVisible();
  await device.close();

  await hall.startAgain();
  page = await device.open();
  await page.goto(hall.url);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sugeng rawuh");
  const budi = await hall.enter("peserta-b");
  await hall.openCase(budi, { isEditing: false });
  await expect(part(budi, "Rumusan masalah")).toHaveText("Apa yang didahulukan?");
  await expect.poll(() => countKept(page, "journal")).toBe(0);
});

test("home, forum and document open without a network as they were last seen", async ({
  hall,
  device,
}) => {
  let page = await device.open();
  await signIn(page, hall, "peserta-a");
  await page.getByRole("link", { name: "Masuk forum" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("APBDes 2027");
  await hall.openCase(page, { isEditing: false });
  await pageIsKept(page);
  await expect.poll(() => countKept(page, "copies")).toBe(1);
  await device.close();
  await hall.crash();

  page = await device.open();
  await page.goto(hall.url);
  await page.getByRole("link", { name: "Masuk forum" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("APBDes 2027");
  await expect(
    page.getByText("Pembaruan gagal. Yang tampil adalah keadaan terakhir."),
  ).toBeVisible();
  await page.getByRole("link", { name: /^Menyusun APBDes 2027 ketika pagu/ }).click();
  await expect(page.locator(".tiptap")).toBeVisible();
});

test("two tabs of one person both write without a network, and both arrive", async ({ hall }) => {
  const first = await hall.enter("peserta-a");
  await hall.openCase(first);
  const second = await first.context().newPage();
  await hall.openCase(second);
  await pageIsKept(first);
  await hall.crash();
  await typeIn(first, "Situasi dan fakta", "Dari tab pertama.");
  await typeIn(second, "Rumusan masalah", "Dari tab kedua.");
  for (const page of [first, second]) await expect(page.getByText(keptNote)).toBeVisible();
  await first.reload().catch(() => undefined);
  await hall.startAgain();
  for (const page of [first, second]) {
    await expect(part(page, "Situasi dan fakta")).toHaveText("Dari tab pertama.", {
      timeout: 20_000,
    });
    await expect(part(page, "Rumusan masalah")).toHaveText("Dari tab kedua.");
  }
  await expect.poll(() => countKept(second, "journal")).toBe(0);
});
