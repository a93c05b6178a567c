import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { unstable_readConfig } from "wrangler";
import { projectRoot, wranglerConfig } from "./paths.ts";

const fileName = "sw.js";
const publicFolder = join(projectRoot, "web", "public");

/**
 * Builds web/offline/service-worker.ts into /sw.js and tells it what this version of the page
 * consists of, and which addresses belong to the Worker.
 */
export function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    enforce: "post",
    applyToEnvironment: ({ name }) => name === "client",
    buildStart() {
      const id = join(projectRoot, "web", "offline", "service-worker.ts");
      this.emitFile({ type: "chunk", id, fileName });
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle[fileName];
        if (worker?.type !== "chunk" || worker.imports.length > 0) {
          this.error("the service worker must be one file of its own");
        }
        const built = Object.values(bundle).filter((file) => file !== worker);
        const names = built.map((file) => file.fileName).filter(isPrecached);
        const files = ["/", ...[...names, ...publicFiles()].map((name) => `/${name}`)];
        const values = {
          __VERSION__: versionOf(built.map(contentOf)),
          __FILES__: files,
          __WORKER_PREFIXES__: workerPrefixes(),
        };
        for (const [name, value] of Object.entries(values)) {
          if (!worker.code.includes(name))
            this.error(`the service worker does not ask for ${name}`);
          worker.code = worker.code.replaceAll(name, JSON.stringify(value));
        }
      },
    },
  };
}

/** What writes and reads files of Word is large, needed by few, and fetched when it is asked for. */
const seldomNeeded = /^assets\/docx-[\w-]+\.js$/;

function isPrecached(name: string): boolean {
  return name.startsWith("assets/") && !name.endsWith(".map") && !seldomNeeded.test(name);
}

/** What the page may ask for; files such as `_headers` are the host's. */
function publicFiles(): string[] {
  return readdirSync(publicFolder).filter((name) => !name.startsWith("_"));
}

/** The kept page has its headers kept with it: they belong to the version as well. */
function versionOf(contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  for (const name of readdirSync(publicFolder)) hash.update(readFileSync(join(publicFolder, name)));
  return hash.digest("hex").slice(0, 12);
}

type Built = { type: "chunk"; code: string } | { type: "asset"; source: string | Uint8Array };

function contentOf(file: Built): string | Uint8Array {
  return file.type === "chunk" ? file.code : file.source;
}

function workerPrefixes(): string[] {
  const { assets } = unstable_readConfig({ config: wranglerConfig }, { hideWarnings: true });
  const patterns = assets?.run_worker_first;
  if (!Array.isArray(patterns)) throw new Error("wrangler.toml names no run_worker_first");
  return patterns.map((pattern) => pattern.replace(/\*$/, ""));
}
