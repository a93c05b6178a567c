import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { PlannedFile } from "./forum-plan.ts";
import { maskedRecord } from "./forum-tables.ts";
import { makeForumZip } from "./make-forum-zip.ts";

const file = (path: string, make: PlannedFile["make"]): PlannedFile => ({
  ...{ path, name: path, isPacked: path.endsWith("pdf"), make },
});
const index = (missing: ReadonlySet<string>) => `tidak ada: ${[...missing].join()}`;

describe("a forum's ZIP", () => {
  it("holds every file as it is, and an index that names the one that failed", async () => {
    const large = new Blob([new Uint8Array(9_000_000).fill(7)]);
    const steps: number[] = [];
    const { zip, missing } = await makeForumZip({
      files: [
        file("a.md", async () => "# A\n"),
        file("lampiran/b.pdf", async () => large),
        file("c.csv", () => Promise.reject(new Error("gone"))),
      ],
      index,
      onProgress: ({ done }) => steps.push(done),
      signal: new AbortController().signal,
    });
    const found = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(Object.keys(found)).toEqual(["a.md", "lampiran/b.pdf", "index.html"]);
    expect(found["lampiran/b.pdf"]?.byteLength).toBe(9_000_000);
    expect(strFromU8(found["index.html"] ?? new Uint8Array())).toBe("tidak ada: c.csv");
    expect(missing).toEqual(["c.csv"]);
    expect(steps).toEqual([1, 2, 3]);
  });

  it("stops when it is cancelled, and takes no cancelled file for a missing one", async () => {
    const controller = new AbortController();
    const making = makeForumZip({
      files: [
        file("a.md", async (signal) => {
          controller.abort();
          signal.throwIfAborted();
          return "";
        }),
        file("b.md", () => Promise.reject(new Error("never asked"))),
      ],
      index,
      onProgress: () => {},
      signal: controller.signal,
    });
    await expect(making).rejects.toThrow("abort");
  });
});

it("the record of an unnamed case leaves without who it was", () => {
  const csv = '\uFEFFfrom,village,name,office,cause\r\n1,"Desa Contoh B","Budi, S.E.",,typed\r\n';
  expect(maskedRecord(csv)).toBe("\uFEFFfrom,village,name,office,cause\r\n1,,,,typed\r\n");
});
