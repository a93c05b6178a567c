import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { demoPeople } from "../demo/people.ts";
import { demoVillages } from "../demo/villages.ts";
import { Failure } from "../failure.ts";
import { builtWorkerConfig } from "../paths.ts";

const builtFolder = dirname(dirname(builtWorkerConfig));
/** Beside the built Worker, since its paths start there. */
export const deployConfig = join(dirname(builtWorkerConfig), "wrangler.deploy.json");

/**
 * The build's own configuration, with the account's database in the placeholder's stead, and without
 * the store for files unless it was asked for: not every account has R2.
 */
export function writeDeployConfig(databaseId: string, hasFiles: boolean): void {
  const config = JSON.parse(readFileSync(builtWorkerConfig, "utf8"));
  if (!hasFiles) config.r2_buckets = [];
  for (const database of config.d1_databases) database.database_id = databaseId;
  writeFileSync(deployConfig, JSON.stringify(config, null, 2));
}

/** @throws {Failure} when what would be deployed holds demo data, or would let demo people in */
export function refuseDemoData(folder = builtFolder): void {
  const names = [...demoVillages, ...demoPeople].map(({ name }) => name);
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const text = readFileSync(path, "utf8");
    const found = file.name.endsWith(".json")
      ? text.includes('"DEMO_PEOPLE"') && "DEMO_PEOPLE"
      : names.find((name) => text.includes(name));
    if (found) {
      throw new Failure(
        `Data contoh (${found}) ada di ${path}: tidak jadi dipasang.`,
        `Demo data (${found}) is in ${path}: nothing was deployed.`,
      );
    }
  }
}
