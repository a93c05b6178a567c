import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runTool } from "../run-tool.ts";
import { workerName } from "./remote-database.ts";

/** Each is made at random by the first deploy that misses it, and never changed by a later one. */
export const deploymentSecrets = [
  { name: "ADDRESS_KEY", bytes: 32 },
  { name: "LINK_KEY", bytes: 32 },
] as const;

/** Hands `use` a file with the secrets that the deployed Worker lacks (null: none), then removes it. */
export async function withMissingSecrets(
  use: (secretsFile: string | null) => Promise<void>,
): Promise<void> {
  const present = await listSecrets();
  const missing = deploymentSecrets.filter(({ name }) => !present.includes(name));
  if (missing.length === 0) return use(null);
  const folder = mkdtempSync(join(tmpdir(), "sinau-bareng-secrets-"));
  try {
    const file = join(folder, "secrets.json");
    const values = missing.map(({ name, bytes }) => [name, randomBytes(bytes).toString("base64")]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(values)), { mode: 0o600 });
    await use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function listSecrets(): Promise<string[]> {
  const { exitCode, output } = await runTool("wrangler", [
    "secret",
    "list",
    `--name=${workerName}`,
    "--format=json",
  ]);
  if (exitCode === 0) {
    const list = z.array(z.object({ name: z.string() }));
    return list.parse(JSON.parse(output.slice(output.indexOf("[")))).map(({ name }) => name);
  }
  // Before the first deploy there is no Worker that could hold any.
  if (/not found|does not exist|10007/i.test(output)) return [];
  throw new Error(`wrangler secret list: ${output.trim()}`);
}
