import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { record } from "../worker/actions/record.ts";
import { withLocalDatabase } from "./local-database.ts";
import { runScript } from "./testing/run-script.ts";

let stateFolder: string;
beforeAll(() => {
  stateFolder = mkdtempSync(join(tmpdir(), "sinau-audit-"));
});
afterAll(() => rmSync(stateFolder, { recursive: true }));

test("the log of each district is proved, and a changed row is named", {
  timeout: 60_000,
}, async () => {
  const fact = {
    districtId: "35.05.16",
    personId: null,
    roles: [],
    action: "settingsChanged",
    subjectKind: "district",
    subjectId: "35.05.16",
  } as const;
  await withLocalDatabase(stateFolder, (database) =>
    record(database, { facts: [fact, fact, fact], now: 1, change: [] }),
  );
  const whole = await runScript("check-audit", ["--state", stateFolder]);
  expect(whole.output).toMatch(/35\.05\.16 .*intact until row 3, [0-9a-f]{64}/);
  expect(whole.exitCode).toBe(0);

  await withLocalDatabase(stateFolder, async (database) => {
    await database.run(sql`drop trigger audit_log_keeps`);
    await database.run(sql`update audit_log set at = 2 where seq = 2`);
  });
  const broken = await runScript("check-audit", ["--state", stateFolder]);
  expect(broken.output).toContain("BROKEN at row 2 (altered)");
  expect(broken.exitCode).toBe(1);
});
