declare const self: ServiceWorkerGlobalScope;

/** The build puts these in: what one version of the page consists of, and what the Worker answers. */
declare const __VERSION__: string;
declare const __FILES__: string[];
declare const __WORKER_PREFIXES__: string[];

const cacheName = `page-${__VERSION__}`;
const cachePrefix = "page-";

self.addEventListener("install", (event) => {
  event.waitUntil(fetchVersion());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldVersions().then(() => self.clients.claim()));
});

// The only thing that a page ever says: the person asked to reload.
self.addEventListener("message", () => void self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  // Answers of the Worker are about people and change: they are never kept here.
  if (__WORKER_PREFIXES__.some((prefix) => pathname.startsWith(prefix))) return;
  if (request.mode === "navigate") event.respondWith(answerFrom("/", request));
  else if (__FILES__.includes(pathname) || pathname.startsWith("/assets/")) {
    event.respondWith(answerFrom(pathname, request));
  }
});

/** Pages still open in the version before may ask for its parts: any version may answer. */
async function answerFrom(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = (await cache.match(path)) ?? (await caches.match(path));
  return kept ?? fetch(request);
}

async function fetchVersion(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    __FILES__.map(async (path) => {
      // Named after their content: what an earlier version brought is not fetched again.
      const known = path.startsWith("/assets/") ? await caches.match(path) : undefined;
      if (known) return cache.put(path, known);
      const answer = await fetch(path, {
        cache: path.startsWith("/assets/") ? "default" : "reload",
      });
      const isPage = path === "/" || !answer.headers.get("content-type")?.startsWith("text/html");
      if (!answer.ok || answer.redirected || !isPage) throw new Error(`${path} is not there`);
      return cache.put(path, answer);
    }),
  );
}

/** All but this version and the one before it. */
async function dropOldVersions(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  const others = versions.filter((name) => name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}
