import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demoForumId } from "../scripts/demo/forum.ts";
import { expect, type Hall, test } from "./hall.ts";

test.use({ serviceWorkers: "allow" });

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const laptop = { viewport: { width: 1366, height: 768 } };

// Several people come in by several browsers.
test.describe.configure({ timeout: 180_000 });

const openPeople = (page: Page, hall: Hall) =>
  page.goto(`${hall.url}/forum/${demoForumId}/peserta`);

/** What hangs on the projector, as whoever keeps the list opens it. */
async function shownCode(page: Page, hall: Hall): Promise<string> {
  await openPeople(page, hall);
  await page.getByRole("button", { name: "Tampilkan kode hadir" }).click();
  const digits = await page.getByText(/^Kode: \d{3} \d{3}$/).textContent();
  return digits?.replaceAll(/\D/g, "") ?? "";
}

async function fitsPhone(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test("a participant scans the code in the hall and is noted as present after one tap", async ({
  hall,
}, info) => {
  const keeper = await hall.enter("notulis", laptop);
  const code = await shownCode(keeper, hall);
  expect(code).toMatch(/^\d{6}$/);
  await expect(keeper.getByRole("img", { name: /Kode QR/ })).toBeVisible();
  await keeper.screenshot({ path: info.outputPath("kode-1366.png") });
  await keeper.getByRole("button", { name: "Tutup" }).click();

  const page = await hall.enter("peserta-a", phone);
  await page.goto(`${hall.url}/hadir/${demoForumId}#${code}`);
  await expect(page.getByRole("main")).toContainText("Peserta Contoh A");
  expect(new URL(page.url()).hash).toBe("");
  await page.screenshot({ path: info.outputPath("hadir-360.png") });
  await page.getByRole("button", { name: "Saya hadir" }).tap();
  await expect(page.getByRole("status").filter({ hasText: "Anda tercatat hadir" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    /Desa Contoh A.*Tercatat pukul \d\d\.\d\d WIB/,
  );
  await page.screenshot({ path: info.outputPath("tercatat-360.png") });
  await isAccessible(page);

  await keeper.reload();
  await expect(keeper.getByText("1 dari 4 desa hadir — kuorum belum tercapai")).toBeVisible();
  await expect(keeper.getByText(/^Hadir \d\d\.\d\d/)).toContainText("mencatat sendiri");
});

test("who is not signed in signs in first, and the scanned code is not forgotten; a wrong one is said", async ({
  hall,
}, info) => {
  const keeper = await hall.enter("fasilitator", laptop);
  const code = await shownCode(keeper, hall);
  const page = await hall.newPage(phone);
  await page.goto(`${hall.url}/hadir/${demoForumId}#${code}`);
  await expect(page.getByRole("heading", { name: "Masuk dahulu" })).toBeVisible();
  await page.screenshot({ path: info.outputPath("masuk-dahulu-360.png") });
  // The personal link opens in a tab of its own, as WhatsApp does it.
  const tab = await page.context().newPage();
  await tab.goto(await hall.signInAddress("peserta-b"));
  await tab.getByRole("button", { name: "Masuk" }).click();
  await expect(tab.getByRole("main")).toContainText("Peserta Contoh B");
  await expect(tab.getByRole("textbox")).toHaveCount(0);
  await tab.getByRole("button", { name: "Saya hadir" }).click();
  await expect(tab.getByRole("heading", { name: "Anda tercatat hadir" })).toBeVisible();

  const other = await hall.enter("peserta-c", phone);
  await openPeople(other, hall);
  await other.screenshot({ path: info.outputPath("peserta-360.png") });
  await other.getByRole("link", { name: "Saya hadir" }).click();
  const field = other.getByRole("textbox", { name: /Kode enam angka/ });
  await field.fill(code === "000000" ? "000001" : "000000");
  await other.getByRole("button", { name: "Saya hadir" }).click();
  await expect(other.getByRole("alert")).toContainText("Kode ini salah atau sudah berganti");
  await other.screenshot({ path: info.outputPath("kode-salah-360.png") });
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await other.getByRole("button", { name: "Saya hadir" }).click();
  await expect(other.getByRole("heading", { name: "Anda tercatat hadir" })).toBeVisible();
});

test("the minute-taker marks people by thumb, takes one back, and three villages make the quorum", async ({
  hall,
}, info) => {
  const page = await hall.enter("notulis", phone);
  await openPeople(page, hall);
  const mark = (status: string, name: string) =>
    page.getByRole("button", { name: `${status}: ${name}`, exact: true });
  await mark("Hadir", "Wakil Contoh A").tap();
  await expect(mark("Hadir", "Wakil Contoh A")).toHaveAttribute("aria-pressed", "true");
  await mark("Izin", "Peserta Contoh A").tap();
  await expect(
    page.getByRole("status").filter({ hasText: "Peserta Contoh A: Izin." }),
  ).toBeVisible();
  await page.screenshot({ path: info.outputPath("menandai-360.png") });
  await page.getByRole("button", { name: "Batalkan" }).tap();
  await expect(mark("Izin", "Peserta Contoh A")).toHaveAttribute("aria-pressed", "false");
  await mark("Hadir", "Wakil Contoh B").tap();
  await page.getByRole("searchbox", { name: "Cari nama atau desa" }).fill("contoh c");
  await expect(mark("Hadir", "Wakil Contoh B")).toHaveCount(0);
  await mark("Hadir", "Wakil Contoh C").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 dari 4 desa hadir — kuorum tercapai")).toBeVisible();
  await page.reload();
  await expect(page.getByText("3 dari 4 desa hadir — kuorum tercapai")).toBeVisible();
  await expect(page.getByText("3 orang hadir, 0 izin, 0 tidak hadir")).toBeVisible();
  await fitsPhone(page);
  await isAccessible(page);
  await page.screenshot({ path: info.outputPath("daftar-360.png"), fullPage: true });

  const big = await hall.enter("fasilitator", laptop);
  await openPeople(big, hall);
  await expect(big.getByText("3 dari 4 desa hadir — kuorum tercapai")).toBeVisible();
  await big.screenshot({ path: info.outputPath("daftar-1366.png"), fullPage: true });
  const looker = await hall.enter("wakil-b", laptop);
  await openPeople(looker, hall);
  await expect(looker.getByRole("button", { name: /^Izin: / })).toHaveCount(0);
  await expect(looker.getByText("3 dari 4 desa hadir — kuorum tercapai")).toBeVisible();
});

test("a mark that does not arrive is put back, and by name", async ({ hall }) => {
  const page = await hall.enter("notulis", phone);
  await openPeople(page, hall);
  const present = page.getByRole("button", { name: "Hadir: Wakil Contoh D", exact: true });
  await expect(present).toBeVisible();
  await page.context().setOffline(true);
  await present.tap();
  await expect(page.getByText("Kehadiran Wakil Contoh D tidak jadi dicatat.")).toBeVisible();
  await expect(present).toHaveAttribute("aria-pressed", "false");
});

test("the list is printed on A4 and F4, blank and filled in, with its head on every page", async ({
  hall,
}, info) => {
  const page = await hall.enter("fasilitator", laptop);
  const guests = Array.from({ length: 60 }, (_, place) => ({
    line: place + 1,
    name: `Tamu Contoh ${place + 1}, S.Sos.`,
    position: "Kaur",
    village: `Desa Contoh ${"ABCD".charAt(place % 4)}`,
    office: "",
    phone: place === 0 ? "081234567890" : "",
  }));
  const brought = await page.request.post(`${hall.url}/api/people/import`, {
    headers: { origin: hall.url },
    data: { rows: guests, place: { forumId: demoForumId, role: "participant" } },
  });
  expect(brought.status()).toBe(200);
  await openPeople(page, hall);
  await page.getByRole("button", { name: "Hadir: Wakil Contoh A", exact: true }).click();
  await expect(page.getByText(/1 orang hadir/)).toBeVisible();
  await page.getByRole("link", { name: "Cetak daftar hadir" }).click();
  const sheet = page.getByRole("article");
  await expect(sheet).toContainText("PEMERINTAH KABUPATEN BLITAR");
  await expect(sheet).toContainText("KECAMATAN BINANGUN");
  expect(await sheet.textContent()).not.toMatch(/81234567890|NIK/);
  const rows = sheet.locator("tbody tr");
  // 60 guests, eight villagers, three officials, and five empty lines.
  const count = 76;
  await expect(rows).toHaveCount(count);
  await expect(rows.last()).toHaveText(`${count}${count}.`);
  await page.screenshot({ path: info.outputPath("cetak-1366.png") });

  for (const [paper, size] of [
    ["a4", "595 842"],
    ["f4", "609 935"],
  ] as const) {
    await page.getByLabel("Kertas").selectOption(paper);
    const path = info.outputPath(`daftar-hadir-${paper}.pdf`);
    const pdf = (await page.pdf({ preferCSSPageSize: true, path })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(1);
    for (const [, width, height] of boxes) {
      expect(`${Math.round(Number(width))} ${Math.round(Number(height))}`).toBe(size);
    }
  }
  await page.getByLabel("Isi").selectOption("filled");
  await expect(rows.filter({ hasText: "Wakil Contoh A" })).toContainText(
    /Hadir, tercatat \d\d\.\d\d/,
  );
  await expect(sheet).toContainText("1 dari 4 desa hadir — kuorum belum tercapai");
  await page.pdf({ preferCSSPageSize: true, path: info.outputPath("terisi.pdf") });

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Cetak" })).toBeHidden();
  const look = await sheet.evaluate((element) => ({
    head: getComputedStyle(element.querySelector("thead") as Element).display,
    row: getComputedStyle(element.querySelector("tbody tr") as Element).breakInside,
  }));
  expect(look).toEqual({ head: "table-header-group", row: "avoid" });
});

/** A photo of 3000 by 2000 pixels, which says in its Exif where it was taken. */
async function photo(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 3000;
    canvas.height = 2000;
    canvas.getContext("2d")?.fillRect(0, 0, 3000, 1000);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
  });
  const jpeg = Buffer.from(drawn, "base64");
  const exif = Buffer.concat([Buffer.from("Exif\0\0"), Buffer.from("GPS 8.1 S 112.3 E")]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

test("a photo of the signed list is made smaller, kept through a broken connection, and comes back without its place", async ({
  hall,
}, info) => {
  const page = await hall.enter("notulis", phone);
  await openPeople(page, hall);
  const original = await photo(page);
  expect(original.includes("GPS 8.1 S")).toBe(true);
  const picker = page.locator("input[type=file]:not([capture])");
  await expect(picker).toBeAttached();
  await page.context().setOffline(true);
  await picker.setInputFiles({ name: "Hadir pagi.jpg", mimeType: "image/jpeg", buffer: original });
  const again = page.getByRole("button", { name: "Kirim lagi Hadir pagi.jpg" });
  await expect(again).toBeVisible();
  await again.scrollIntoViewIfNeeded();
  await page.screenshot({ path: info.outputPath("gagal-360.png") });
  await page.context().setOffline(false);
  await again.tap();
  const link = page.getByRole("link", { name: /^Hadir pagi\.jpg/ });
  await expect(link).toBeVisible();
  await link.scrollIntoViewIfNeeded();
  await page.screenshot({ path: info.outputPath("berkas-360.png") });
  await fitsPhone(page);

  const reader = await hall.enter("peserta-a", phone);
  await openPeople(reader, hall);
  const download = reader.waitForEvent("download");
  await reader.getByRole("link", { name: /^Hadir pagi\.jpg/ }).click();
  const fetched = await download;
  expect(fetched.suggestedFilename()).toBe("Hadir pagi.jpg");
  const kept = readFileSync(await fetched.path());
  expect(kept.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(kept.includes("GPS 8.1 S")).toBe(false);
  const size = await reader.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: "image/jpeg" });
    const { width, height } = await createImageBitmap(blob);
    return { width, height };
  }, kept.toString("base64"));
  expect(size).toEqual({ width: 2000, height: 1333 });

  await page.getByRole("button", { name: "Hapus Hadir pagi.jpg" }).tap();
  await page.getByRole("button", { name: "Ya, hapus Hadir pagi.jpg" }).tap();
  await expect(link).toHaveCount(0);
});

test("what is no photo and no PDF is refused in words, and a scan is sent as it is", async ({
  hall,
}) => {
  const page = await hall.enter("notulis", phone);
  await openPeople(page, hall);
  const picker = page.locator("input[type=file]:not([capture])");
  const web = Buffer.from("<script>alert(1)</script>");
  await picker.setInputFiles({ name: "hadir.jpg", mimeType: "image/jpeg", buffer: web });
  await expect(page.getByRole("alert")).toContainText("tidak dapat dibuka");
  await picker.setInputFiles({ name: "hadir.pdf", mimeType: "application/pdf", buffer: web });
  await expect(page.getByRole("alert")).toContainText("Hanya foto");
  const large = Buffer.alloc(11 * 1024 * 1024);
  await picker.setInputFiles({ name: "besar.pdf", mimeType: "application/pdf", buffer: large });
  await expect(page.getByRole("alert")).toContainText("lebih besar dari 10 MB");
  const scan = Buffer.from("%PDF-1.7\n%%EOF");
  await picker.setInputFiles({ name: "pindai.pdf", mimeType: "application/pdf", buffer: scan });
  await expect(page.getByRole("link", { name: /^pindai\.pdf/ })).toBeVisible();
});
