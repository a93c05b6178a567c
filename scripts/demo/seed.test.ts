import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { evidenceIndicators } from "../../worker/db/evidence-schema.ts";
import { documents, forums, people, villages } from "../../worker/db/schema.ts";
import { withLocalDatabase } from "../local-database.ts";
import { demoForum } from "./forum.ts";
import { demoPeople } from "./people.ts";
import { seedDemo } from "./seed.ts";

// Each starts a runtime of its own.
vi.setConfig({ testTimeout: 30_000 });

let stateFolder: string;
beforeAll(() => {
  stateFolder = mkdtempSync(join(tmpdir(), "sinau-seed-"));
});
afterAll(() => rmSync(stateFolder, { recursive: true }));

test("the demo is put into an empty database once, and everybody in it is marked", async () => {
  await withLocalDatabase(stateFolder, async (database) => {
    const now = Date.UTC(2026, 10, 23, 4);
    expect(await seedDemo(database, now)).toBe(true);
    expect(await seedDemo(database, now + 1)).toBe(false);
    const everybody = await database.select().from(people);
    expect(everybody).toHaveLength(demoPeople.length);
    expect(everybody.every((person) => person.isDemo && person.name.includes("Contoh"))).toBe(true);
    expect(await database.$count(forums, eq(forums.kind, "forum"))).toBe(1);
    const rows = await database.select().from(documents);
    expect(rows.map(({ kind, isUnnamed }) => `${kind} ${isUnnamed}`).sort()).toEqual([
      "case false",
      "case true",
      "minutes false",
      "module false",
    ]);
  });
});

test("the twelve villages of Binangun stand in every database, without anybody", async () => {
  await withLocalDatabase(stateFolder, async (database) => {
    const rows = await database.select().from(villages);
    const real = rows.filter((village) => !village.isDemo);
    const lines = readFileSync("data/villages.csv", "utf8").trim().split("\n").slice(1);
    expect(lines).toHaveLength(12);
    expect(real.map(({ id, name, bpsCode }) => `${id},${name},${bpsCode}`).sort()).toEqual(
      lines.map((line) => line.replace(",", ",Desa ")),
    );
    expect(new Set(real.map(({ colour }) => colour)).size).toBe(12);
    const inhabited = new Set((await database.select().from(people)).map((p) => p.villageId));
    expect(real.some((village) => inhabited.has(village.id))).toBe(false);
  });
});

test.each([
  ["2026-11-22T17:00:00Z", "2026-11-23T02:00:00.000Z"],
  ["2026-11-23T16:59:59Z", "2026-11-23T02:00:00.000Z"],
])("at %s the forum of that day in Jakarta starts at %s", (now, startsAt) => {
  expect(new Date(demoForum(Date.parse(now)).startsAt).toISOString()).toBe(startsAt);
});

test("the innovation index's indicators stand in every database, with nothing filled in", async () => {
  await withLocalDatabase(stateFolder, async (database) => {
    const rows = await database
      .select()
      .from(evidenceIndicators)
      .orderBy(evidenceIndicators.position);
    const text = readFileSync("data/innovation-indicators.csv", "utf8");
    const { data } = Papa.parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(20);
    expect(rows.map((row) => [row.number, row.name, row.level3, row.level2, row.level1, row.proof]))
      // In the order of the file's columns.
      .toEqual(data.map((row) => Object.values(row).slice(0, 6)));
    expect(
      rows.every(({ status, level, note }) => status === "notStarted" && level === null && !note),
    ).toBe(true);
  });
});
