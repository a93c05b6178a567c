import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Block, type Fingerprinted, fingerprintOf } from "../domain/fingerprint.ts";
import { seededRandom } from "../party/testing/seeded-random.ts";
import { projectRoot } from "./paths.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sinau-fingerprint-"));
  // Where nothing of the product is: whoever was handed the script has no more than that.
  copyFileSync(
    join(projectRoot, "scripts", "check-fingerprint.mjs"),
    join(folder, "check-fingerprint.mjs"),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(file: string | Uint8Array, ...given: string[]) {
  writeFileSync(join(folder, "berkas.json"), file);
  return run("berkas.json", ...given);
}

function run(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["check-fingerprint.mjs", ...given],
    { cwd: folder, encoding: "utf8" },
  );
  return { exitCode: status, stdout: stdout.trim(), stderr: stderr.trim() };
}

const example: Fingerprinted = {
  schemaVersion: 2,
  head: { salt: "3".repeat(64), node: { title: "Pagu turun" } },
  attendance: [
    {
      salt: "4".repeat(64),
      node: { name: "Peserta A", position: "", from: "Desa Contoh A", status: "present" },
    },
  ],
  attachments: [],
  blocks: [
    { salt: "1".repeat(64), node: [1, [], ["paragraph", {}, [["Rp250.000.000,00", []]]]] },
    { leaf: "2".repeat(64) },
  ],
};

const letters = [
  "a",
  "é",
  "e\u0301",
  "\u2028",
  "\ufb33",
  "😀",
  '"',
  "\\",
  "\n",
  "\u007f",
  "/",
  "€",
];

/** A document of anything that JSON can hold, a third of its parts redacted. */
function randomDocument(seed: number): Fingerprinted {
  const random = seededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const word = () =>
    Array.from({ length: below(6) }, () => letters[below(letters.length)]).join("");
  const hash = () => Array.from({ length: 64 }, () => below(16).toString(16)).join("");
  const many = <Part>(end: number, make: () => Part) => Array.from({ length: below(end) }, make);
  const value = (depth: number): unknown => {
    const kind = below(depth > 3 ? 4 : 6);
    if (kind === 0) return word();
    if (kind === 1) return (random() - 0.5) * 10 ** (below(50) - 25);
    if (kind === 2) return [null, true, false, 0, -0, 1e21][below(6)];
    if (kind === 3) return below(2000);
    if (kind === 4) return many(4, () => value(depth + 1));
    return Object.fromEntries(many(4, () => [word(), value(depth + 1)]));
  };
  const block = <Node>(node: Node): Block<Node> =>
    below(3) === 0 ? { leaf: hash() } : { salt: hash(), node };
  return {
    schemaVersion: below(9),
    head: block(Object.fromEntries(many(5, () => [word(), word()]))),
    attendance: many(4, () =>
      block({ name: word(), position: word(), from: word(), status: "present" as const }),
    ),
    attachments: many(3, () => block({ name: word(), sha256: hash() })),
    blocks: many(40, () => block(value(0))),
  };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  "seed %i: the script and the product compute one fingerprint",
  async (seed) => {
    const document = randomDocument(seed);
    const { root } = await fingerprintOf(document);
    expect(check(JSON.stringify(document, null, seed % 3))).toMatchObject({
      stdout: root,
      exitCode: 0,
    });
  },
);

test("the printed digits are compared, with blanks and in capitals too", async () => {
  const { root } = await fingerprintOf(example);
  const printed = (root.match(/.{8}/g) ?? []).join(" ").toUpperCase();
  const { stdout, stderr, exitCode } = check(JSON.stringify(example), printed);
  expect(stdout).toBe("COCOK / MATCHES");
  expect(stderr).toContain("1/4 bagian tanpa kata");
  expect(exitCode).toBe(0);
});

test("one changed character does not match, and both fingerprints are shown", async () => {
  const { root } = await fingerprintOf(example);
  const changed = JSON.stringify(example).replace("Rp250", "Rp260");
  const { stdout, exitCode } = check(changed, root);
  expect(stdout).toContain("TIDAK COCOK / DOES NOT MATCH");
  expect(stdout).toContain(root);
  expect(exitCode).toBe(1);
});

test.each<[string, string | Uint8Array, string]>([
  ["is cut off", JSON.stringify(example).slice(0, -9), "terpotong"],
  ["is empty", "", "terpotong"],
  ["is no text", Uint8Array.of(0xff, 0xd8, 0xff), "tidak dapat dibaca"],
  ["is another JSON", "[1, 2]", "top level"],
  ["says more than the fingerprint covers", JSON.stringify({ ...example, note: "x" }), "top level"],
  ["has no blocks", JSON.stringify({ ...example, blocks: undefined }), "top level"],
  ["has a head in clear", JSON.stringify({ ...example, head: { title: "Pagu naik" } }), "head"],
  ["has a guest in clear", JSON.stringify({ ...example, attendance: [{}] }), "attendance[0]"],
  ["has a broken salt", JSON.stringify(example).replace("111", "xyz"), "blocks[0]"],
  [
    "has words beside a redacted block's leaf",
    JSON.stringify({ ...example, blocks: [{ leaf: "2".repeat(64), node: "palsu" }] }),
    "blocks[0]",
  ],
  [
    "names one thing twice",
    JSON.stringify(example).replace('"node":', '"node":"palsu","node":'),
    "key twice",
  ],
  [
    "holds lists in lists without end",
    JSON.stringify(example).replace("[1,[]", `[${"[".repeat(1e5)}${"]".repeat(1e5)},[]`),
    "Too deep",
  ],
  ["has a number without end", JSON.stringify(example).replace("[1,[]", "[1e999,[]"), "too large"],
  ["has half of a letter", JSON.stringify(example).replace("Rp250", "\\ud83d"), "huruf yang rusak"],
])("a file that %s gets a clear sentence and exit code 2", (_, file, words) => {
  const { stdout, stderr, exitCode } = check(file);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(exitCode).toBe(2);
});

test.each<[string, string[], string]>([
  ["without a file", [], "Usage"],
  ["with a file that is not there", ["tidak-ada.json"], "tidak dapat dibaca"],
  ["with too few digits", ["berkas.json", "abc"], "64"],
  ["with too much", ["berkas.json", "a".repeat(64), "lagi"], "Usage"],
])("asked %s, it says what it needs", (_, given, words) => {
  const { stderr, exitCode } = run(...given);
  expect(stderr).toContain(words);
  expect(exitCode).toBe(2);
});
