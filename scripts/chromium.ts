import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { Failure } from "./failure.ts";
import { runTool } from "./run-tool.ts";

/** The first is the one without a window, in which the tests take a quarter less time. */
const commands = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const macApplication = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * The path of a Chromium that runs, installed first where there is none.
 * @throws {Failure} when none can be had; the sentence says what to do
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found !== null) return found;
  console.error("Memasang Chromium … / Installing Chromium …");
  if (isDebian() && process.getuid?.() === 0) {
    await runTool("apt-get", ["update", "-qq"]);
    for (const name of ["chromium-headless-shell", "chromium"]) {
      if (findChromium() !== null) break;
      await runTool("apt-get", ["install", "-y", "-qq", name, "fonts-dejavu-core"], {
        environment: { DEBIAN_FRONTEND: "noninteractive" },
      });
    }
  }
  if (findChromium() === null) await runTool("playwright", ["install", "chromium"]);
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Failure(
    "Chromium tidak ditemukan dan tidak dapat dipasang: pasang Chromium atau Chrome, atau isi CHROME_PATH dengan letaknya, lalu ulangi.",
    "Chromium was not found and could not be installed: install Chromium or Chrome, or put its path into CHROME_PATH, then try again.",
  );
}

function findChromium(): string | null {
  const own = process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...(own ? [own] : []),
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    macApplication,
    chromium.executablePath(),
  ];
  return candidates.find(runs) ?? null;
}

/** A browser may be there and still lack a library of the system. */
function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

export function isDebian(): boolean {
  const release = "/etc/os-release";
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"));
}
