import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { expect, onTestFinished, test, vi } from "vitest";
import { applyMigrations } from "./migrations.ts";
import { wranglerConfig } from "./paths.ts";
import { databaseOnlyOptions } from "./runtime-options.ts";

// Each starts a runtime of its own.
vi.setConfig({ testTimeout: 30_000 });

async function openDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "sinau-migrations-"));
  const runtime = new Miniflare(await databaseOnlyOptions(wranglerConfig, folder));
  onTestFinished(async () => {
    await runtime.dispose();
    rmSync(folder, { recursive: true });
  });
  return { folder, database: await runtime.getD1Database("DB") };
}

test("each migration is applied once, in order, triggers included", async () => {
  const { folder, database } = await openDatabase();
  writeFileSync(join(folder, "0000_words.sql"), "CREATE TABLE words (word TEXT);");
  writeFileSync(
    join(folder, "0001_trigger.sql"),
    "CREATE TRIGGER echo AFTER INSERT ON words WHEN new.word = 'a' BEGIN\n" +
      "  INSERT INTO words VALUES ('b;c');\n  INSERT INTO words VALUES ('d');\nEND;\n" +
      "INSERT INTO words VALUES ('a');",
  );
  expect(await applyMigrations(database, folder)).toEqual(["0000_words.sql", "0001_trigger.sql"]);
  expect(await applyMigrations(database, folder)).toEqual([]);
  const { results } = await database.prepare("SELECT word FROM words ORDER BY word").all();
  expect(results).toEqual([{ word: "a" }, { word: "b;c" }, { word: "d" }]);
});

test("a migration that fails leaves nothing of itself behind", async () => {
  const { folder, database } = await openDatabase();
  writeFileSync(
    join(folder, "0000_bad.sql"),
    "CREATE TABLE kept (id);\nINSERT INTO nowhere VALUES (1);",
  );
  await expect(applyMigrations(database, folder)).rejects.toThrow("nowhere");
  const found = await database
    .prepare("SELECT name FROM sqlite_master WHERE name = 'kept'")
    .first();
  expect(found).toBeNull();
});
