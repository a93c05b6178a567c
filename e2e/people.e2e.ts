import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demoForumId } from "../scripts/demo/forum.ts";
import { expect, test } from "./hall.ts";

const villages = ["Contoh A", "Ds. Contoh B", "DESA CONTOH C", "contoh-d"];

/** As a spreadsheet copies it; four villages, 38 and 37 people each. */
function spreadsheet(count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    [index + 1, `Warga Contoh ${index + 1}, S.Sos.`, "Kaur", villages[index % 4], ""].join("\t"),
  );
  return ["No\tNama\tJabatan\tDesa\tNo. HP", ...lines].join("\r\n");
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Daftar", exact: true }).fill(text);
}

test("a facilitator brings 150 people in from a pasted spreadsheet and prints their cards in at most 6 steps", async ({
  hall,
}, info) => {
  info.setTimeout(120_000);
  const page = await hall.enter("fasilitator", { viewport: { width: 1366, height: 768 } });
  let steps = 0;
  const step = (done: Promise<unknown>) => {
    steps += 1;
    return done;
  };
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
  });
  await page.reload();
  await step(page.getByRole("link", { name: "Kelola" }).click());
  await page.screenshot({ path: info.outputPath("kelola-1366.png") });
  await step(page.getByRole("link", { name: "Tempel daftar" }).click());
  await step(paste(page, spreadsheet(150)));
  const add = page.getByRole("button", { name: "Tambahkan 150 orang" });
  await expect(add).toBeEnabled({ timeout: 30_000 });
  await page.screenshot({ path: info.outputPath("daftar-1366.png") });
  await step(add.click());
  await step(page.getByRole("link", { name: "Siapkan kartu" }).click());
  const print = page.getByRole("button", { name: "Cetak" });
  await expect(print).toBeVisible({ timeout: 30_000 });
  await step(print.click());
  await expect(page.locator("html[data-printed]")).toBeAttached();
  expect(steps).toBeLessThanOrEqual(6);

  const names = await page.locator(".person-card strong").allTextContents();
  expect(new Set(names).size).toBe(names.length);
  // The demo's people of the forum have not joined either, but for whoever signed in.
  expect(names.filter((name) => name.startsWith("Warga Contoh"))).toHaveLength(150);
  await page.screenshot({ path: info.outputPath("kartu-1366.png") });

  await page.emulateMedia({ media: "print" });
  const cut = await page
    .locator(".person-card")
    .evaluateAll(
      (cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 1).length,
    );
  expect(cut).toBe(0);
  await expect(page.getByRole("button", { name: "Cetak" })).toBeHidden();
  const sheets = await page.locator(".card-sheet").count();
  const pdf = (
    await page.pdf({ preferCSSPageSize: true, path: info.outputPath("kartu.pdf") })
  ).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(sheets);
});

test("an invited person scans the card and stands in the forum after at most 3 taps", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/kelola/orang`);
  await facilitator.getByRole("button", { name: "Undangan untuk Peserta Contoh B" }).click();
  const text = await facilitator.locator(".invitation-text").textContent();
  expect(text).toContain("jangan diteruskan");
  const address = /http\S+/.exec(text ?? "")?.[0] ?? "";

  const phone = await hall.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await phone.goto(address);
  let taps = 0;
  await phone.getByRole("button", { name: "Masuk" }).tap();
  taps += 1;
  await phone.getByRole("link", { name: "Masuk forum" }).tap();
  taps += 1;
  await expect(phone).toHaveURL(`${hall.url}/forum/${demoForumId}`);
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("APBDes 2027");
  expect(taps).toBeLessThanOrEqual(3);
});

test("a wrong line is corrected in place, another left out, and 5,000 lines change nothing", async ({
  hall,
}, info) => {
  const page = await hall.enter("fasilitator", { viewport: { width: 360, height: 740 } });
  await page.goto(`${hall.url}/kelola/orang/daftar`);
  await page.getByLabel(/Atau pilih berkas/).setInputFiles({
    name: "daftar.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(spreadsheet(5000)),
  });
  await expect(page.getByRole("alert")).toContainText("Paling banyak 500 baris");
  await expect(page.getByRole("button", { name: /^Tambahkan/ })).toHaveCount(0);
  await paste(page, "Ani\tKaur\tAntah\nBudi\tKaur\tContoh A\n\tKaur\tContoh A");
  await expect(page.getByText("Desa ini tidak dikenal di kecamatan")).toBeVisible();
  await page.screenshot({ path: info.outputPath("daftar-salah-360.png"), fullPage: true });
  await page.getByRole("button", { name: "Tinggalkan baris 3" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Baris 1" })
    .getByLabel("Desa")
    .fill("Contoh B");
  await page.getByRole("button", { name: "Periksa lagi" }).click();
  await page.getByRole("button", { name: "Tambahkan 2 orang" }).click();
  await expect(page.getByText("2 orang sudah ditambahkan")).toBeVisible();
});

test("a link is revoked by name, and nobody but hosts is shown the place Kelola", async ({
  hall,
}, info) => {
  const page = await hall.enter("fasilitator", { viewport: { width: 360, height: 740 } });
  await page.goto(`${hall.url}/kelola/orang`);
  await expect(page.getByText("Peserta Contoh D")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.screenshot({ path: info.outputPath("orang-360.png") });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole("button", { name: "Undangan untuk Peserta Contoh D" }).click();
  await expect(page.getByRole("img", { name: /Kode QR/ })).toBeVisible();
  await page.screenshot({ path: info.outputPath("undangan-360.png") });
  await page.getByRole("button", { name: "Cabut tautan" }).click();
  await page.getByRole("button", { name: "Ya, cabut tautan Peserta Contoh D" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(
    page.getByRole("button", { name: "Kirim lagi untuk Peserta Contoh D" }),
  ).toBeVisible();

  const participant = await hall.enter("peserta-a");
  await expect(participant.getByRole("link", { name: "Kelola" })).toHaveCount(0);
  await participant.goto(`${hall.url}/kelola`);
  await expect(participant.getByRole("heading", { name: "Tidak ditemukan" })).toBeVisible();
});

test("a place in a forum is taken and given, a village's representative only by name", async ({
  hall,
}, info) => {
  const page = await hall.enter("fasilitator", { viewport: { width: 1366, height: 768 } });
  await page.goto(`${hall.url}/kelola/orang`);
  await page.getByRole("combobox", { name: "Forum", exact: true }).selectOption(demoForumId);
  await page.screenshot({ path: info.outputPath("orang-1366.png") });
  const role = page.getByLabel("Peran Peserta Contoh A di forum");
  await role.selectOption("representative");
  await page.getByRole("button", { name: "Ya, jadikan Peserta Contoh A wakil" }).click();
  await expect(role).toHaveValue("representative");
  await expect(page.getByLabel("Peran Wakil Contoh A di forum")).toHaveValue("participant");
  await page.getByRole("button", { name: "Keluarkan Peserta Contoh B dari forum" }).click();
  await page.getByRole("button", { name: "Ya, keluarkan Peserta Contoh B" }).click();
  await expect(page.getByText("Peserta Contoh B", { exact: true })).toHaveCount(0);
});
