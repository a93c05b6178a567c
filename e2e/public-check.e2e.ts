import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { projectRoot } from "../scripts/paths.ts";
import { expect, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test("who mistypes a fingerprint is told what is wrong, and nothing of it is lost", async ({
  hall,
}) => {
  const page = await hall.newPage(phone);
  await page.goto(`${hall.url}/periksa`);
  const field = page.getByRole("textbox", { name: "Sidik dokumen" });
  await field.fill("0123 4567");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("yang tertulis 8");
  await expect(field).toBeFocused();
  await field.fill("0123 456z");
  await expect(page.getByRole("alert")).toContainText("tidak ada “z”");
  await expect(field).toHaveValue("0123 456z");
});

test("a printed document's address brings its fingerprint", async ({ hall }) => {
  const page = await hall.newPage(phone);
  await page.goto(`${hall.url}/periksa#${"0123abcd".repeat(8)}`);
  await expect(page.getByRole("textbox", { name: "Sidik dokumen" })).toHaveValue(
    Array(8).fill("0123abcd").join(" "),
  );
});

test("a broken file is explained, and another one can be chosen by keyboard", async ({ hall }) => {
  const page = await hall.newPage();
  await page.goto(`${hall.url}/periksa`);
  await page.locator("input[type=file]").setInputFiles({
    name: "notulen.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"schemaVersion": 2, "head": {'),
  });
  await expect(page.getByRole("alert")).toContainText("terpotong");
  await expect(page.getByRole("heading", { name: "Belum dapat diperiksa" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Pilih berkas" })).toBeVisible();
  expect(hall.foreignRequests).toEqual([]);
});

test("the checking script can be had from the page, and is the published one", async ({ hall }) => {
  const page = await hall.newPage();
  await page.goto(`${hall.url}/periksa`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh skrip pemeriksa" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("check-fingerprint.mjs");
  const published = join(projectRoot, "scripts", "check-fingerprint.mjs");
  expect(readFileSync(await download.path(), "utf8")).toBe(readFileSync(published, "utf8"));
});

test("the public check has no barrier that axe can find, light and dark", async ({ hall }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await hall.newPage({ ...phone, colorScheme });
    await page.goto(`${hall.url}/periksa`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  }
});
