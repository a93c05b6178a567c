import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { type Fingerprinted, fingerprintOf, partsOf, type SaltedBlock } from "./fingerprint.ts";

const sum = ["Pagu turun ", "Rp250.000.000,00"] as const;
const struck = [[sum[1], [["strike", {}]]]];

/** Salts that differ and repeat: `n` as the last of 32 bytes. */
function salt(n: number): string {
  return n.toString(16).padStart(64, "0");
}

function salted<Node>(at: number, node: Node): SaltedBlock<Node> {
  return { salt: salt(at), node };
}

function block(at: number, node: unknown): SaltedBlock {
  return salted(at, [1, [], node]);
}

function paragraph(at: number, ...runs: unknown[]): SaltedBlock {
  return block(at, ["paragraph", {}, runs]);
}

function task(at: number, checked: boolean): SaltedBlock {
  const content = [["paragraph", {}, [["Menyusun RAB", []]]]];
  return block(at, ["taskList", {}, [["taskItem", checked ? { checked } : {}, content]]]);
}

function table(at: number, attributes: Record<string, unknown>): SaltedBlock {
  const cell = ["tableCell", attributes, [["paragraph", {}, []]]];
  return block(at, ["table", {}, [["tableRow", {}, [cell]]]]);
}

const signed: Fingerprinted = {
  schemaVersion: 2,
  head: salted(11, { title: "Pagu turun", place: "Pendopo" }),
  attendance: [
    salted(12, { name: "Peserta A", position: "Kaur", from: "Desa Contoh A", status: "present" }),
    salted(13, { name: "Peserta B", position: "", from: "Desa Contoh B", status: "excused" }),
  ],
  attachments: [salted(14, { name: "paparan.pdf", sha256: "a".repeat(64) })],
  blocks: [
    paragraph(1, [sum.join(""), []]),
    paragraph(2, ["Musyawarah ulang.", []]),
    task(3, false),
    table(4, {}),
    paragraph(5, ["Penutup", []]),
  ],
};

function withBlock(at: number, block: Fingerprinted["blocks"][number]): Fingerprinted {
  return { ...signed, blocks: signed.blocks.with(at, block) };
}

function hash(...parts: Uint8Array[]): Uint8Array {
  return sha256(concatBytes(...parts));
}

async function rootOf(document: Fingerprinted): Promise<string> {
  return (await fingerprintOf(document)).root;
}

test("the tree is built as docs/fingerprint.md says, by hand", async () => {
  const leaf = Uint8Array.of(0);
  const inner = Uint8Array.of(1);
  const leafOf = (last: number, json: string) =>
    hash(leaf, hexToBytes(salt(last)), utf8ToBytes(json));
  const one = leafOf(1, '[1,[],["paragraph",{},[["A",[]]]]]');
  const two = leafOf(2, '[1,[],["paragraph",{},[["B",[]]]]]');
  const counts = '{"attachments":0,"attendance":1,"blocks":2,"schemaVersion":2,"version":2}';
  const first = hash(leaf, utf8ToBytes(counts));
  const head = leafOf(3, '{"title":"Contoh"}');
  const guest = '{"from":"Desa Contoh A","name":"A","position":"","status":"present"}';
  const { root, leaves } = await fingerprintOf({
    schemaVersion: 2,
    head: salted(3, { title: "Contoh" }),
    attendance: [salted(4, { name: "A", position: "", from: "Desa Contoh A", status: "present" })],
    attachments: [],
    blocks: [paragraph(1, ["A", []]), paragraph(2, ["B", []])],
  });
  const came = leafOf(4, guest);
  expect(leaves).toEqual([first, head, came, one, two].map(bytesToHex));
  // Five leaves: the odd last one goes up as it is.
  const four = hash(inner, hash(inner, first, head), hash(inner, came, one));
  expect(root).toBe(bytesToHex(hash(inner, four, two)));
});

test.each<[string, Fingerprinted]>([
  ["a struck-out sum", withBlock(0, paragraph(1, [sum[0], []], ...struck))],
  ["a ticked task", withBlock(2, task(3, true))],
  ["a merged cell", withBlock(3, table(4, { colspan: 2 }))],
  ["one changed character", withBlock(1, paragraph(2, ["Musyawarah ulang!", []]))],
  ["another salt", withBlock(1, { ...paragraph(2, ["Musyawarah ulang.", []]), salt: salt(9) })],
  ["two blocks that change places", { ...signed, blocks: signed.blocks.toReversed() }],
  ["a missing last block", { ...signed, blocks: signed.blocks.slice(0, -1) }],
  [
    "a last block that is there twice",
    { ...signed, blocks: [...signed.blocks, paragraph(5, ["Penutup", []])] },
  ],
  ["another title", { ...signed, head: salted(11, { title: "Pagu naik", place: "Pendopo" }) }],
  ["one guest less", { ...signed, attendance: signed.attendance.slice(1) }],
  [
    "another attachment",
    { ...signed, attachments: [salted(14, { name: "paparan.pdf", sha256: "b".repeat(64) })] },
  ],
  [
    "an attachment in the place of a guest",
    { ...signed, attendance: [], attachments: [...signed.attendance] as never },
  ],
  ["another schema version", { ...signed, schemaVersion: 3 }],
])("%s changes the root", async (_, changed) => {
  expect(await rootOf(changed)).not.toBe(await rootOf(signed));
});

test("redacted parts, one or all, keep the root", async () => {
  const { root, leaves } = await fingerprintOf(signed);
  const redacted = leaves.slice(1).map((leaf) => ({ leaf }));
  expect(redacted).toHaveLength(partsOf(signed).length);
  for (const [at, block] of redacted.slice(4).entries()) {
    expect(await rootOf(withBlock(at, block))).toBe(root);
  }
  const [head, one, two, file, ...blocks] = redacted;
  if (!head || !one || !two || !file) throw new Error("too few parts");
  const [, other] = signed.attendance;
  if (!other) throw new Error("nobody came");
  expect(await rootOf({ ...signed, head })).toBe(root);
  expect(await rootOf({ ...signed, attendance: [one, other] })).toBe(root);
  const all = { schemaVersion: 2, head, attendance: [one, two], attachments: [file], blocks };
  expect(await rootOf(all)).toBe(root);
});

test("an inner hash does not pass as the leaf of one redacted block in the place of two", async () => {
  const { root, leaves } = await fingerprintOf({ ...signed, blocks: signed.blocks.slice(0, 3) });
  // Eight leaves: the last two are a pair.
  const pair = leaves.slice(6).map(hexToBytes);
  const leaf = bytesToHex(hash(Uint8Array.of(1), ...pair));
  const [first] = signed.blocks;
  if (!first) throw new Error("no block");
  expect(await rootOf({ ...signed, blocks: [first, { leaf }] })).not.toBe(root);
});

test("the same words with another salt have another leaf, so that nobody can guess them", async () => {
  const words = ["Nama: Peserta A", []];
  const { leaves } = await fingerprintOf({
    ...signed,
    blocks: [paragraph(1, words), paragraph(2, words)],
  });
  expect(leaves.at(-1)).not.toBe(leaves.at(-2));
});

test("a document without blocks has a fingerprint", async () => {
  const { root, leaves } = await fingerprintOf({ ...signed, blocks: [] });
  expect(leaves).toHaveLength(5);
  expect(root).toMatch(/^[0-9a-f]{64}$/);
});

test("thousands of blocks are hashed, and the share that is done only grows", async () => {
  const blocks = Array.from({ length: 1_500 }, (_, at) => paragraph(at, [`Baris ${at}`, []]));
  const shares: number[] = [];
  const { root, leaves } = await fingerprintOf({ ...signed, blocks }, (share) => {
    shares.push(share);
  });
  expect(root).toMatch(/^[0-9a-f]{64}$/);
  expect(leaves).toHaveLength(1_505);
  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

test("who is told how far it is may end it", async () => {
  const stop = () => {
    throw new Error("stopped");
  };
  await expect(fingerprintOf(signed, stop)).rejects.toThrow("stopped");
});

test.each<[string, unknown]>([
  ["a salt that is too short", { salt: "ab", node: 1 }],
  ["a salt in capitals", { salt: "A".repeat(64), node: 1 }],
  ["a leaf that is too long", { leaf: "a".repeat(65) }],
  ["a leaf with other words beside it", { leaf: "a".repeat(64), node: "palsu" }],
  ["a block without words", { salt: salt(1) }],
])("%s is refused", async (_, broken) => {
  const block = broken as SaltedBlock;
  await expect(fingerprintOf({ ...signed, blocks: [block] })).rejects.toThrow(TypeError);
});
