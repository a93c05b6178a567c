// `npm run pictures`: the screens as they are now, into docs/pictures.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { demoCaseId, demoForumId } from "./demo/forum.ts";
import { runCommand } from "./failure.ts";
import { projectRoot } from "./paths.ts";
import type { RunningServer } from "./serve.ts";
import { signIn, withBrowser } from "./with-browser.ts";

const sizes = [
  { width: 360, height: 740 },
  { width: 1366, height: 768 },
];

await runCommand(async () => {
  const folder = join(projectRoot, "docs", "pictures");
  mkdirSync(folder, { recursive: true });
  await withBrowser(async (browser, server) => {
    const writer = await browser.newPage({ locale: "id-ID" });
    await signIn(writer, server, "peserta-b");
    await openDocument(writer, server);
    await writer.getByRole("button", { name: "Mulai menyunting" }).click();
    await write(writer, "Situasi dan fakta", "Pagu Dana Desa 2027 lebih kecil daripada tahun ini.");
    await write(writer, "Rumusan masalah", "Kegiatan mana yang didahulukan?");
    await write(writer, "Desa Contoh B", "Kami mendahulukan belanja wajib.");
    for (const viewport of sizes) {
      const page = await browser.newPage({
        viewport,
        locale: "id-ID",
        timezoneId: "Asia/Jakarta",
        reducedMotion: "reduce",
      });
      const take = async (name: string) => {
        await page.waitForLoadState("networkidle");
        await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`) });
      };
      await signIn(page, server, "wakil-a");
      await take("beranda");
      await page.goto(`${server.url}/forum/${demoForumId}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await take("forum");
      await openDocument(page, server);
      await take("dokumen");
      await page.getByRole("button", { name: "Mulai menyunting" }).click();
      await page.getByRole("heading", { name: "Situasi dan fakta" }).scrollIntoViewIfNeeded();
      await page.getByText("Kami mendahulukan belanja wajib.").first().scrollIntoViewIfNeeded();
      await take("menyunting");
      await page.close();
    }
  });
  console.log(folder);
  return 0;
});

async function openDocument(page: Page, server: RunningServer): Promise<void> {
  await page.goto(`${server.url}/dokumen/${demoCaseId}`);
  await page.locator(".tiptap").waitFor();
}

/** Writes at the end of the section or lane of this name. */
async function write(page: Page, name: string, text: string): Promise<void> {
  const part = page
    .locator(".tiptap [data-container]")
    .filter({ has: page.locator("> .container-name", { hasText: name }) });
  await part.locator("> .container-content p").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
  await page.getByText(/Tersimpan/).waitFor();
}
