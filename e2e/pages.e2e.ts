import { AxeBuilder } from "@axe-core/playwright";
import { demoForumId } from "../scripts/demo/forum.ts";
import { expect, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test("a participant finds the way from home to the forum to the case on a phone", async ({
  hall,
}) => {
  const page = await hall.enter("peserta-a", phone);
  await page.getByRole("link", { name: "Masuk forum" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("APBDes 2027");
  await page.getByRole("link", { name: /^Menyusun APBDes 2027 ketika pagu/ }).click();
  await expect(page.locator(".tiptap")).toBeVisible();
  await page.getByRole("link", { name: "Kembali" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("APBDes 2027");
});

test("home shows who is in a document now", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani, { isEditing: false });
  const budi = await hall.enter("peserta-b");
  await expect(budi.getByText("Peserta Contoh A")).toBeVisible();
});

test("the interface switches to English and back", async ({ hall }) => {
  const page = await hall.enter("peserta-a");
  await page.getByRole("button", { name: /Saya/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.keyboard.press("Escape");
  await hall.openCase(page, { isEditing: false });
  await expect(page.getByRole("button", { name: "Start editing" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Situation and facts" })).toBeVisible();
});

test("no page asks another host for anything, or is wider than the phone", async ({ hall }) => {
  const page = await hall.enter("peserta-a", phone);
  const addresses = [hall.url, `${hall.url}/forum`, `${hall.url}/forum/${demoForumId}`];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  }
  await hall.openCase(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(hall.foreignRequests).toEqual([]);
});

test("the pages have no barrier that axe can find, light and dark", async ({ hall }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await hall.enter("peserta-a", { colorScheme });
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await check();
    await page.goto(`${hall.url}/forum/${demoForumId}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await check();
    await hall.openCase(page);
    await check();
  }
});
