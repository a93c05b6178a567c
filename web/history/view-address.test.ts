import { expect, test } from "vitest";
import { type HistoryView, readView, writeView } from "./view-address.ts";

const [last, before] = [100, 40];
const read = (address: string) => readView(new URLSearchParams(address), last, before);

test("without more the newest state is compared with the version before it", () => {
  expect(read("")).toEqual({ kind: "compare", from: 40, to: 100, only: null });
});

test("moments outside the record are drawn to its end, and what is no number is none", () => {
  expect(read("saat=999")).toEqual({ kind: "moment", place: 100 });
  expect(read("dari=-1&sampai=x")).toMatchObject({ kind: "compare", from: 40, to: 100 });
  expect(read("dari=90&sampai=20")).toMatchObject({ from: 20, to: 20 });
});

test.each<HistoryView>([
  { kind: "compare", from: 3, to: 9, only: "village village-a" },
  { kind: "compare", from: 0, to: 100, only: null },
  { kind: "moment", place: 7 },
  { kind: "restore", place: 7, sectionId: "s1" },
  { kind: "restore", place: 7, sectionId: null },
])("the address of %o leads back to it", (view) => {
  expect(read(`${new URLSearchParams(writeView(view, last))}`)).toEqual(view);
});

test("two moments that were chosen the wrong way round are compared the right way", () => {
  const address = writeView({ kind: "compare", from: 9, to: 3, only: null }, last);
  expect(address).toEqual({ dari: "3", sampai: "9" });
});
