import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { ensureLibreOffice } from "./libreoffice.ts";
import { migrationsFolder, projectRoot } from "./paths.ts";
import { runTool } from "./run-tool.ts";
import { countPlaywright, countVitest, type TestCount } from "./test-count.ts";

/** One part of `npm test`; a part without tests counts only when it fails. */
export interface Stage {
  name: string;
  run(): Promise<TestCount>;
}

const reportsFolder = join(projectRoot, "node_modules", ".cache", "test-reports");

export const checks: Stage[] = [
  tool("Format dan lint / format and lint", "biome", ["ci", "--error-on-warnings"]),
  tool("Tipe / types", "tsc", ["-b"]),
  tool("Kode tak terpakai / unused code", "knip", []),
  { name: "Migrasi sesuai skema / migrations match the schema", run: migrationsMatchSchema },
  vitest("Uji satuan / unit tests", "unit"),
  vitest("Uji rute / tests of the routes", "routes"),
  vitest("Uji ruang / tests of the rooms", "rooms"),
];

export const endToEnd: Stage = {
  name: "Uji menyeluruh di Chromium / end-to-end tests in Chromium",
  async run() {
    const browser = await ensureChromium();
    await ensureLibreOffice();
    ensureBuilt();
    const report = freshReport("e2e.json");
    const { exitCode } = await runTool("playwright", ["test"], {
      isShown: true,
      environment: { CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return countPlaywright(readReport(report), exitCode);
  },
};

function tool(name: string, command: string, args: string[]): Stage {
  return {
    name,
    async run() {
      const { exitCode } = await runTool(command, args, { isShown: true });
      return { passed: 0, failed: exitCode === 0 ? 0 : 1 };
    },
  };
}

function vitest(name: string, project: string): Stage {
  return {
    name,
    async run() {
      const report = freshReport(`${project}.json`);
      const { exitCode } = await runTool(
        "vitest",
        [
          "run",
          `--project=${project}`,
          "--allowOnly=false",
          "--reporter=default",
          "--reporter=json",
          `--outputFile.json=${report}`,
        ],
        { isShown: true },
      );
      return countVitest(readReport(report), exitCode);
    },
  };
}

/** Lets drizzle-kit write what it misses into a copy: a schema ahead of its migrations shows there. */
async function migrationsMatchSchema(): Promise<TestCount> {
  const copy = join("node_modules", ".cache", "migrations-check");
  rmSync(join(projectRoot, copy), { recursive: true, force: true });
  cpSync(migrationsFolder, join(projectRoot, copy), { recursive: true });
  const generated = await runTool("drizzle-kit", [
    "generate",
    "--dialect=sqlite",
    "--schema=./worker/db/*schema.ts",
    `--out=./${copy}`,
  ]);
  const checked = await runTool("drizzle-kit", ["check"]);
  const isInStep =
    generated.exitCode === 0 &&
    checked.exitCode === 0 &&
    readdirSync(join(projectRoot, copy)).length === readdirSync(migrationsFolder).length;
  if (!isInStep) {
    console.log(`${generated.output}${checked.output}`.trim());
    console.log(
      "Skema berubah tanpa migrasi: jalankan npx drizzle-kit generate. / The schema changed without a migration: run npx drizzle-kit generate.",
    );
  }
  return { passed: 0, failed: isInStep ? 0 : 1 };
}

function freshReport(name: string): string {
  mkdirSync(reportsFolder, { recursive: true });
  const path = join(reportsFolder, name);
  rmSync(path, { force: true });
  return path;
}

function readReport(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
