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
