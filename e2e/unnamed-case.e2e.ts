import type { Page } from "@playwright/test";
import { demoUnnamedCaseId } from "../scripts/demo/forum.ts";
import { expect, test } from "./hall.ts";

const real = /Contoh [A-D]|(Peserta|Wakil|Camat|Notulis|Fasilitator) Contoh/;

function lanes(page: Page) {
  return page.locator('.tiptap [data-container="lane"]');
}

test("in an unnamed case two villages write without a name, and the facilitator knows who is who", async ({
  hall,
}) => {
  const address = `${hall.url}/dokumen/${demoUnnamedCaseId}`;
  const phone = { viewport: { width: 360, height: 740 } };
  const ani = await hall.enter("peserta-a", phone);
  const budi = await hall.enter("peserta-b");
  const facilitator = await hall.enter("fasilitator");
  for (const page of [ani, budi, facilitator]) {
    await page.goto(address);
    await expect(page.locator(".tiptap")).toBeVisible();
  }
  await expect(ani.getByText(/Anda tampil sebagai Peserta \d{3} dari Desa \d/)).toBeVisible();
  await expect(lanes(ani)).toHaveCount(4);

  await ani.getByRole("button", { name: "Mulai menyunting" }).click();
  const own = ani.locator('.tiptap [data-container="lane"]:not([data-closed])');
  await expect(own).toHaveCount(1);
  await own.locator("> .container-content").click();
  await ani.keyboard.type("Kami menagih bukti tiap Jumat.");
  await expect(ani.getByText(/Tersimpan/)).toBeVisible();

  const seen = lanes(budi).filter({ hasText: "Kami menagih bukti tiap Jumat." });
  await expect(seen.locator(".village-badge")).toHaveText(/^Desa \d$/);
  await expect(budi.locator(".caret")).toHaveAttribute("data-name", /^Desa \d$/);
  const known = lanes(facilitator).filter({ hasText: "Kami menagih bukti tiap Jumat." });
  await expect(known.locator(".village-badge")).toHaveText("Desa Contoh A");
  await expect(facilitator.locator(".caret")).toHaveAttribute("data-name", "Desa Contoh A");
  const here = facilitator.getByRole("list", { name: "Yang ada di dokumen ini" });
  await expect(here.getByText("Desa Contoh B")).toBeVisible();

  for (const page of [ani, budi]) {
    const here = page.getByRole("list", { name: "Yang ada di dokumen ini" });
    await expect(here.getByRole("button")).toHaveCount(3);
    await here.getByRole("button", { name: /^Desa/ }).first().click();
    expect(await page.locator(".desk").innerText()).not.toMatch(real);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );
  }
});

test("the history of an unnamed case tells a village who changed what by masks alone", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  await ani.goto(`${hall.url}/dokumen/${demoUnnamedCaseId}`);
  await ani.getByRole("button", { name: "Mulai menyunting" }).click();
  await ani.locator('.tiptap [data-container="lane"]:not([data-closed]) p').first().click();
  await ani.keyboard.type("Kami menagih bukti.");
  await expect(ani.getByText(/Tersimpan/)).toBeVisible();
  const budi = await hall.enter("peserta-b");
  await budi.goto(`${hall.url}/dokumen/${demoUnnamedCaseId}/riwayat`);
  await expect(budi.locator(".compared-text ins")).toHaveText("Kami menagih bukti.");
  const timeline = budi.getByRole("complementary", { name: "Linimasa" });
  await expect(timeline.locator(".stretch").first()).toContainText(/^Desa \d/);
  await budi.keyboard.press("n");
  const walker = budi.getByRole("region", { name: "Menyusuri perubahan" });
  await expect(walker.getByRole("status")).toContainText(/Desa \d menambahkan/);
  expect(await budi.locator(".history").innerText()).not.toMatch(real);
  const record = await budi.request.get(
    `${hall.url}/api/documents/${demoUnnamedCaseId}/history/record.csv`,
  );
  expect(await record.text()).not.toMatch(real);
});

test("a list elsewhere names nobody who is in an unnamed case", async ({ hall }) => {
  const ani = await hall.enter("peserta-a");
  await ani.goto(`${hall.url}/dokumen/${demoUnnamedCaseId}`);
  await expect(ani.locator(".tiptap")).toBeVisible();
  const budi = await hall.enter("peserta-b");
  const row = budi.locator(".document-row").filter({ hasText: "Kasus tanpa nama desa" });
  await expect(row.getByText(/^Peserta \d{3}$/)).toBeVisible();
  expect(await row.innerText()).not.toMatch(/Desa Contoh|Peserta Contoh/);
  const facilitator = await hall.enter("fasilitator");
  await expect(facilitator.getByText("Peserta Contoh A")).toBeVisible();
});
