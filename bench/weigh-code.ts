import { brotliCompressSync, constants } from "node:zlib";
import type { Page } from "@playwright/test";

/** Returns a function that says how many compressed bytes of code the page has fetched so far. */
export function weighCode(page: Page): () => Promise<number> {
  const files = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (!response.ok() || (kind !== "script" && kind !== "stylesheet")) return;
    // A file that comes from the browser's cache the second time is fetched once.
    if (!files.has(response.url())) files.set(response.url(), response.body().then(compressed));
  });
  return async () => {
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(files.values());
    for (const [place, url] of [...files.keys()].entries()) {
      console.log(`${String(sizes[place]).padStart(8)}  ${new URL(url).pathname}`);
    }
    return sizes.reduce((sum, size) => sum + size, 0);
  };
}

function compressed(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
