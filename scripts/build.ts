import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "./failure.ts";
import { isAlive } from "./is-alive.ts";
import { builtWorkerConfig, projectRoot } from "./paths.ts";

const sources = [
  "domain",
  "party",
  "web",
  "worker",
  "package-lock.json",
  "scripts/build.ts",
  "scripts/check-fingerprint.mjs",
  "scripts/service-worker.ts",
  "vite.config.ts",
  "wrangler.toml",
];
const stampFile = join(projectRoot, "dist", "sources.sha256");
const lockFile = join(projectRoot, ".wrangler", "build.lock");

/** Builds page and Worker into dist/ unless it holds a build of these very sources already. */
export function ensureBuilt(): void {
  const fingerprint = fingerprintSources();
  if (isBuilt(fingerprint)) return;
  withBuildLock(() => {
    // Another process may have built it while this one waited.
    if (!isBuilt(fingerprint)) build(fingerprint);
  });
}

function isBuilt(fingerprint: string): boolean {
  return existsSync(builtWorkerConfig) && readStamp() === fingerprint;
}

/** Two builds at once would empty each other's dist/. */
function withBuildLock(work: () => void): void {
  mkdirSync(dirname(lockFile), { recursive: true });
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function takeLock(): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    const holder = existsSync(lockFile) ? Number(readFileSync(lockFile, "utf8")) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(lockFile, { force: true });
    return false;
  }
}

function build(fingerprint: string): void {
  console.error("Membangun … / Building …");
  const vite = join(projectRoot, "node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: projectRoot,
    encoding: "utf8",
    // Under a test runner's own value the page would be built for development.
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (result.status !== 0) {
    console.error(`${result.stdout}${result.stderr}`.trim());
    throw new Failure(
      "Program tidak dapat dibangun: lihat pesan di atas.",
      "The product could not be built: see the message above.",
    );
  }
  writeFileSync(stampFile, fingerprint);
}

function readStamp(): string | null {
  return existsSync(stampFile) ? readFileSync(stampFile, "utf8") : null;
}

function fingerprintSources(): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(listFiles)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(projectRoot, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Files below `path`, tests left out, in a stable order. */
function listFiles(path: string): string[] {
  if (path.includes(".")) return existsSync(join(projectRoot, path)) ? [path] : [];
  return (
    readdirSync(join(projectRoot, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
      .map((entry) => join(entry.parentPath, entry.name).slice(projectRoot.length))
      // The vite plugin leaves its own notes in web/.wrangler.
      .filter((file) => !file.includes(".wrangler"))
      .sort()
  );
}
