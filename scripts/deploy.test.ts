import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deployConfig, refuseDemoData } from "./deploying/bundle.ts";
import { Failure } from "./failure.ts";
import { runScript } from "./testing/run-script.ts";

test("a dry run shows the plan, packs a Worker without demo data and touches no account", {
  timeout: 60_000,
}, async () => {
  const { exitCode, output } = await runScript("deploy", ["--dry-run"]);
  expect(output.split("\n").filter((line) => /^\d\. /.test(line))).toEqual([
    "1. build page and Worker, and make sure that no demo data is in them",
    "2. check that wrangler is signed in to a Cloudflare account (not in a dry run)",
    '3. find the D1 database "sinau-bareng", or create it (not in a dry run)',
    "4. apply the migrations that the database lacks (not in a dry run)",
    '5. deploy the Worker "sinau-bareng"; secrets made at random if it lacks them: ADDRESS_KEY, LINK_KEY',
  ]);
  expect(exitCode).toBe(0);
  expect(() => refuseDemoData()).not.toThrow();
  const deployed = JSON.parse(readFileSync(deployConfig, "utf8"));
  expect(deployed.vars).not.toHaveProperty("DEMO_PEOPLE");
  // An account without R2 could not deploy it.
  expect(deployed.r2_buckets).toEqual([]);
});

test("files are kept only where it was asked for, in a bucket of the account's own", {
  timeout: 60_000,
}, async () => {
  const { exitCode, output } = await runScript("deploy", ["--dry-run", "--with-files"]);
  expect(output.split("\n").filter((line) => /R2/.test(line))).toEqual([
    '5. find the R2 bucket "sinau-bareng-files", or create it (not in a dry run)',
  ]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(readFileSync(deployConfig, "utf8")).r2_buckets).toMatchObject([
    { binding: "FILES", bucket_name: "sinau-bareng-files" },
  ]);
});

test.each([
  ["index.js", 'const village = "Desa Contoh B";'],
  ["page.js", 'greet("Camat Contoh")'],
  ["wrangler.json", '{"vars":{"DEMO_PEOPLE":"yes"}}'],
])("a %s with %s is not deployed", (name, text) => {
  const folder = mkdtempSync(join(tmpdir(), "sinau-bundle-"));
  try {
    writeFileSync(join(folder, name), text);
    expect(() => refuseDemoData(folder)).toThrow(Failure);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
