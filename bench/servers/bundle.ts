import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { projectRoot } from "../../scripts/paths.ts";

const cacheFolder = join(projectRoot, "node_modules", ".cache", "bench");

/**
 * Bundles a Worker's entry as a deployment would, beside a wrangler configuration for it, and
 * returns that configuration's path. The product's own dist/ is left alone.
 */
export async function bundleWorker(
  name: string,
  entry: string,
  configuration: Record<string, unknown>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  await build({
    configFile: false,
    logLevel: "error",
    root: projectRoot,
    publicDir: false,
    resolve: { conditions: ["workerd", "worker", "browser", "module", "import", "default"] },
    ssr: { target: "webworker", noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      target: "es2024",
      rolldownOptions: {
        external: [/^cloudflare:/, /^node:/],
        output: { entryFileNames: "index.js", codeSplitting: false },
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "wrangler.json");
  writeFileSync(
    config,
    JSON.stringify({ ...configuration, name, main: "index.js", no_bundle: true }),
  );
  return config;
}
