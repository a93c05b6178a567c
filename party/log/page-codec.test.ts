import { expect, test } from "vitest";
import { firstVersion } from "../testing/first-version.ts";
import { decodePage, emptyPage, encodeStretch, endOfPage, type LogEntry } from "./page-codec.ts";

const ani = { personId: "ani", villageId: "village-a" };
const budi = { personId: "budi", villageId: null };
const noon = Date.UTC(2026, 10, 24, 5);

function entryOf(author: LogEntry["author"], at: number, ...update: number[]): LogEntry {
  return { author, at, update: Uint8Array.from(update) };
}

test("[R11] a page is what its stretches hold, in their order, also when the clock jumps back", () => {
  const stretches = [
    [entryOf(ani, noon, 1, 2, 3), entryOf(budi, noon - 5000)],
    [entryOf(budi, noon + 7, 0, 0), { ...entryOf(budi, noon + 7, 1), cause: "note:t1" } as const],
    [entryOf({ ...ani, villageId: "village-b" }, noon + 8, 255), entryOf(ani, noon + 9, 4)],
  ];
  const page: number[] = [];
  let end = emptyPage;
  for (const entries of stretches) {
    const stretch = encodeStretch(entries, end);
    end = stretch.end;
    page.push(...stretch.bytes);
  }
  expect(decodePage(Uint8Array.from(page))).toEqual(stretches.flat());
  expect(endOfPage(Uint8Array.from(page))).toEqual(end);
});

test("an author is written once a page", () => {
  const first = encodeStretch([entryOf(ani, noon, 1)], emptyPage);
  const second = encodeStretch([entryOf(ani, noon + 1, 1)], first.end);
  expect(new TextDecoder("latin1").decode(second.bytes)).not.toContain("village-a");
});

test("a page of the first version is read, and grows", () => {
  const old = firstVersion.pages[1]?.entries ?? new Uint8Array();
  const { bytes } = encodeStretch([entryOf(budi, noon, 9)], endOfPage(old));
  const entries = decodePage(Uint8Array.from([...old, ...bytes]));
  expect(entries.map(({ author }) => author.personId)).toEqual([
    "participant-a",
    "participant-b",
    "budi",
  ]);
  expect(entries.at(-1)).toEqual(entryOf(budi, noon, 9));
});

test("a page of a newer version and one that was cut are not read as something else", () => {
  const { bytes } = encodeStretch([entryOf(ani, noon, 1, 2, 3)], emptyPage);
  expect(() => decodePage(Uint8Array.from([5, ...bytes.subarray(1)]))).toThrow("version 5");
  expect(() => decodePage(bytes.subarray(0, -1))).toThrow();
});
