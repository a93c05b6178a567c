import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { demoForumId, demoMinutesId } from "../scripts/demo/forum.ts";
import { agreements, attendance, followUps, forums } from "../worker/db/schema.ts";
import { expect, type Hall, part, test, typeIn } from "./hall.ts";

test.use({ serviceWorkers: "allow" });

const phone = { viewport: { width: 360, height: 740 } };

async function openMinutes(hall: Hall, page: Page, hash = ""): Promise<void> {
  await page.goto(`${hall.url}/dokumen/${demoMinutesId}${hash}`);
  await expect(page.locator(".tiptap")).toBeVisible();
  await page.getByRole("button", { name: "Mulai menyunting" }).click();
}

const section = (page: Page, kind: string) => page.locator(`.tiptap [data-kind="${kind}"]`);

test("a section is locked while a village types on its phone, and nothing of it is lost", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a", phone);
  const fani = await hall.enter("fasilitator");
  await openMinutes(hall, ani);
  await openMinutes(hall, fani);
  await typeIn(ani, "Kesimpulan", "Sebelum dikunci. ");
  await expect(ani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();

  const conclusions = section(fani, "conclusions");
  await conclusions.getByRole("button", { name: "Kunci bagian ini" }).click();
  const banner = section(ani, "conclusions").getByText(/^Dikunci oleh Fasilitator Contoh sejak/);
  await expect(banner).toBeVisible();
  await ani.keyboard.type("Terlambat.");
  await expect(ani.getByRole("alert")).toContainText("dikunci sementara dibahas");
  await expect(part(ani, "Kesimpulan")).toHaveText("Sebelum dikunci. ");
  await ani.screenshot({ path: "test-results/lock-phone.png" });
  await conclusions.scrollIntoViewIfNeeded();
  await fani.screenshot({ path: "test-results/lock-laptop.png" });

  await typeIn(ani, "Kata Pembukaan", "Di bagian lain. ");
  await expect(part(fani, "Kata Pembukaan")).toContainText("Di bagian lain.");
  await conclusions.getByRole("button", { name: "Buka kembali" }).click();
  await expect(banner).toBeHidden();
  await typeIn(ani, "Kesimpulan", "Sesudah dibuka.");
  await expect(part(fani, "Kesimpulan")).toHaveText("Sebelum dikunci. Sesudah dibuka.");
});

test("words that were written without a network in a section that was locked meanwhile are handed back", async ({
  hall,
}) => {
  const ani = await hall.enter("peserta-a");
  const fani = await hall.enter("fasilitator");
  await openMinutes(hall, ani);
  await openMinutes(hall, fani);
  await ani.context().setOffline(true);
  await expect(ani.getByText("Luring: tulisan Anda aman di perangkat ini")).toBeVisible();
  await typeIn(ani, "Kesimpulan", "Ditulis di luar jaringan.");
  await section(fani, "conclusions").getByRole("button", { name: "Kunci bagian ini" }).click();
  await expect(section(fani, "conclusions").getByText(/^Dikunci oleh/)).toBeVisible();
  // What is under way is taken for two seconds.
  await fani.waitForFunction((from) => Date.now() - from > 2500, Date.now());
  await ani.context().setOffline(false);
  await expect(ani.getByText("Ditulis di luar jaringan.").first()).toBeVisible();
  await expect(ani.getByText(/Bagian itu sedang dikunci sementara dibahas/)).toBeVisible();
  await expect(part(ani, "Kesimpulan")).toHaveText("");
  await ani.screenshot({ path: "test-results/lock-recovered.png" });
  await expect(ani.getByRole("heading", { name: "Anda berhenti menyunting" })).toHaveCount(0);
});

test("the head of the minutes follows the forum, and its words are not for typing", async ({
  hall,
}) => {
  const notulis = await hall.enter("notulis", phone);
  await openMinutes(hall, notulis);
  await expect(part(notulis, "Tempat")).toHaveText("Pendopo Kecamatan Binangun (contoh)");
  await typeIn(notulis, "Surat Undangan", "005/12/2026");
  await expect(notulis.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  await hall.crash();
  await hall.inDatabase(async (database) => {
    await database.update(forums).set({ place: "Balai Desa Contoh B", chairPersonId: "camat" });
    await database.insert(attendance).values({
      ...{ forumId: demoForumId, personId: "peserta-a", status: "present" },
      ...{ at: Date.now(), markedByPersonId: "notulis" },
    });
  });
  await hall.startAgain();
  await expect(part(notulis, "Tempat")).toHaveText("Balai Desa Contoh B", { timeout: 20_000 });
  await expect(part(notulis, "Kehadiran")).toContainText("Peserta Contoh A (Kaur Keuangan)");
  await expect(part(notulis, "Surat Undangan")).toHaveText("005/12/2026");
  await expect(section(notulis, "meeting").getByText("dari data forum").first()).toBeVisible();
  await section(notulis, "meeting").scrollIntoViewIfNeeded();
  await notulis.screenshot({ path: "test-results/head-phone.png" });
  const place = section(notulis, "meeting").locator('[contenteditable="false"]', {
    hasText: "Balai Desa Contoh B",
  });
  await expect(place.first()).toBeVisible();
});

test("a follow-up is filled in with a choice and a picked day, stands in the register, and is found by its address", async ({
  hall,
}) => {
  test.setTimeout(180_000);
  const fani = await hall.enter("fasilitator");
  await openMinutes(hall, fani);
  await typeIn(fani, "Kegiatan", "Menyusun RAB");
  const followUp = section(fani, "followUps").locator('[data-container="followUp"]').first();
  await followUp.getByLabel("Pilih desa").selectOption({ label: "Desa Contoh B" });
  await followUp.getByLabel("Pilih tanggal").fill("2020-12-31");
  await expect(followUp.getByText("Tenggat ini sebelum hari forum.")).toBeVisible();
  await followUp.getByLabel("Pilih tanggal").fill("2099-12-31");
  await expect(part(fani, "Tenggat")).toHaveText("31 Desember 2099");
  await expect(followUp.getByText("Tenggat ini sebelum hari forum.")).toBeHidden();
  await fani.screenshot({ path: "test-results/follow-up-laptop.png" });
  await section(fani, "agreements").locator('[data-container="agreement"] p').first().click();
  await fani.keyboard.type("Belanja wajib didahulukan.");
  await expect(fani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  const id = await followUp.getAttribute("id");

  const ani = await hall.enter("peserta-a", phone);
  await openMinutes(hall, ani, `#${id}`);
  await expect(ani.locator(`#${id}`)).toBeInViewport();
  await ani.screenshot({ path: "test-results/follow-up-phone.png" });

  // What was not in the register yet is there once the room opens for those who come back.
  await expect(async () => {
    await hall.crash();
    const [rows, texts] = await hall.inDatabase(async (database) => [
      await database.select().from(followUps).where(eq(followUps.documentId, demoMinutesId)),
      await database.select().from(agreements).where(eq(agreements.documentId, demoMinutesId)),
    ]);
    await hall.startAgain();
    expect(rows).toMatchObject([
      { nodeId: id?.slice(2), villageText: "Desa Contoh B", dueDate: "2099-12-31" },
    ]);
    expect(texts).toMatchObject([{ text: "Belanja wajib didahulukan." }]);
  }).toPass({ timeout: 120_000 });
});
