import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { isDebian } from "./chromium.ts";
import { Failure } from "./failure.ts";
import { runTool } from "./run-tool.ts";

const commands = ["soffice", "libreoffice"];
const macApplication = "/Applications/LibreOffice.app/Contents/MacOS/soffice";
/** Without a window, a database, Java and help: 41 s on a busy machine of two cores. */
const packages = ["libreoffice-writer-nogui", "poppler-utils"];

/**
 * The path of a LibreOffice that runs, installed first where there is none, and with it what reads a
 * PDF's words (`pdftotext`).
 * @throws {Failure} when they cannot be had; the sentence says what to do
 */
export async function ensureLibreOffice(): Promise<string> {
  if (findLibreOffice() === null || !hasPdfReader()) {
    console.error("Memasang LibreOffice … / Installing LibreOffice …");
    if (isDebian() && process.getuid?.() === 0) {
      await runTool("apt-get", ["update", "-qq"]);
      await runTool("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
        environment: { DEBIAN_FRONTEND: "noninteractive" },
      });
    }
  }
  const found = findLibreOffice();
  if (found !== null && hasPdfReader()) return found;
  throw new Failure(
    "LibreOffice dan pdftotext tidak ditemukan dan tidak dapat dipasang: pasang LibreOffice Writer dan poppler-utils, lalu ulangi.",
    "LibreOffice and pdftotext were not found and could not be installed: install LibreOffice Writer and poppler-utils, then try again.",
  );
}

export function findLibreOffice(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, macApplication].find((path) => existsSync(path)) ?? null;
}

function hasPdfReader(): boolean {
  return spawnSync("pdftotext", ["-v"], { stdio: "ignore" }).status === 0;
}
