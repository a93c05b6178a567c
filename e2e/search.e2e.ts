import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test("Ctrl-K finds a case by another form of its words, by the keyboard alone", async ({
  hall,
}) => {
  const page = await hall.enter("peserta-a");
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Cari" });
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  // What the demo was seeded with comes into the index minute by minute.
  await expect(async () => {
    await dialog.getByRole("searchbox").fill("");
    await dialog.getByRole("searchbox").fill("tersusun");
    await expect(dialog.getByRole("link").first()).toContainText(/menyusun/i, { timeout: 3000 });
  }).toPass({ timeout: 100_000 });
  await expect(dialog.locator("mark").first()).toHaveText(/menyusun/i);
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/(?:dokumen|program\/modul)\//);
  await expect(dialog).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(dialog.getByRole("button", { name: "tersusun" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the search's page keeps what is looked for in its address, and says what is not found", async ({
  hall,
}) => {
  const page = await hall.enter("peserta-a", phone);
  await page.getByRole("button", { name: "Cari" }).click();
  await page.getByRole("searchbox").fill("zzqqxx");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cari\?q=zzqqxx/);
  await expect(page.getByText("Tidak ada hasil untuk “zzqqxx”.")).toBeVisible();
  await page.getByText("Saring hasil").click();
  await page.getByLabel("Jenis").selectOption("Regulasi");
  await expect(page).toHaveURL(/jenis=regulation/);
  await page.getByRole("searchbox").fill("?!");
  await page.getByRole("button", { name: "Cari", exact: true }).last().click();
  await expect(page.getByText("Tulis sedikitnya satu kata atau angka.")).toBeVisible();
  await page.getByRole("searchbox").fill("a".repeat(10_000));
  await page.getByRole("button", { name: "Cari", exact: true }).last().click();
  await expect(page.getByText("Pencarian ini terlalu panjang")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("the library and the search have no barrier that axe can find", async ({ hall }) => {
  const page = await hall.enter("peserta-a", phone);
  await page.getByRole("link", { name: "Perpustakaan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Perpustakaan" })).toBeVisible();
  for (const path of ["/perpustakaan", "/cari?q=desa"]) {
    await page.goto(hall.url + path);
    await page.getByText("Saring hasil").click();
    await expect(page.getByLabel("Jenis")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
