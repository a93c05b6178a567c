import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashToken } from "../../worker/actions/tokens.ts";
import { people, roles, signInLinks } from "../../worker/db/schema.ts";
import { seedDemo } from "../demo/seed.ts";
import { Failure } from "../failure.ts";
import { withLocalDatabase } from "../local-database.ts";
import { runScript } from "../testing/run-script.ts";
import { parseFirstCamatArguments } from "./arguments.ts";

let stateFolder: string;
beforeAll(() => {
  stateFolder = mkdtempSync(join(tmpdir(), "sinau-camat-"));
});
afterAll(() => rmSync(stateFolder, { recursive: true }));

const enter = (name: string, district: string) =>
  runScript("first-camat", [
    ...["--state", stateFolder, "--position", "Camat"],
    ...["--name", name, "--district", district],
  ]);

test("the first camat gets one link for 24 hours beside the demo's camat, a second one is refused", {
  timeout: 60_000,
}, async () => {
  await withLocalDatabase(stateFolder, (database) => seedDemo(database, Date.now()));
  const first = await enter("Ma'ruf; S.Sos", "35.05.16");
  expect(first.exitCode).toBe(0);
  const token = /http:\/\/localhost:8787\/masuk#([\w-]{43})/.exec(first.output)?.[1] ?? "";

  const second = await enter("Orang lain", "35.05.16");
  expect(second.exitCode).toBe(1);
  expect(second.output).toContain("sudah punya camat (Ma'ruf; S.Sos)");
  expect(second.output).not.toContain("/masuk#");

  await withLocalDatabase(stateFolder, async (database) => {
    const everybody = await database.select().from(people);
    const [camat] = everybody.filter((person) => !person.isDemo);
    expect(camat).toMatchObject({ name: "Ma'ruf; S.Sos", office: "Kecamatan Binangun" });
    const held = (await database.select().from(roles)).filter((row) => row.personId === camat?.id);
    expect(held.map(({ role }) => role).sort()).toEqual(["camat", "facilitator"]);
    const [link] = await database.select().from(signInLinks);
    expect(link).toMatchObject({ tokenHash: await hashToken(token), usedAt: null });
    expect((link?.expiresAt ?? 0) - (link?.createdAt ?? 0)).toBe(24 * 3_600_000);
  });
});

const complete = ["--name=Siti", "--position=Camat", "--district=35.05.16"];

test("a deployed Worker's camat needs its https address", () => {
  expect(
    parseFirstCamatArguments([...complete, "--remote", "--url=https://sinau.example/x"]),
  ).toEqual(expect.objectContaining({ isRemote: true, url: "https://sinau.example" }));
});

test.each([
  ["no district", ["--name=Siti", "--position=Camat"]],
  ["a district without a code", ["--name=Siti", "--position=Camat", "--district=Binangun"]],
  ["an empty name", ["--name= ", "--position=Camat", "--district=35.05.16"]],
  ["a deployed Worker without an address", [...complete, "--remote"]],
  ["a deployed Worker over http", [...complete, "--remote", "--url=http://sinau.example"]],
  ["an unknown option", [...complete, "--village=x"]],
])("%s is refused with the command's form", (_what, args) => {
  expect(() => parseFirstCamatArguments(args)).toThrow(
    expect.objectContaining({ id: expect.stringContaining("npm run first-camat --") }),
  );
  expect(() => parseFirstCamatArguments(args)).toThrow(Failure);
});
