import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { demoCaseId } from "../scripts/demo/forum.ts";
import { documents } from "../worker/db/schema.ts";
import { expect, test, typeIn } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const saved = /Tersimpan \d\d\.\d\d/;

test("a reviewer finds what waits, notes on a change, takes a note back and closes the review, and sees what changed since", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  await hall.openCase(ani);
  await typeIn(ani, "Rumusan masalah", "Pagu turun besar.");
  await expect(ani.getByText(saved)).toBeVisible();
  await hall.change((database) =>
    database.update(documents).set({ status: "drafted" }).where(eq(documents.id, demoCaseId)),
  );

  const rina = await hall.enter("peninjau", phone);
  await rina.getByRole("link", { name: /^Tinjau: Menyusun APBDes 2027/ }).click();
  const walker = rina.getByRole("region", { name: "Menyusuri perubahan" });
  await walker.getByRole("button", { name: "Perubahan berikutnya" }).click();
  await expect(walker.getByRole("status")).toContainText("Pagu turun besar.");
  await note(rina, walker.getByRole("button", { name: "Catat", exact: true }), "Dari mana?");
  const review = rina.getByRole("region", { name: "Tinjauan" });
  await note(rina, review.getByRole("button", { name: "Tulis catatan tinjauan" }), "Keliru.");
  await review.getByText("Catatan peninjau (2)").click();
  await review.getByRole("button", { name: "Tarik catatan" }).first().click();
  await rina.getByRole("dialog").getByRole("button", { name: "Tarik catatan" }).click();
  await expect(review.getByText("Catatan ini ditarik oleh penulisnya.")).toBeVisible();
  await expect(review).not.toContainText("Keliru.");
  await review.getByRole("button", { name: "Nyatakan telah ditinjau" }).click();
  const question = rina.getByRole("dialog", { name: /^Nyatakan “Menyusun APBDes/ });
  await question.getByRole("button", { name: "Nyatakan telah ditinjau" }).click();
  await expect(review).toContainText("Telah ditinjau oleh Peninjau Contoh, Peninjau, DPMD");
  await expect(review.getByRole("button", { name: /^Nyatakan/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page: rina }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await rina.screenshot({ path: "test-results/review-phone.png" });

  const fani = await hall.enter("fasilitator");
  await hall.openCase(fani);
  const signing = fani.getByRole("region", { name: "Pengesahan" });
  await expect(signing).toContainText("Telah ditinjau oleh Peninjau Contoh");
  await expect(signing).not.toContainText("Berubah sejak ditinjau");
  await typeIn(fani, "Rumusan masalah", " Sepertiga.");
  await expect(fani.getByText(saved)).toBeVisible();
  await fani.reload();
  await expect(signing).toContainText("Berubah sejak ditinjau");
  await signing.getByRole("link", { name: "Lihat yang berubah" }).click();
  await expect(fani.locator(".compared-text ins")).toHaveText(" Sepertiga.");
  await fani.getByText("Catatan peninjau (2)").click();
  await fani
    .getByRole("button", { name: /^pada perubahan sampai/ })
    .first()
    .click();
  await expect(fani.locator(".compared-text ins")).toHaveText("Pagu turun besar.");

  await ani.goto(`${hall.url}/dokumen/${demoCaseId}`);
  const theirs = ani.getByRole("region", { name: "Pengesahan" });
  await expect(theirs).toContainText("Telah ditinjau oleh Peninjau, DPMD Kabupaten Blitar");
  await expect(theirs).not.toContainText("Peninjau Contoh");
});

async function note(page: Page, button: ReturnType<Page["locator"]>, text: string): Promise<void> {
  await button.click();
  const form = page.getByRole("dialog", { name: "Catatan tinjauan" });
  await form.getByRole("textbox", { name: "Catatan" }).fill(text);
  await form.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(form).toBeHidden();
}
