import { describe, expect, it } from "vitest";
import { distanceOf, nearestWords, wrongLettersIn } from "./spelling.ts";

const known = "anggaran anggrek angkutan pajak pajang nelayan dermaga pengelolaan desa dusun".split(
  " ",
);

describe("a mistyped word", () => {
  it.each([
    ["anggran", "anggaran"],
    ["anggaraan", "anggaran"],
    ["agnggaran", "anggaran"],
    ["pengelolan", "pengelolaan"],
    ["pnegelolaan", "pengelolaan"],
    ["penglolan", "pengelolaan"],
    ["nelayen", "nelayan"],
    ["dermaag", "dermaga"],
  ])("%s is near to %s", (typed, meant) => {
    expect(nearestWords(typed, known)[0]).toBe(meant);
  });

  it.each(["xyz", "rumah", "pengelompokan"])("%s is near to none", (typed) => {
    expect(nearestWords(typed, known)).toEqual([]);
  });

  it("is not corrected where it is short, or a number", () => {
    expect(["des", "2027", "rp500", "desa", "kelola", "anggaran"].map(wrongLettersIn)).toEqual([
      0, 0, 0, 1, 1, 2,
    ]);
  });
});

it.each([
  ["desa", "desa", 0],
  ["desa", "dsea", 1],
  ["desa", "des", 1],
  ["desa", "dessa", 1],
  ["desa", "dosa", 1],
  ["desa", "dusun", 3],
  ["", "desa", 3],
])("between %j and %j are %i letters, counted up to 2", (one, other, distance) => {
  expect(distanceOf(one, other, 2)).toBe(distance);
  expect(distanceOf(other, one, 2)).toBe(distance);
});
