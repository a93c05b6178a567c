import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demoForumId } from "../scripts/demo/forum.ts";
import { expect, type Hall, part, test } from "./hall.ts";

const phone = { viewport: { width: 360, height: 740 } };

/** Makes a forum in ten years, so that no clock makes it past. */
async function createForum(page: Page, hall: Hall): Promise<string> {
  await page.goto(`${hall.url}/forum`);
  await page.getByRole("link", { name: "Buat forum" }).click();
  await page.getByLabel("Hari mulai").fill("2036-11-24");
  await expect(page.getByLabel("Nama forum")).toHaveValue("Forum Sinau Triwulan IV 2036");
  await page.getByRole("textbox", { name: "Tempat" }).fill("Pendopo (contoh)");
  await page.getByRole("button", { name: "Buat forum" }).click();
  await expect(page.getByRole("heading", { name: "Persiapan forum" })).toBeVisible();
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

const titles = (page: Page) =>
  page.getByRole("list", { name: "Susunan acara" }).locator("strong").allTextContents();

test("a facilitator on a laptop in New York plans a forum in WIB and puts its agenda in order by keyboard and by drag", async ({
  hall,
}) => {
  const page = await hall.enter("fasilitator", { timezoneId: "America/New_York" });
  await createForum(page, hall);
  await expect(page.getByText("Senin, 24 November 2036 pukul 09.00–12.00 WIB")).toBeVisible();

  await page.getByRole("button", { name: "Tambah mata acara" }).click();
  await page.getByLabel("Mata acara").fill("Praktik baik: pajak desa");
  await page.getByLabel("Jenis").selectOption("Praktik Baik");
  await page.getByLabel("Lama (menit)").fill("140");
  await page.getByRole("button", { name: "Simpan" }).click();
  const start = [
    "Pembukaan",
    "Praktik baik: pajak desa",
    "Kesepakatan dan tindak lanjut",
    "Penutup",
  ];
  await expect.poll(() => titles(page)).toEqual(start);
  await expect(page.getByText("Lebih 20 menit dari waktu forum")).toBeVisible();

  const grip = page.getByRole("button", { name: /^Geser Praktik baik/ });
  await grip.press("ArrowDown");
  await expect(page.getByText("sekarang di urutan 3 dari 4")).toBeAttached();
  await expect(grip).toBeFocused();
  await page.getByRole("button", { name: "Naikkan Penutup" }).click();
  const wanted = ["Pembukaan", "Kesepakatan dan tindak lanjut", "Penutup", start[1]];
  await expect.poll(() => titles(page)).toEqual(wanted);

  const from = await page.getByRole("button", { name: /^Geser Pembukaan/ }).boundingBox();
  const onto = await page.getByRole("button", { name: /^Geser Penutup/ }).boundingBox();
  if (!from || !onto) throw new Error("no grips");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(onto.x + onto.width / 2, onto.y + onto.height / 2 + 8, { steps: 8 });
  await page.mouse.up();
  const dragged = ["Kesepakatan dan tindak lanjut", "Penutup", "Pembukaan", start[1]];
  await expect.poll(() => titles(page)).toEqual(dragged);
  await page.reload();
  await expect.poll(() => titles(page)).toEqual(dragged);
});

test("two who change a forum at once: the second reads what the first did, and keeps what was typed", async ({
  hall,
}) => {
  const facilitator = await hall.enter("fasilitator");
  const forumId = await createForum(facilitator, hall);
  const camat = await hall.enter("camat", phone);
  for (const page of [facilitator, camat]) {
    await page.goto(`${hall.url}/forum/${forumId}/pengaturan`);
    await expect(page.getByRole("textbox", { name: "Tempat" })).toHaveValue("Pendopo (contoh)");
  }
  await facilitator.getByRole("textbox", { name: "Tempat" }).fill("Aula kecamatan");
  await facilitator.getByRole("button", { name: "Simpan" }).click();
  await expect(facilitator.getByText("Aula kecamatan")).toBeVisible();

  await camat.getByRole("textbox", { name: "Tempat" }).fill("Balai desa");
  await camat.getByRole("button", { name: "Simpan" }).click();
  await expect(camat.getByRole("alert")).toContainText("Tempat sekarang “Aula kecamatan”");
  await expect(camat.getByRole("textbox", { name: "Tempat" })).toHaveValue("Balai desa");
  await camat.getByRole("button", { name: "Simpan" }).click();
  await expect(camat.getByText("Balai desa")).toBeVisible();
});

test("a village proposes a case on a phone, and the facilitator puts it on the agenda with one tap", async ({
  hall,
}) => {
  const villager = await hall.enter("peserta-b", phone);
  await villager.goto(`${hall.url}/forum/${demoForumId}/dokumen`);
  await villager.getByRole("link", { name: "Usulkan kasus" }).click();
  await villager.getByRole("button", { name: "Usulkan dan mulai menulis" }).click();
  await expect(villager.getByRole("alert")).toContainText("Isi judul kasus");
  await villager.getByLabel("Judul kasus").fill("SiLPA yang terus naik (contoh)");
  await villager.reload();
  await expect(villager.getByLabel("Judul kasus")).toHaveValue("SiLPA yang terus naik (contoh)");
  await villager.getByRole("button", { name: "Usulkan dan mulai menulis" }).click();
  await expect(villager.getByRole("heading", { level: 1 })).toHaveText(
    "SiLPA yang terus naik (contoh)",
  );
  await expect(villager.getByRole("button", { name: "Mulai menyunting" })).toBeVisible();

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/forum/${demoForumId}/kasus`);
  await facilitator
    .getByRole("button", { name: "Bahas di acara: SiLPA yang terus naik (contoh)" })
    .click();
  await expect(facilitator.getByText("Di acara: SiLPA yang terus naik (contoh)")).toBeVisible();

  await villager.goto(`${hall.url}/forum/${demoForumId}`);
  await villager.getByRole("link", { name: "SiLPA yang terus naik (contoh)" }).click();
  await expect(villager.locator(".tiptap")).toBeVisible();
});

test("a village that is removed while it writes reads why, and the others keep its lane and words", async ({
  hall,
}) => {
  const writer = await hall.enter("peserta-b", phone);
  await hall.openCase(writer);
  await part(writer, "Desa Contoh B").click();
  await writer.keyboard.type("Pagu kami turun.");
  await expect(writer.getByText(/^Tersimpan/)).toBeVisible();
  const reader = await hall.enter("peserta-a");
  await hall.openCase(reader, { isEditing: false });
  await expect(part(reader, "Desa Contoh B")).toContainText("Pagu kami turun.");

  const facilitator = await hall.enter("fasilitator");
  await facilitator.goto(`${hall.url}/forum/${demoForumId}/desa`);
  await facilitator.getByRole("button", { name: "Keluarkan Desa Contoh B" }).click();
  const question = facilitator.getByRole("dialog");
  await expect(question).toContainText("Lajur desa ini dan yang sudah ditulis di sana tetap ada");
  await question.getByRole("button", { name: "Keluarkan Desa Contoh B" }).click();
  await expect(question).toHaveCount(0);

  await expect(writer.getByRole("alert").first()).toBeVisible();
  await expect(writer.getByRole("button", { name: "Selesai", exact: true })).toHaveCount(0);
  await reader.reload();
  await expect(part(reader, "Desa Contoh B")).toContainText("Pagu kami turun.");
  await writer.goto(`${hall.url}/forum/${demoForumId}`);
  await expect(writer.getByRole("heading", { level: 1 })).toHaveText("Tidak ditemukan");
});

test("on a phone a finger moves an item of the agenda, and the page does not scroll away", async ({
  hall,
}) => {
  const page = await hall.enter("fasilitator", { ...phone, hasTouch: true, isMobile: true });
  await createForum(page, hall);
  const grip = page.getByRole("button", { name: /^Geser Pembukaan/ });
  await grip.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const from = await grip.boundingBox();
  const onto = await page.getByRole("button", { name: /^Geser Kesepakatan/ }).boundingBox();
  if (!from || !onto) throw new Error("no grips");
  const x = from.x + from.width / 2;
  const start = from.y + from.height / 2;
  const end = onto.y + onto.height / 2 + 12;
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", y: number) =>
    fingers.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y }],
    });
  await touch("touchStart", start);
  for (const share of [0.25, 0.5, 0.75, 1]) await touch("touchMove", start + (end - start) * share);
  await touch("touchEnd", end);
  await expect
    .poll(() => titles(page))
    .toEqual(["Kesepakatan dan tindak lanjut", "Pembukaan", "Penutup"]);
});

const looks = [
  { name: "phone in the dark", ...phone, colorScheme: "dark" },
  { name: "laptop by day", viewport: { width: 1366, height: 768 }, colorScheme: "light" },
] as const;

for (const { name, ...look } of looks) {
  test(`the pages that prepare a forum have no barrier that axe can find, on a ${name}`, async ({
    hall,
  }) => {
    // Axe reads six pages.
    test.slow();
    const page = await hall.enter("fasilitator", look);
    for (const path of ["baru", ...["", "/pengaturan", "/desa", "/tamu", "/kasus"].map(ofDemo)]) {
      await page.goto(`${hall.url}/forum/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      const drawn = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(drawn).toBeLessThanOrEqual(look.viewport.width);
    }
  });
}

function ofDemo(page: string): string {
  return `${demoForumId}${page}`;
}
