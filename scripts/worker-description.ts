import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { V4ModuleRule, V4WorkerOptionsShape } from "miniflare";
import { projectRoot } from "./paths.ts";

export interface WorkerDescription {
  name: string;
  /** The file of the Worker's entry. */
  main: string;
  moduleRules: V4ModuleRule[];
  options: V4WorkerOptionsShape;
}

const cacheFolder = join(projectRoot, "node_modules", ".cache", "worker-descriptions");

/**
 * A wrangler configuration in the local runtime's terms, as wrangler itself translates it. Kept,
 * because loading wrangler takes a second of each start.
 */
export async function describeWorker(configFile: string): Promise<WorkerDescription> {
  const kept = join(cacheFolder, `${fingerprint(configFile)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const description = await translate(configFile);
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(kept, JSON.stringify(description));
  return description;
}

async function translate(configFile: string): Promise<WorkerDescription> {
  const { unstable_getMiniflareWorkerOptions, unstable_readConfig } = await import("wrangler");
  const config = unstable_readConfig({ config: configFile }, { hideWarnings: true });
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(config);
  if (main === undefined) throw new Error(`${configFile} names no Worker`);
  // wrangler's type is an Omit over an index signature, which loses every member.
  const described = workerOptions as V4WorkerOptionsShape & { modulesRules?: V4ModuleRule[] };
  const { modulesRules = [], ...options } = described;
  return { name: config.name ?? "", main, moduleRules: modulesRules, options };
}

/** Of everything that the translation depends on: where and what the file is, and wrangler. */
function fingerprint(configFile: string): string {
  const hash = createHash("sha256").update(configFile).update(readFileSync(configFile));
  return hash.update(readFileSync(join(projectRoot, "package-lock.json"))).digest("hex");
}
