import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { migrationsFolder } from "./paths.ts";

// The same table and names as wrangler's, so that either may apply the next migration.
const createTable = `CREATE TABLE IF NOT EXISTS d1_migrations(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Applies what is missing, each migration in one transaction; returns the names it applied. */
export async function applyMigrations(
  database: D1Database,
  folder = migrationsFolder,
): Promise<string[]> {
  await database.prepare(createTable).run();
  const { results } = await database
    .prepare("SELECT name FROM d1_migrations")
    .all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const missing = listMigrations(folder).filter((name) => !applied.has(name));
  if (missing.length === 0) return [];
  // Loaded only here: it takes a second.
  const { unstable_splitSqlQuery } = await import("wrangler");
  // On a busy machine longer than the runtime keeps an idle connection: the next request opens another.
  await database
    .prepare("SELECT 1")
    .run()
    .catch(() => undefined);
  for (const name of missing) {
    const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), "utf8"));
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
    ]);
  }
  return missing;
}

function listMigrations(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
}
