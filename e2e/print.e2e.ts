import type { ReadingNode } from "../domain/document/reading-node.ts";
import { demoCaseId, demoMinutesId, demoUnnamedCaseId } from "../scripts/demo/forum.ts";
import { expect, test, typeIn } from "./hall.ts";
import { inviteTwelve, writeLongMinutes } from "./long-minutes.ts";
import { cookieOf, openPaper, printed } from "./printed.ts";
import { missingWords, piecesOutside, textOf } from "./read-pdf.ts";

const laptop = { viewport: { width: 1366, height: 768 } };

test("minutes of forty pages with twelve lanes and wide tables are printed without a word cut", async ({
  hall,
}, info) => {
  test.setTimeout(240_000);
  await hall.crash();
  await hall.inDatabase(inviteTwelve);
  await hall.startAgain();
  const fani = await hall.enter("fasilitator", laptop);
  await writeLongMinutes({ url: hall.url, cookie: await cookieOf(fani) }, 1);

  await openPaper(hall, fani, `/dokumen/${demoMinutesId}/cetak`);
  const answer = await fani.request.get(`${hall.url}/api/documents/${demoMinutesId}/reading`);
  const reading = (await answer.json()) as ReadingNode;
  for (const [size, widthMm, heightMm] of [
    ["f4", 215, 330],
    ["a4", 210, 297],
  ] as const) {
    await fani.getByLabel("Kertas").selectOption(size);
    const pages = await printed(fani, info, `notula-${size}`);
    expect(pages.length).toBeGreaterThanOrEqual(40);
    for (const page of pages) {
      // A wide table turns its sheet.
      const isTurned = page.widthMm > page.heightMm;
      expect(Math.abs(page.widthMm - (isTurned ? heightMm : widthMm))).toBeLessThan(0.5);
      expect(Math.abs(page.heightMm - (isTurned ? widthMm : heightMm))).toBeLessThan(0.5);
    }
    expect(pages.some((page) => page.widthMm > page.heightMm)).toBe(true);
    expect(piecesOutside(pages)).toEqual([]);

    expect(missingWords(reading, pages)).toEqual([]);
    for (const [at, { text }] of pages.entries()) {
      expect(text).toContain(`halaman ${at + 1} dari ${pages.length}`);
      expect(text).toContain("Belum disahkan");
    }
    // A table of 45 rows stands on two pages at least, with its heads on each.
    expect(pages.filter(({ text }) => /^Lajur5-1\b/m.test(text)).length).toBeGreaterThan(1);
    // Who signs does so below words, not on an empty sheet.
    const signed = pages.find(({ text }) => text.includes("PIMPINAN SIDANG/RAPAT"));
    expect(signed?.text).toContain("SelesaiDitulis");
  }
});

test("every page of a signed document says its fingerprint and where anybody checks it", async ({
  hall,
}, info) => {
  const fani = await hall.enter("fasilitator", laptop);
  const camat = await hall.enter("camat");
  const document = `${hall.url}/api/documents/${demoCaseId}`;
  const headers = { origin: hall.url };
  await fani.request.put(`${document}/status`, { headers, data: { to: "drafted" } });
  const submitted = await fani.request.post(`${document}/submission`, { headers });
  expect(submitted.status()).toBe(201);
  const page = await (await camat.request.get(document)).json();
  const { fingerprint } = page.signing.submission;

  await openPaper(hall, fani, `/dokumen/${demoCaseId}/cetak`);
  const before = await printed(fani, info, "diajukan");
  for (const { text } of before) expect(text).toContain("Belum disahkan. Sidik isi:");

  await camat.request.put(`${document}/sign-off`, { headers, data: { fingerprint } });
  await openPaper(hall, fani, `/dokumen/${demoCaseId}/cetak`);
  const pages = await printed(fani, info, "disahkan");
  expect(pages.length).toBeGreaterThan(1);
  for (const { text } of pages) {
    const joined = text.replaceAll(/\s/g, "");
    expect(joined).toContain(`Sidikisi:${fingerprint}`);
    expect(joined).toContain(`Periksakeasliandi${hall.url}/periksa`);
    expect(text).not.toContain("Belum disahkan");
  }
  expect(piecesOutside(pages)).toEqual([]);
  expect(textOf(pages)).toContain("Dokumen ini hasil belajar bersama");
  expect(textOf(pages)).toMatch(/Disahkan \p{L}+, \d+ \p{L}+ \d{4} pukul/u);
});

test("a case that names no village names none on paper, also for a facilitator", async ({
  hall,
}, info) => {
  const fani = await hall.enter("fasilitator", laptop);
  await fani.goto(`${hall.url}/dokumen/${demoUnnamedCaseId}`);
  await fani.getByRole("button", { name: "Mulai menyunting" }).click();
  await typeIn(fani, "Desa Contoh A", "Bukti dikumpulkan tiap pekan.");
  await typeIn(fani, "Desa Contoh C", "Bukti diperiksa bendahara.");
  await expect(fani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  await fani.getByRole("link", { name: "Cetak" }).click();
  await expect(fani.locator(".paper")).toContainText("Bukti diperiksa bendahara.");
  const facilitators = textOf(await printed(fani, info, "tanpa-nama-fasilitator"));
  expect(facilitators).not.toContain("Desa Contoh");

  const bayu = await hall.enter("peserta-b", laptop);
  await openPaper(hall, bayu, `/dokumen/${demoUnnamedCaseId}/cetak`);
  const theirs = textOf(await printed(bayu, info, "tanpa-nama-peserta"));
  for (const words of ["Bukti dikumpulkan tiap pekan.", "Bukti diperiksa bendahara."]) {
    // Under the same number for everybody.
    const heading = new RegExp(`Desa \\d+\\s*${words}`);
    expect(heading.exec(facilitators)?.[0]).toBeTruthy();
    expect(heading.exec(facilitators)?.[0]).toBe(heading.exec(theirs)?.[0]);
  }
});

test("what was removed is a bar on paper, with the list of what it was", async ({ hall }, info) => {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", "Rekening 1234567890 sudah ditutup.");
  await expect(fani.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  const redactions = `${hall.url}/api/documents/${demoCaseId}/redactions`;
  const headers = { origin: hall.url };
  const asked = { words: "1234567890" };
  const found = await fani.request.post(`${redactions}/occurrences`, { headers, data: asked });
  const { occurrences } = await found.json();
  const chosen = occurrences.map(({ key }: { key: string }) => key);
  const data = { ...asked, chosen, reasonKind: "account" };
  expect((await fani.request.post(redactions, { headers, data })).status()).toBe(201);

  await openPaper(hall, fani, `/dokumen/${demoCaseId}/cetak`);
  await expect(fani.locator(".paper-redacted")).toContainText("Nomor rekening, 10 huruf");
  const text = textOf(await printed(fani, info, "dihapus"));
  expect(text).toContain(`Rekening ${"█".repeat(10)} sudah ditutup.`);
  expect(text).toContain("Data pribadi yang dihapus");
  expect(text).not.toContain("1234567890");
});
