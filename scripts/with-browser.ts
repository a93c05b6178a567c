import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Database } from "../worker/db/open.ts";
import { browserOptions } from "./browser-options.ts";
import { ensureChromium } from "./chromium.ts";
import { freePort } from "./free-port.ts";
import { withLocalDatabase } from "./local-database.ts";
import { prepareLocalState, type RunningServer, startServer } from "./serve.ts";

/**
 * Serves the built product with fresh demo data and opens a real browser on it.
 * @param prepare what is done to the database before anything is served
 */
export async function withBrowser<T>(
  use: (browser: Browser, server: RunningServer) => Promise<T>,
  prepare: (database: Database) => Promise<void> = async () => undefined,
): Promise<T> {
  process.env.CHROME_PATH = await ensureChromium();
  const stateFolder = mkdtempSync(join(tmpdir(), "sinau-bareng-"));
  await prepareLocalState(stateFolder);
  await withLocalDatabase(stateFolder, prepare);
  const server = await startServer({ port: await freePort(), stateFolder, isPrepared: true });
  try {
    const browser = await chromium.launch(browserOptions());
    try {
      return await use(browser, server);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    rmSync(stateFolder, { recursive: true });
  }
}

export async function signIn(page: Page, server: RunningServer, personId: string): Promise<void> {
  await page.goto(await server.signInAddress(personId));
  await page.getByRole("button", { name: "Masuk" }).click();
  // The welcome on the link's own page begins with the same words as the home page.
  await page.waitForURL((url) => url.pathname !== "/masuk");
}
