import { expect, test } from "vitest";
import { barsIn, redactionAt } from "./bar-letters.ts";
import type { Redaction } from "./redactions-query.ts";

test("bars are found between words", () => {
  expect(barsIn("NIK ███ dan ██.")).toEqual([
    { from: 4, to: 7 },
    { from: 12, to: 14 },
  ]);
  expect(barsIn("tanpa")).toEqual([]);
});

test("a letter belongs to the redaction that has its piece", () => {
  const redaction = (id: string, clock: number) =>
    ({ id, pieces: [{ client: 7, clock, length: 3 }] }) as unknown as Redaction;
  const both = [redaction("one", 10), redaction("other", 13)];
  const idAt = (client: number, clock: number) => redactionAt(both, { client, clock })?.id;
  expect([9, 10, 12, 13, 15, 16].map((clock) => idAt(7, clock))).toEqual([
    ...[undefined, "one", "one", "other", "other", undefined],
  ]);
  expect(idAt(8, 11)).toBeUndefined();
  expect(redactionAt(both, null)).toBeNull();
});
