import { expect, test } from "vitest";
import { bytesOf } from "../testing/log-store-contract.ts";
import { decodePage, emptyPage, encodeStretch, endOfPage, type LogEntry } from "./page-codec.ts";
import { compressPage, expandedBytes, expandPage, isCompressed } from "./page-compression.ts";

const noon = Date.UTC(2026, 10, 24, 5);

function entryAt(at: number): LogEntry {
  const author = { personId: `person-${at % 12}`, villageId: `village-${at % 12}` };
  return { author, at: noon + at, update: Uint8Array.of(0, at % 256, 1, 2, 3) };
}

const entries = Array.from({ length: 500 }, (_, at) => entryAt(at));
const { bytes: page, end } = encodeStretch(entries, emptyPage);

test("[R11] a compressed page is smaller, and is byte for byte the page that it was", () => {
  const compressed = compressPage(page);
  expect(compressed.byteLength).toBeLessThan(page.byteLength / 3);
  expect(expandPage(compressed)).toEqual(page);
  expect(expandedBytes(compressed)).toBe(page.byteLength);
  expect(decodePage(compressed)).toEqual(entries);
  expect(compressPage(compressed)).toBe(compressed);
});

test.each([3, 16_383, 16_384, 32_768, 65_535, 65_536, 1_200_000])(
  "[R11] a page of %i bytes is read whole",
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at === 0 ? 3 : at % 100));
    expect(Buffer.compare(expandPage(compressPage(bytes)), bytes)).toBe(0);
  },
);

test("[R11] a compressed page can grow as any other", () => {
  const more = [entryAt(500), entryAt(501)];
  const stretch = encodeStretch(more, endOfPage(compressPage(page)));
  const grown = Uint8Array.from([...compressPage(page), ...stretch.bytes]);
  expect(endOfPage(compressPage(page))).toEqual(end);
  expect(decodePage(grown)).toEqual([...entries, ...more]);
  expect(expandedBytes(grown)).toBe(page.byteLength + stretch.bytes.byteLength);
});

test("what gets no smaller stays as it is", () => {
  const { bytes } = encodeStretch([{ ...entryAt(1), update: bytesOf(20) }], emptyPage);
  expect(compressPage(bytes)).toBe(bytes);
  expect(expandPage(bytes)).toBe(bytes);
  expect(isCompressed(bytes)).toBe(false);
});

test("a damaged page is read as nothing else, and none takes more memory than a page may", () => {
  const compressed = compressPage(page);
  expect(() => decodePage(compressed.subarray(0, -1))).toThrow();
  for (let at = 1; at < compressed.byteLength; at += 11) {
    const damaged = compressed.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    let read: LogEntry[] | null = null;
    try {
      read = decodePage(damaged);
    } catch {
      // Most damage is noticed, and then nothing is read.
    }
    // DEFLATE itself has no checksum: a page may be another one, but never half of one.
    if (read) expect(expandPage(damaged)).toHaveLength(page.byteLength);
  }
  expect(() => decodePage(Uint8Array.of(4, 255, 255, 255, 255, 15, 1, 0))).toThrow("too large");
});
