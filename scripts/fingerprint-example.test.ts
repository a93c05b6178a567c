import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Fingerprinted, fingerprintOf } from "../domain/fingerprint.ts";
import { projectRoot } from "./paths.ts";

const words = readFileSync(join(projectRoot, "docs", "fingerprint.md"), "utf8");
const example = JSON.parse(codeIn("json", "{")) as Fingerprinted;
const steps = [...words.matchAll(/^\|.*\| `([0-9a-f]{64})` +\|$/gm)].map(([, hash]) => hash);

function codeIn(language: string, start: string): string {
  const blocks = words.matchAll(/^```(\w+)\n(.*?)^```/gms);
  const found = [...blocks].find(([, kind, code]) => kind === language && code?.startsWith(start));
  return found?.[2] ?? "";
}

test("the numbers of the example in docs/fingerprint.md are right", async () => {
  const { root, leaves } = await fingerprintOf(example);
  expect(steps).toHaveLength(7);
  expect(steps.slice(0, 4)).toEqual(leaves);
  expect(steps[6]).toBe(root);
});

test("its second block, redacted as it says there, leaves the fingerprint as it is", async () => {
  const leaf = /\{ "leaf": "(\w+)" \}/.exec(words)?.[1] ?? "";
  const [first] = example.blocks;
  if (!first) throw new Error("the example has no blocks");
  expect((await fingerprintOf({ ...example, blocks: [first, { leaf }] })).root).toBe(steps[6]);
});

test.skipIf(process.platform === "win32")("its lines for a shell print the same numbers", () => {
  const { stdout } = spawnSync("bash", ["-c", codeIn("sh", "bytes()")], { encoding: "utf8" });
  expect(stdout.trim().split("\n")).toEqual(steps);
});
