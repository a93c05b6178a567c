import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { browserOptions } from "../scripts/browser-options.ts";
import { test as base, type Hall } from "./hall.ts";

/** A phone or laptop whose browser can be closed and opened again with all that it kept. */
class Device {
  readonly #folder = mkdtempSync(join(tmpdir(), "sinau-device-"));
  #context: BrowserContext | null = null;

  async open(): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.#folder, {
      ...browserOptions(),
      locale: "id-ID",
      viewport: { width: 360, height: 740 },
    });
    return this.#context.pages()[0] ?? this.#context.newPage();
  }

  /** As a swipe does: no page is asked. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  async throwAway(): Promise<void> {
    await this.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export const test = base.extend<{ device: Device }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  device: async ({}, use, info) => {
    // A browser is started several times.
    info.setTimeout(info.timeout * 3);
    const device = new Device();
    await use(device);
    await device.throwAway();
  },
});

/** What the light notes where the network is gone and unsent words are safe. */
export const keptNote = "Tulisan Anda belum terkirim. Aman di perangkat ini.";

/** Signs in on the page that anybody sees, also where somebody else is signed in. */
export async function signIn(page: Page, hall: Hall, personId: string): Promise<void> {
  await page.goto(await hall.signInAddress(personId));
  await page.getByRole("button", { name: "Masuk" }).click();
  await page.waitForURL((url) => url.pathname !== "/masuk");
}

/** The page itself can be opened without a network from now on. */
export async function pageIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** How many records a store on this device holds. */
export function countKept(page: Page, store: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("sinau-bareng");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    store,
  );
}
