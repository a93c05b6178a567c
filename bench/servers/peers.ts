import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../scripts/failure.ts";
import { projectRoot } from "../../scripts/paths.ts";

/** The peers have a package.json of their own: the product never depends on them. */
export const peersFolder = join(projectRoot, "bench", "peers");

/** Installs the peers on the first run, at the versions of their own lockfile. */
export function installPeers(): void {
  if (isInstalled()) return;
  console.error("Memasang pembanding … / Installing the peers …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--loglevel=error"], {
    cwd: peersFolder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  throw new Failure(
    "Pembanding tidak dapat dipasang: periksa sambungan internet.",
    "The peers could not be installed: check the connection.",
  );
}

function isInstalled(): boolean {
  const wanted = readVersions(join(peersFolder, "package-lock.json"));
  const present = readVersions(join(peersFolder, "node_modules", ".package-lock.json"));
  return [...wanted].every(([path, version]) => present.get(path) === version);
}

function readVersions(lockfile: string): Map<string, string> {
  if (!existsSync(lockfile)) return new Map();
  const { packages } = JSON.parse(readFileSync(lockfile, "utf8")) as {
    packages: Record<string, { version?: string }>;
  };
  return new Map(
    Object.entries(packages).flatMap(([path, { version }]) =>
      path === "" || version === undefined ? [] : [[path, version] as const],
    ),
  );
}
