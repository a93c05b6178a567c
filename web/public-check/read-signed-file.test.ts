import { expect, test } from "vitest";
import type { Fingerprinted } from "../../domain/fingerprint.ts";
import { type Fault, maxCheckedBytes, readSignedFile } from "./read-signed-file.ts";

const example: Fingerprinted = {
  schemaVersion: 2,
  head: { salt: "4".repeat(64), node: { title: "Pagu turun" } },
  attendance: [
    {
      salt: "5".repeat(64),
      node: { name: "Peserta A", position: "", from: "Desa Contoh A", status: "present" },
    },
    { leaf: "6".repeat(64) },
  ],
  attachments: [
    { salt: "7".repeat(64), node: { name: 'paparan "akhir": 2.pdf', sha256: "3".repeat(64) } },
  ],
  blocks: [
    { salt: "1".repeat(64), node: [1, [], ["paragraph", {}, [["Rp250.000.000,00", []]]]] },
    { leaf: "2".repeat(64) },
  ],
};
const json = JSON.stringify(example);

test.each([0, 2])(
  "a saved document is read, indented by %i, with or without a mark",
  async (by) => {
    const text = JSON.stringify(example, null, by);
    expect(await readSignedFile(new Blob([text]))).toEqual(example);
    expect(await readSignedFile(new Blob(["\ufeff", text]))).toEqual(example);
  },
);

test.each<[string, BlobPart, Fault]>([
  ["is empty", "", "notOurs"],
  ["is a photo", Uint8Array.of(0xff, 0xd8, 0xff), "notOurs"],
  ["is another JSON", "[1]", "notOurs"],
  ["is cut off", json.slice(0, -9), "cutOff"],
  ["says more than the fingerprint covers", json.replace("{", '{"catatan":"palsu",'), "notOurs"],
  ["has no attendance", json.replace('"attendance"', '"hadir"'), "notOurs"],
  ["has a head of lists", json.replace('"Pagu turun"', "[]"), "notOurs"],
  ["has a salt that is too short", json.replace("1111", ""), "notOurs"],
  ["has words beside a redacted leaf", json.replace('"leaf"', '"node":"palsu","leaf"'), "notOurs"],
  ["names one thing twice", json.replace('"node":', '"node":"palsu","node":'), "altered"],
])("a file that %s is refused", async (_, file, fault) => {
  await expect(readSignedFile(new Blob([file]))).rejects.toMatchObject({ fault });
});

test("a file that is too large is not even read", async () => {
  const file = new Blob([new Uint8Array(maxCheckedBytes + 1)]);
  await expect(readSignedFile(file)).rejects.toMatchObject({ fault: "tooLarge" });
});
