import { openDatabase } from "../db/open.ts";
import { publicVersion } from "../db/public-reading.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";

/** How long a page is kept at the edge where nothing but the statuses of follow-ups changes. */
const keptSeconds = 120;

export interface RenderedPage {
  html: string;
  status: 200 | 404 | 410;
}

/**
 * A page from the edge's cache, or made anew. Its key bears the version of everything that is
 * public, so that what was withdrawn is not found in it any more from the next request on.
 */
export async function keptPage(
  env: Env,
  address: URL,
  render: () => Promise<RenderedPage>,
): Promise<RenderedPage> {
  const key = new URL(address);
  key.searchParams.set("versi", await publicVersion(openDatabase(env)));
  const known = await caches.default.match(key);
  // Only what is there is kept: guessed addresses would fill the cache.
  if (known) return { html: await known.text(), status: 200 };
  const page = await render();
  if (page.status === 200) {
    const headers = { "cache-control": `public, max-age=${keptSeconds}` };
    await caches.default.put(key, new Response(page.html, { headers })).catch(logBug);
  }
  return page;
}
