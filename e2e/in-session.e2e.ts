import type { Page } from "@playwright/test";
import { demoCaseId, demoForumId, demoMinutesId } from "../scripts/demo/forum.ts";
import { expect, type Hall, part, test, typeIn } from "./hall.ts";

const bar = (page: Page) => page.getByRole("region", { name: "Forum yang sedang berlangsung" });

async function openForum(hall: Hall, page: Page): Promise<void> {
  await page.goto(`${hall.url}/forum/${demoForumId}`);
  await expect(bar(page).getByRole("button", { name: /Buka acara/ })).toBeVisible();
}

async function openSheet(page: Page) {
  await bar(page)
    .getByRole("button", { name: /Buka acara/ })
    .click();
  const sheet = page.getByRole("dialog", { name: "Jalannya forum" });
  await expect(sheet).toBeVisible();
  return sheet;
}

test("the facilitator goes through the agenda, and whoever comes late sees where the forum is", async ({
  hall,
}) => {
  const sri = await hall.enter("fasilitator");
  const ani = await hall.enter("peserta-a", { viewport: { width: 360, height: 740 } });
  await openForum(hall, sri);
  await openForum(hall, ani);
  await expect(bar(ani)).toContainText("Acara belum dimulai");

  const sheet = await openSheet(sri);
  await sheet.getByRole("button", { name: "Mulai: Pembukaan" }).click();
  await expect(bar(ani)).toContainText("Pembukaan");
  await expect(bar(ani).getByRole("timer")).toContainText("Sisa 1");
  await sheet.getByRole("button", { name: /^Lanjut ke: Analisis kasus/ }).click();
  // Before, a pause would still be for the item before.
  await expect(sheet.getByRole("button", { name: "Kembali ke: Pembukaan" })).toBeVisible();
  await sheet.getByRole("button", { name: "Jeda" }).click();
  await expect(bar(ani)).toContainText("Analisis kasus");
  await expect(bar(ani)).toContainText("Dijeda");
  await sheet.getByRole("button", { name: "+5 menit" }).click();
  await expect(bar(ani).getByRole("timer")).toContainText(/Sisa 1\.(20|19)\./);

  const late = await hall.enter("peserta-b");
  await hall.openCase(late, { isEditing: false });
  await expect(bar(late)).toContainText("Analisis kasus");
  await expect(bar(late)).toContainText("Dijeda");
});

test("a phone with a wrong clock shows the time that is really left", async ({ hall }) => {
  const sri = await hall.enter("fasilitator");
  await openForum(hall, sri);
  await (await openSheet(sri)).getByRole("button", { name: "Mulai: Pembukaan" }).click();

  const ani = await hall.enter("peserta-a");
  const wrong = new Date(Date.now() + 3 * 3_600_000);
  await ani.clock.install({ time: wrong });
  await openForum(hall, ani);
  await expect(bar(ani).getByRole("timer")).toContainText(/Sisa (14\.[0-5]\d|15\.00)/);
});

test("turns: villages that have not spoken come first, and everybody knows their number", async ({
  hall,
}) => {
  const [sri, ani, budi, cici] = await Promise.all(
    ["fasilitator", "peserta-a", "wakil-a", "peserta-b"].map((id) => hall.enter(id)),
  );
  if (!sri || !ani || !budi || !cici) throw new Error("four came");
  for (const page of [sri, ani, budi, cici]) await openForum(hall, page);
  await bar(ani).getByRole("button", { name: "Minta giliran" }).click();
  await expect(bar(ani)).toContainText("Anda nomor 1");
  const sheet = await openSheet(sri);
  await sheet.getByRole("button", { name: "Beri giliran: Peserta Contoh A" }).click();
  await expect(bar(ani)).toContainText("Giliran Anda bicara");
  await sheet.getByRole("button", { name: "Selesai bicara" }).click();
  await expect(bar(ani).getByRole("button", { name: "Minta giliran" })).toBeVisible();

  await bar(budi).getByRole("button", { name: "Minta giliran" }).click();
  await expect(bar(budi)).toContainText("Anda nomor 1");
  await bar(cici).getByRole("button", { name: "Minta giliran" }).click();
  await expect(bar(cici)).toContainText("Anda nomor 1");
  await expect(bar(budi)).toContainText("Anda nomor 2");
  const own = await openSheet(budi);
  await own.getByRole("button", { name: "Batalkan giliran saya" }).click();
  await expect(sheet.getByRole("button", { name: "Beri giliran: Wakil Contoh A" })).toHaveCount(0);
});

test("a poll counts each village once, lets it change its mind, and ends when it is closed", async ({
  hall,
}) => {
  const sri = await hall.enter("fasilitator");
  const wakil = await hall.enter("wakil-a", { viewport: { width: 360, height: 740 } });
  const ani = await hall.enter("peserta-a");
  for (const page of [sri, wakil, ani]) await openForum(hall, page);
  const sheet = await openSheet(sri);
  await sheet.getByLabel("Pertanyaan").fill("Sepakat mengurangi belanja modal?");
  await sheet.getByRole("button", { name: "Buka jajak pendapat" }).click();

  await bar(wakil).getByRole("button", { name: "Beri suara" }).click();
  const votes = wakil.getByRole("group", { name: "Suara Desa Contoh A" });
  await votes.getByRole("button", { name: "Perlu dibahas" }).click();
  await expect(votes).toContainText("Suara desa Anda: Perlu dibahas");
  await votes.getByRole("button", { name: "Setuju", exact: true }).click();
  await expect(votes.getByRole("button", { name: "Setuju" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(sheet).toContainText("1 desa sudah memberi suara");

  await bar(ani).getByRole("button", { name: "Lihat hasil" }).click();
  const seen = ani.getByRole("dialog", { name: "Jalannya forum" });
  await expect(seen).toContainText("1 desa sudah memberi suara");
  await expect(seen.getByRole("button", { name: "Setuju" })).toHaveCount(0);
  await sheet.getByRole("button", { name: "Tutup jajak pendapat" }).click();
  await expect(votes).toHaveCount(0);
  await expect(seen).toContainText("Ditutup");
});

test("whoever follows goes where the facilitator goes, across documents and without loading anew, until they go their own way", async ({
  hall,
}) => {
  const sri = await hall.enter("fasilitator");
  const ani = await hall.enter("peserta-a", { viewport: { width: 360, height: 740 } });
  await openForum(hall, ani);
  await bar(ani).getByRole("button", { name: "Ikuti fasilitator" }).click();
  await expect(bar(ani)).toContainText("Anda akan mengikuti");
  await ani.evaluate(() => Object.assign(window, { isSamePage: true }));

  await hall.openCase(sri, { isEditing: false });
  await bar(sri).getByRole("button", { name: "Pimpin dari sini" }).click();
  await expect(ani).toHaveURL(`${hall.url}/dokumen/${demoCaseId}`);
  await expect(bar(ani)).toContainText("Anda mengikuti Fasilitator Contoh");

  const goal = part(sri, "Rekomendasi");
  await goal.scrollIntoViewIfNeeded();
  await goal.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    scrollBy(0, top - innerHeight * 0.3);
  });
  await expect(part(ani, "Rekomendasi")).toBeInViewport();

  await sri.goto(`${hall.url}/dokumen/${demoMinutesId}`);
  await expect(ani).toHaveURL(`${hall.url}/dokumen/${demoMinutesId}`);
  await expect(ani.locator(".tiptap")).toBeVisible();
  expect(await ani.evaluate(() => "isSamePage" in window)).toBe(true);

  await ani.getByRole("link", { name: "Kembali" }).click();
  await expect(bar(ani)).toContainText("tidak lagi mengikuti");
  const ownWay = ani.url();
  for (const documentId of [demoCaseId, demoMinutesId]) {
    await sri.goto(`${hall.url}/dokumen/${documentId}`);
    await expect(bar(sri)).toContainText("Anda memimpin");
  }
  await expect(ani).toHaveURL(ownWay);
  await expect(bar(ani).getByRole("button", { name: "Ikuti fasilitator" })).toBeVisible();
});

test("whoever is typing keeps their caret, and is told where the facilitator went", async ({
  hall,
}) => {
  const sri = await hall.enter("fasilitator");
  const ani = await hall.enter("peserta-a");
  await hall.openCase(sri, { isEditing: false });
  await bar(sri).getByRole("button", { name: "Pimpin dari sini" }).click();
  await hall.openCase(ani);
  await bar(ani).getByRole("button", { name: "Ikuti fasilitator" }).click();
  await typeIn(ani, "Situasi dan fakta", "Pagu turun");
  await sri.goto(`${hall.url}/dokumen/${demoMinutesId}`);
  await expect(bar(ani)).toContainText("Fasilitator pindah ke: Notulen");
  await ani.keyboard.type(" tahun ini.");
  await expect(part(ani, "Situasi dan fakta")).toContainText("Pagu turun tahun ini.");
  await bar(ani).getByRole("button", { name: "Pindah ke sana" }).click();
  await expect(ani).toHaveURL(`${hall.url}/dokumen/${demoMinutesId}`);
});

test("a facilitator who leads from a second window takes over from the first, which is told and stops", async ({
  hall,
}) => {
  const sri = await hall.enter("fasilitator");
  const second = await sri.context().newPage();
  const first = sri;
  await hall.openCase(first, { isEditing: false });
  await hall.openCase(second, { isEditing: false });
  await bar(first).getByRole("button", { name: "Pimpin dari sini" }).click();
  await expect(bar(first)).toContainText("Anda memimpin");
  // The same person's other window leads without asking; the first one is told.
  await bar(second).getByRole("button", { name: "Pimpin dari sini" }).click();
  await expect(bar(second)).toContainText("Anda memimpin");
  await expect(bar(first)).toContainText("mengambil alih");
});

test("a server that dies in the middle loses nothing of the forum", async ({ hall }) => {
  const sri = await hall.enter("fasilitator");
  const ani = await hall.enter("peserta-a");
  await openForum(hall, sri);
  await openForum(hall, ani);
  const sheet = await openSheet(sri);
  await sheet.getByRole("button", { name: "Mulai: Pembukaan" }).click();
  await bar(ani).getByRole("button", { name: "Minta giliran" }).click();
  await expect(bar(ani)).toContainText("Anda nomor 1");
  await hall.crash();
  await expect(bar(ani)).toContainText("Menyambung ulang…");
  await hall.startAgain();
  await expect(bar(ani)).not.toContainText("Menyambung ulang…", { timeout: 20_000 });
  await expect(bar(ani)).toContainText("Anda nomor 1");
  await expect(bar(ani)).toContainText("Pembukaan");
  await expect(sheet.getByRole("button", { name: "Beri giliran: Peserta Contoh A" })).toBeVisible({
    timeout: 20_000,
  });
});

test("the big screen shows item, clock, text, turns and poll, and its keys hide the code and change the light", async ({
  hall,
}) => {
  const sri = await hall.enter("fasilitator", { viewport: { width: 1366, height: 768 } });
  const wall = await sri.context().newPage();
  await wall.setViewportSize({ width: 1366, height: 768 });
  const ani = await hall.enter("peserta-a");
  await sri.request.post(`${hall.url}/api/forums/${demoForumId}/door`, {
    headers: { origin: hall.url },
  });
  await wall.goto(`${hall.url}/forum/${demoForumId}/layar`);
  await expect(wall.getByText("Teks tampil di sini")).toBeVisible();
  await openForum(hall, ani);
  await bar(ani).getByRole("button", { name: "Minta giliran" }).click();
  await hall.openCase(sri, { isEditing: false });
  await bar(sri).getByRole("button", { name: "Pimpin dari sini" }).click();
  const sheet = await openSheet(sri);
  await sheet.getByRole("button", { name: "Mulai: Pembukaan" }).click();
  await sheet.getByLabel("Pertanyaan").fill("Lanjut?");
  await sheet.getByRole("button", { name: "Buka jajak pendapat" }).click();

  await expect(wall.getByRole("heading", { level: 1 })).toHaveText("Pembukaan");
  await expect(wall.getByRole("timer")).toContainText("Sisa");
  await expect(wall.getByText("Peserta Contoh A")).toBeVisible();
  await expect(wall.getByText("Lanjut?")).toBeVisible();
  const text = wall.locator(".tiptap p").first();
  await expect(text).toBeVisible();
  const size = await text.evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).fontSize),
  );
  expect(size).toBeGreaterThanOrEqual(32);
  await expect(wall.locator(".tiptap[contenteditable=true]")).toHaveCount(0);

  const code = wall.getByRole("img", { name: "Pindai untuk masuk" });
  await expect(code).toBeVisible();
  await expect(wall.getByText(/^Saya hadir: \d{3} \d{3}$/)).toBeVisible();
  await wall.keyboard.press("q");
  await expect(code).toHaveCount(0);
  await wall.keyboard.press("t");
  await expect(wall.locator("html")).toHaveAttribute("data-theme", "dark");
  await wall.keyboard.press("?");
  await expect(wall.getByText("Terang atau gelap")).toBeVisible();
});
