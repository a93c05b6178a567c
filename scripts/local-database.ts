import type { D1Database } from "@cloudflare/workers-types";
import { Miniflare } from "miniflare";
import { type Database, openDatabase } from "../worker/db/open.ts";
import { Failure } from "./failure.ts";
import { applyMigrations } from "./migrations.ts";
import { wranglerConfig } from "./paths.ts";
import { databaseOnlyOptions } from "./runtime-options.ts";
import { refuseSecondServer } from "./serving-note.ts";

/**
 * Opens the local D1 with every migration applied, serves nothing, and closes it after `use`.
 * Refuses when a server works on the same state folder.
 */
export async function withLocalDatabase<T>(
  stateFolder: string,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  await refuseSecondServer(stateFolder);
  const runtime = new Miniflare(await databaseOnlyOptions(wranglerConfig, stateFolder));
  try {
    const database: D1Database = await runtime.getD1Database("DB");
    await migrateOrExplain(database, stateFolder);
    return await use(openDatabase({ DB: database }));
  } finally {
    await runtime.dispose();
  }
}

async function migrateOrExplain(database: D1Database, stateFolder: string): Promise<void> {
  try {
    await applyMigrations(database);
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    // For a file that is no database the runtime only has a reference number.
    const reason = message === "" || message.startsWith("internal error") ? "" : ` (${message})`;
    throw new Failure(
      `Basis data di ${stateFolder} rusak atau dari versi lain${reason}: kembalikan cadangannya, atau pindahkan map itu untuk mulai dari awal.`,
      `The database in ${stateFolder} is damaged or of another version${reason}: put a backup back, or move that folder away to start anew.`,
      { cause: error },
    );
  }
}
