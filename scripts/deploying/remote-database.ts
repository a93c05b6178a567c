import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Failure } from "../failure.ts";
import { migrationsFolder, projectRoot } from "../paths.ts";
import { runTool } from "../run-tool.ts";

export const workerName = "sinau-bareng";
export const databaseName = "sinau-bareng";

/** @throws {Failure} when wrangler has no account to work with */
export async function requireSignIn(): Promise<void> {
  const { exitCode } = await runTool("wrangler", ["whoami", "--json"]);
  if (exitCode === 0) return;
  throw new Failure(
    "Wrangler belum masuk ke akun Cloudflare: jalankan npx wrangler login, atau isi CLOUDFLARE_API_TOKEN.",
    "Wrangler is not signed in to a Cloudflare account: run npx wrangler login, or set CLOUDFLARE_API_TOKEN.",
  );
}

/** The id of the account's database, or null when it has none of this name. */
export async function findRemoteDatabase(): Promise<string | null> {
  const output = await wrangler(["d1", "list", "--json"]);
  const databases = z.array(z.object({ name: z.string(), uuid: z.string() })).parse(json(output));
  return databases.find(({ name }) => name === databaseName)?.uuid ?? null;
}

export async function createRemoteDatabase(): Promise<string> {
  // Near its users: Asia and the Pacific.
  await wrangler(["d1", "create", databaseName, "--location=apac", "--update-config=false"]);
  const id = await findRemoteDatabase();
  if (id === null) throw new Error("the database that was just created is not in the account");
  return id;
}

/**
 * A configuration that names the account's own database. It lies in .wrangler, which git ignores:
 * wrangler.toml keeps its placeholder id, from which the local data's file name comes.
 */
export function writeDatabaseConfig(databaseId: string): string {
  const folder = join(projectRoot, ".wrangler", "deploy");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "database.json");
  const database = {
    binding: "DB",
    database_name: databaseName,
    database_id: databaseId,
    migrations_dir: migrationsFolder,
  };
  writeFileSync(path, JSON.stringify({ name: workerName, d1_databases: [database] }, null, 2));
  return path;
}

export async function migrateRemoteDatabase(configFile: string): Promise<void> {
  await wrangler(["d1", "migrations", "apply", databaseName, "--remote", `--config=${configFile}`]);
}

/** Runs statements in the deployed database and returns the first one's rows. */
export async function queryRemoteDatabase(
  configFile: string,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const output = await wrangler([
    "d1",
    "execute",
    databaseName,
    "--remote",
    "--json",
    "--yes",
    `--config=${configFile}`,
    `--command=${sql}`,
  ]);
  const answer = z.array(z.object({ results: z.array(z.record(z.string(), z.unknown())) }));
  return answer.parse(json(output))[0]?.results ?? [];
}

/** @throws {Failure} with wrangler's own words when it refuses */
export async function wrangler(args: string[]): Promise<string> {
  const { exitCode, output } = await runTool("wrangler", args);
  if (exitCode === 0) return output;
  throw new Failure(
    `wrangler ${args.slice(0, 3).join(" ")} gagal.\n${output.trim()}`,
    `wrangler ${args.slice(0, 3).join(" ")} failed.`,
  );
}

/** wrangler may print a notice before its JSON. */
function json(output: string): unknown {
  return JSON.parse(output.slice(output.search(/^[[{]/m)));
}
