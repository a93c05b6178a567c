import type { Page } from "@playwright/test";
import { expect, type Hall, part, test, typeIn } from "./hall.ts";
import { annotate, card, openNotes, selectWords } from "./notes-in-text.ts";

const phone = { viewport: { width: 360, height: 740 } };
const laptop = { viewport: { width: 1366, height: 768 } };
const caseTitle = "Pagu turun, apa yang didahulukan (contoh)";
const villages = ["Desa Contoh A", "Desa Contoh B", "Desa Contoh C"];

// Six browsers on one machine, from the first word of the plan to the last of the follow-up.
test.describe.configure({ timeout: 300_000 });

const days = [
  {
    title: "a forum day: plan, invite, attend, discuss, note, agree, follow up, close",
    dies: false,
  },
  { title: "the same day while the server is killed in the middle: nothing is lost", dies: true },
];

for (const { title, dies } of days) {
  test(title, async ({ hall }) => {
    const fani = await hall.enter("fasilitator", laptop);
    const forumId = await test.step("the facilitator plans and invites", () => plan(hall, fani));
    // Whoever is made minute-taker signs in anew.
    const nita = await hall.enter("notulis", laptop);
    const wati = await hall.enter("wakil-a", phone);
    const ani = await hall.enter("peserta-a", phone);
    const budi = await hall.enter("peserta-b", phone);
    const cici = await hall.enter("peserta-c", phone);
    for (const page of [fani, nita, wati, ani, budi, cici]) page.setDefaultTimeout(20_000);
    const caseId = await test.step("a village proposes a case", async () => {
      await wati.goto(`${hall.url}/forum/${forumId}/usul`);
      await wati.getByLabel("Judul kasus").fill(caseTitle);
      await wati.getByRole("button", { name: "Usulkan dan mulai menulis" }).click();
      await expect(wati.getByRole("heading", { level: 1 })).toHaveText(caseTitle);
      await fani.goto(`${hall.url}/forum/${forumId}/kasus`);
      await fani.getByRole("button", { name: `Bahas di acara: ${caseTitle}` }).click();
      await expect(fani.getByText(`Di acara: ${caseTitle}`)).toBeVisible();
      return wati.url().split("/").at(-1) ?? "";
    });
    const minutesId = await test.step("the forum begins", async () => {
      for (const to of ["invited", "inSession"]) {
        await put(hall, fani, `/api/forums/${forumId}/status`, { to });
      }
      const answer = await fani.request.get(`${hall.url}/api/forums/${forumId}`);
      const { documents } = await answer.json();
      const minutes = documents.find(({ kind }: { kind: string }) => kind === "minutes");
      for (const id of [caseId, minutes.id]) {
        await put(hall, fani, `/api/documents/${id}/status`, { to: "open" });
      }
      return String(minutes.id);
    });

    await test.step("they say that they are here", async () => {
      await nita.goto(`${hall.url}/forum/${forumId}/peserta`);
      await nita.getByRole("button", { name: "Tampilkan kode hadir" }).click();
      const shown = await nita.getByText(/^Kode: \d{3} \d{3}$/).textContent();
      const code = shown?.replaceAll(/\D/g, "");
      for (const page of [wati, budi, cici]) {
        await page.goto(`${hall.url}/hadir/${forumId}#${code}`);
        await page.getByRole("button", { name: "Saya hadir" }).click();
        await expect(page.getByText("Anda tercatat hadir").first()).toBeVisible();
      }
      await nita.reload();
      await expect(nita.getByText("3 dari 3 desa hadir — kuorum tercapai")).toBeVisible();
    });

    await test.step("the facilitator leads, and who follows is taken along", async () => {
      await fani.goto(`${hall.url}/forum/${forumId}`);
      const bar = inSession(fani);
      await bar.getByRole("button", { name: /Buka acara/ }).click();
      const sheet = fani.getByRole("dialog", { name: "Jalannya forum" });
      await sheet.getByRole("button", { name: "Mulai: Pembukaan" }).click();
      await sheet.getByRole("button", { name: "Tutup", exact: true }).click();
      await cici.goto(`${hall.url}/forum/${forumId}`);
      await inSession(cici).getByRole("button", { name: "Ikuti fasilitator" }).click();
      await fani.goto(`${hall.url}/dokumen/${caseId}`);
      await expect(fani.locator(".tiptap")).toBeVisible();
      await bar.getByRole("button", { name: "Pimpin dari sini" }).click();
      await expect(cici).toHaveURL(new RegExp(`/dokumen/${caseId}`));
    });

    await test.step("all villages write in the case, and a note is set beside it", async () => {
      for (const page of [wati, ani, budi, cici]) await edit(hall, page, caseId);
      await Promise.all([
        typeIn(wati, "Situasi dan fakta", "Pagu turun seperlima."),
        typeIn(ani, "Rumusan masalah", "Apa yang didahulukan?"),
        typeIn(budi, "Desa Contoh B", "Kami mengutamakan gaji."),
        typeIn(cici, "Desa Contoh C", "Kami menunda belanja modal."),
      ]);
      await expect(part(fani, "Situasi dan fakta")).toContainText("Pagu turun seperlima.");
      await selectWords(fani, "turun seperlima");
      await annotate(fani, { kind: "Pertanyaan", text: "Menurut surat yang mana?" });
      await expect(wati.locator("[data-thread]").first()).toHaveText("turun seperlima");
    });

    if (dies) {
      await test.step("the server dies while they type", async () => {
        await hall.crash();
        await typeIn(wati, "Situasi dan fakta", " Surat menyusul.");
        await typeIn(budi, "Desa Contoh B", " Sisanya nanti.");
        await hall.startAgain();
      });
      await expect(part(ani, "Situasi dan fakta")).toContainText("Surat menyusul.");
      await expect(part(ani, "Desa Contoh B")).toContainText("Sisanya nanti.");
    }

    await test.step("everybody sees the same words", async () => {
      const words = ["Pagu turun seperlima.", "Apa yang didahulukan?", "gaji", "belanja modal"];
      for (const page of [wati, ani, budi, cici]) {
        for (const word of words) await expect(page.locator(".tiptap")).toContainText(word);
      }
      await openNotes(wati);
      await expect(card(wati, "Menurut surat yang mana?")).toContainText("Fasilitator Contoh");
    });

    await test.step("the minutes know the forum, and hold what was agreed", async () => {
      await edit(hall, nita, minutesId);
      await expect(part(nita, "Tempat")).toHaveText("Pendopo (contoh)");
      await expect(part(nita, "Kehadiran")).toContainText("Wakil Contoh A");
      await nita.locator('.tiptap [data-container="agreement"] p').first().click();
      await nita.keyboard.type("Belanja wajib didahulukan.");
      await typeIn(nita, "Kegiatan", "Menyusun ulang RAB");
      const followUp = nita.locator('.tiptap [data-container="followUp"]').first();
      await followUp.getByLabel("Pilih desa").selectOption({ label: "Desa Contoh A" });
      await followUp.getByLabel("Pilih tanggal").fill("2036-12-20");
      await expect(part(nita, "Tenggat")).toHaveText("20 Desember 2036");
      await expect(nita.getByText(/^Tersimpan/)).toBeVisible();
    });

    await test.step("the register leads back to the sentence, and the village reports", async () => {
      const promised = wati.getByRole("listitem").filter({ hasText: "Menyusun ulang RAB" });
      await expect(async () => {
        await wati.goto(`${hall.url}/forum/${forumId}/kesepakatan`);
        await expect(promised).toBeVisible({ timeout: 3000 });
      }).toPass();
      await expect(wati.getByText("Belanja wajib didahulukan.")).toBeVisible();
      await promised.getByRole("button", { name: /^Perbarui/ }).click();
      const form = wati.getByRole("dialog");
      await form.getByText("Selesai", { exact: true }).click();
      await form.getByLabel("Apa yang sudah dilakukan?").fill("RAB selesai disusun.");
      await form.getByRole("button", { name: "Kirim laporan" }).click();
      await expect(form).toBeHidden();
      await expect(promised.getByText("Selesai", { exact: true })).toBeVisible();
      await promised.getByRole("link", { name: /^Lihat di Notulen/ }).click();
      const written = wati.locator('.tiptap [data-container="followUp"]').first();
      await expect(written).toContainText("Menyusun ulang RAB");
      await expect(written.getByText("Selesai", { exact: true })).toBeVisible();
    });

    await test.step("the forum is closed, and the villages only read", async () => {
      await put(hall, fani, `/api/documents/${minutesId}/status`, { to: "drafted" });
      await put(hall, fani, `/api/forums/${forumId}/status`, { to: "ended" });
      await budi.goto(`${hall.url}/dokumen/${minutesId}`);
      await expect(budi.locator(".tiptap")).toContainText("Belanja wajib didahulukan.");
      await expect(budi.getByRole("button", { name: "Mulai menyunting" })).toHaveCount(0);
    });
  });
}

/** A forum of three villages in ten years, so that no clock makes it past. @returns its id */
async function plan(hall: Hall, page: Page): Promise<string> {
  await page.goto(`${hall.url}/forum/baru`);
  await page.getByLabel("Hari mulai").fill("2036-11-24");
  await page.getByRole("textbox", { name: "Tempat" }).fill("Pendopo (contoh)");
  await page.getByRole("button", { name: "Buat forum" }).click();
  await expect(page.getByRole("heading", { name: "Persiapan forum" })).toBeVisible();
  const forumId = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.goto(`${hall.url}/forum/${forumId}/desa`);
  for (const village of villages) await page.getByLabel(village, { exact: true }).check();
  await page.getByRole("button", { name: "Undang 3 desa" }).click();
  await expect(page.getByRole("button", { name: "Keluarkan Desa Contoh C" })).toBeVisible();
  const roles = {
    "wakil-a": ["participant", "representative"],
    "peserta-a": ["participant"],
    "peserta-b": ["participant", "representative"],
    "peserta-c": ["participant", "representative"],
  };
  for (const [personId, held] of Object.entries(roles)) {
    await put(hall, page, `/api/forums/${forumId}/members/${personId}`, { roles: held });
  }
  const camat = await hall.enter("camat", laptop);
  await put(hall, camat, `/api/forums/${forumId}/members/notulis`, { roles: ["minuteTaker"] });
  await camat.close();
  return forumId;
}

const inSession = (page: Page) =>
  page.getByRole("region", { name: "Forum yang sedang berlangsung" });

async function edit(hall: Hall, page: Page, documentId: string): Promise<void> {
  await page.goto(`${hall.url}/dokumen/${documentId}`);
  await expect(page.locator(".tiptap")).toBeVisible();
  await page.getByRole("button", { name: "Mulai menyunting" }).click();
}

async function put(hall: Hall, page: Page, path: string, data: unknown): Promise<void> {
  const answer = await page.request.put(hall.url + path, { headers: { origin: hall.url }, data });
  expect(answer.status(), path).toBe(204);
}
