import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { expect, onTestFinished, test, vi } from "vitest";
import { unstable_splitSqlQuery } from "wrangler";
import { applyMigrations } from "./migrations.ts";
import { projectRoot, wranglerConfig } from "./paths.ts";
import { databaseOnlyOptions } from "./runtime-options.ts";

// Starts a runtime of its own.
vi.setConfig({ testTimeout: 60_000 });

test("the index is made anew as the migration made it, and everything in it is due", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sinau-index-"));
  const runtime = new Miniflare(await databaseOnlyOptions(wranglerConfig, folder));
  onTestFinished(async () => {
    await runtime.dispose();
    rmSync(folder, { recursive: true });
  });
  const database = await runtime.getD1Database("DB");
  await applyMigrations(database);
  const shape = async () =>
    database
      .prepare("SELECT name, sql FROM sqlite_master WHERE name LIKE 'search%' ORDER BY name")
      .all();
  const before = await shape();
  const run = (sql: string) => database.prepare(sql).run();
  await run("INSERT INTO search_entries (id, kind, subject_id) VALUES (7, 'regulation', 'x')");
  await run("INSERT INTO search_index (rowid, title, text) VALUES (7, 'Perbup', 'pajak')");
  await run(
    `INSERT INTO regulations (id, district_id, kind, number, year, about, regulation_key, created_at,
       changed_at) VALUES ('x', '35.05.16', 'Perbup', '7', 2020, 'Pajak', 'k', 1, 1)`,
  );
  await run("DELETE FROM search_due");
  const again = readFileSync(join(projectRoot, "data", "search-index.sql"), "utf8");
  for (const statement of unstable_splitSqlQuery(again)) await run(statement);
  expect((await shape()).results).toEqual(before.results);
  const left = await database
    .prepare(
      "SELECT (SELECT count(*) FROM search_index) AS words, (SELECT count(*) FROM search_entries) AS entries",
    )
    .first();
  expect(left).toEqual({ words: 0, entries: 0 });
  const { results } = await database.prepare("SELECT kind, subject_id FROM search_due").all();
  expect(results).toEqual([{ kind: "regulation", subject_id: "x" }]);
});
