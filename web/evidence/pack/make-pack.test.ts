import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { evidenceId } from "../../messages/evidence-id.ts";
import { makePack } from "./make-pack.ts";
import type { PackData } from "./pack-data.ts";

const file = (id: string, name: string) => ({
  ...{ id, name, subjectId: "", sizeBytes: 3, addedBy: "F", createdAt: 0, mayRemove: false },
});
const indicator = {
  ...{ id: "five", number: "5", name: "Bimtek <inovasi>", level3: "lebih dari 2 kali" },
  ...{ level2: "2 kali", level1: "1 kali", proof: "undangan", systemNumber: "forums" as const },
  ...{ status: "collecting" as const, level: 2, note: "=HYPERLINK(1)" },
  proofs: [
    {
      ...{ id: "p", subjectId: "five", kind: "link" as const, forum: null, addedBy: "F" },
      ...{ url: "/program/survei", words: 'SK "camat"', createdAt: 0 },
    },
  ],
  files: [file("a", "SK.pdf"), file("b", "sk.pdf"), file("c", "hilang.pdf")],
};
const data: PackData = {
  district: "Contoh",
  period: { from: "2026-01-01", to: "2026-12-31" },
  exportedAt: Date.UTC(2026, 10, 23),
  indicators: [indicator],
  numbers: [
    {
      number: "forums",
      value: 1,
      rows: [
        { source: { kind: "forum", id: "f1" }, cells: ["2026-03-01", "Forum, satu", 3, 12, 10] },
      ],
    },
    { number: "satisfaction", value: null, rows: [] },
  ],
  stages: [
    {
      ...{ stage: "needs", plannedOn: "2026-01-05", begunOn: null, doneOn: null },
      ...{ proofs: [], files: [file("d", "foto.jpg")] },
    },
  ],
};
const making = {
  ...{ data, words: evidenceId, origin: "https://sinau.test", onProgress: () => {} },
  signal: new AbortController().signal,
  fetchFile: async ({ id }: { id: string }) => {
    if (id === "c") throw new Error("gone");
    return Uint8Array.from([...id].map((letter) => letter.charCodeAt(0)));
  },
};

async function unpack(parts: readonly Uint8Array<ArrayBuffer>[]) {
  const zip = new Uint8Array(await new Blob([...parts]).arrayBuffer());
  return unzipSync(zip);
}

describe("the pack of the evidence", () => {
  it("holds an index, the rows of each number that has some, and every file under a name of its own", async () => {
    const { parts, missingCount } = await makePack(making);
    const found = await unpack(parts);
    expect(Object.keys(found).sort()).toEqual([
      "angka/forums.csv",
      "berkas/05-bimtek-inovasi/SK.pdf",
      "berkas/05-bimtek-inovasi/sk (2).pdf",
      "berkas/tahap-1-needs/foto.jpg",
      "index.csv",
      "index.html",
    ]);
    expect(strFromU8(found["berkas/05-bimtek-inovasi/sk (2).pdf"] ?? new Uint8Array())).toBe("b");
    expect(missingCount).toBe(1);
  });

  it("says in its index what there is, what is missing and where all of it comes from", async () => {
    const found = await unpack((await makePack(making)).parts);
    const html = strFromU8(found["index.html"] ?? new Uint8Array());
    expect(html).toContain("5. Bimtek &lt;inovasi&gt;");
    expect(html).toContain('href="https://sinau.test/program/survei">SK &quot;camat&quot;</a>');
    expect(html).toContain('href="berkas/05-bimtek-inovasi/sk%20(2).pdf"');
    expect(html).toContain("hilang.pdf (tidak dapat diambil)");
    expect(html).toContain("belum ada data");
    expect(html).toContain("<li>5. Bimtek &lt;inovasi&gt;: belum ditandai lengkap</li>");
    expect(html).not.toContain("<inovasi>");
    const csv = strFromU8(found["index.csv"] ?? new Uint8Array());
    // A spreadsheet shows it and runs nothing.
    expect(csv).toContain("'=HYPERLINK(1)");
    const rows = strFromU8(found["angka/forums.csv"] ?? new Uint8Array());
    expect(rows).toContain('2026-03-01,"Forum, satu",3,12,10,https://sinau.test/forum/f1');
  });

  it("tells which file it is at, and stops when it is cancelled", async () => {
    const controller = new AbortController();
    const steps: (string | undefined)[] = [];
    const cancelled = makePack({
      ...making,
      signal: controller.signal,
      onProgress: (step) => {
        steps.push(step?.name);
        if (step?.done === 2) controller.abort();
      },
    });
    await expect(cancelled).rejects.toThrow("abort");
    expect(steps).toEqual(["SK.pdf", "sk.pdf"]);
  });
});
