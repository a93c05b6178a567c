import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demoCaseId } from "../scripts/demo/forum.ts";
import { expect, type Hall, test, typeIn } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };
const laptop = { viewport: { width: 1366, height: 768 } };
const maxBytes = 30_000;

/** The demo's case with these words, written by the facilitator and signed by the camat. */
async function signedCase(hall: Hall, words: string): Promise<Page> {
  const fani = await hall.enter("fasilitator", laptop);
  await hall.openCase(fani);
  await typeIn(fani, "Situasi dan fakta", words);
  await expect(fani.getByText(/^Tersimpan/)).toBeVisible();
  await fani.getByText("Ubah status").click();
  await fani.getByRole("button", { name: "Tandai Selesai disusun" }).click();
  await fani.getByRole("dialog").getByRole("button", { name: "Tandai Selesai disusun" }).click();
  const signing = fani.getByRole("region", { name: "Pengesahan" });
  await signing.getByRole("button", { name: "Ajukan ke Camat" }).click();
  await fani.getByRole("dialog").getByRole("button", { name: "Ajukan ke Camat" }).click();
  await expect(signing.getByText(/sudah menjawab\.$/)).toBeVisible();
  const camat = await hall.enter("camat", laptop);
  await camat.goto(`${hall.url}/dokumen/${demoCaseId}`);
  const theirs = camat.getByRole("region", { name: "Pengesahan" });
  await theirs.getByRole("button", { name: "Sahkan" }).click();
  await camat.getByRole("dialog").getByRole("button", { name: "Sahkan" }).click();
  await expect(theirs.getByText(/^Disahkan oleh Camat Contoh/)).toBeVisible();
  return camat;
}

async function barriersOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("the camat publishes, a citizen without script reads and asks, a facilitator answers, the camat withdraws", async ({
  hall,
}) => {
  const camat = await signedCase(hall, "Pagu turun seperlima. Hubungi 0812-3456-7890.");
  const part = camat.getByRole("region", { name: "Terbitan untuk umum" });
  await part.getByRole("button", { name: "Terbitkan untuk umum" }).click();
  const dialog = camat.getByRole("dialog");
  await expect(dialog).toContainText("Hubungi [ditutup].");
  await expect(dialog.getByText("0812-3456-7890")).toBeVisible();
  await dialog.getByRole("button", { name: "Lihat tempatnya: 0812-3456-7890" }).click();
  await expect(dialog.locator("mark").first()).toBeFocused();
  expect(await barriersOf(camat)).toEqual([]);
  await dialog.getByRole("checkbox", { name: /^Tutup Nomor telepon/ }).uncheck();
  await expect(dialog.locator("mark").first()).toHaveText("0812-3456-7890");
  await dialog.getByRole("checkbox", { name: /^Tutup Nomor telepon/ }).check();
  await expect(dialog.locator("mark").first()).toHaveText("[ditutup]");
  await dialog.getByRole("button", { name: "Terbitkan", exact: true }).click();
  await expect(part.getByText(/^Terbit · edisi 1 · /)).toBeVisible();
  const link = await part.getByRole("link", { name: "Buka halaman umum" }).getAttribute("href");

  const citizen = await hall.newPage({ ...phone, javaScriptEnabled: false });
  const answer = await citizen.goto(`${hall.url}${link}`);
  expect((await answer?.body())?.byteLength).toBeLessThan(maxBytes);
  await expect(citizen.getByText("Pagu turun seperlima. Hubungi [ditutup].")).toBeVisible();
  expect(await citizen.locator("script").count()).toBe(0);
  await citizen.getByRole("link", { name: "Halaman forum ini" }).click();
  const question = citizen.getByRole("textbox", { name: "Pertanyaan Anda" });
  await question.fill("Kapan?");
  // No human is as fast: what the server says of both is that nothing is lost.
  await question.evaluate((field: HTMLTextAreaElement) => field.removeAttribute("minlength"));
  await citizen.getByRole("button", { name: "Kirim pertanyaan" }).click();
  await expect(citizen.getByRole("alert")).toContainText("terlalu pendek");
  await expect(question).toHaveValue("Kapan?");
  await question.fill("Kapan APBDes 2027 ditetapkan?");
  await expect
    .poll(
      async () => {
        if (await citizen.getByRole("heading", { name: "Pertanyaan terkirim" }).isVisible()) {
          return "sent";
        }
        await citizen.getByRole("button", { name: "Kirim pertanyaan" }).click();
        return "again";
      },
      { intervals: [4_500] },
    )
    .toBe("sent");
  await citizen.getByRole("link", { name: "Kembali ke halaman forum" }).click();
  await expect(citizen.getByText("Kapan APBDes 2027 ditetapkan?")).toHaveCount(0);

  const fani = await hall.enter("fasilitator", phone);
  await fani.goto(`${hall.url}/program/warga`);
  await expect(fani.getByText("Kapan APBDes 2027 ditetapkan?").first()).toBeVisible();
  await fani.getByLabel("Jawaban", { exact: true }).fill("Paling lambat 31 Desember.");
  await fani.getByRole("button", { name: "Jawab dan tampilkan" }).click();
  await expect(fani.getByText("Tidak ada pertanyaan di sini.")).toBeVisible();
  await citizen.reload();
  await expect(citizen.getByText("Paling lambat 31 Desember.")).toBeVisible();

  await part.getByRole("button", { name: "Tarik" }).click();
  await camat.getByRole("dialog").getByRole("button", { name: "Tarik" }).click();
  await expect(part.getByText(/^Terbitan ditarik/)).toBeVisible();
  await citizen.goto(`${hall.url}${link}`);
  await expect(citizen.getByRole("heading", { name: "Halaman ini sudah ditarik" })).toBeVisible();
  await expect(citizen.getByText("Pagu turun")).toHaveCount(0);
});

for (const [name, size] of [
  ["phone", phone],
  ["laptop", laptop],
] as const) {
  test(`the public pages have no barrier that axe can find and fit a ${name}`, async ({ hall }) => {
    const camat = await signedCase(hall, "Pagu turun seperlima.");
    const part = camat.getByRole("region", { name: "Terbitan untuk umum" });
    await part.getByRole("button", { name: "Terbitkan untuk umum" }).click();
    const dialog = camat.getByRole("dialog");
    await dialog.getByRole("button", { name: "Terbitkan", exact: true }).click();
    const link = part.getByRole("link", { name: "Buka halaman umum" });
    const address = await link.getAttribute("href");
    const page = await hall.newPage(size);
    const toForum = page.getByRole("link", { name: "Halaman forum ini" });
    await page.goto(`${hall.url}${address}`);
    const forum = await toForum.getAttribute("href");
    for (const path of [address, forum, "/publik", "/publik/periksa", "/publik/tidak/ada"]) {
      await page.goto(`${hall.url}${path}`);
      expect(await barriersOf(page)).toEqual([]);
      const isTooWide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isTooWide).toBe(false);
    }
    expect(hall.foreignRequests).toEqual([]);
  });
}

test("a calendar address is shown once, and dies when it is renewed", async ({ hall }) => {
  const ani = await hall.enter("peserta-a", phone);
  await ani.goto(`${hall.url}/saya`);
  const section = ani.getByRole("region", { name: "Kalender" });
  await section.getByRole("button", { name: "Buat alamat kalender" }).click();
  const address = await section.locator("code").innerText();
  const feed = await ani.request.get(address);
  expect(await feed.text()).toContain("BEGIN:VEVENT");
  await section.getByRole("button", { name: "Ganti alamat" }).click();
  await ani.getByRole("dialog").getByRole("button", { name: "Ganti alamat" }).click();
  await expect(section.locator("code")).not.toHaveText(address);
  expect((await ani.request.get(address)).status()).toBe(404);
});
