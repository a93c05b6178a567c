import { expect, test } from "vitest";
import { moved, placeAt } from "./moved.ts";

test("a thing goes up, down, or stays, and the others keep their order", () => {
  const things = ["a", "b", "c", "d"];
  expect(moved(things, 0, 2)).toEqual(["b", "c", "a", "d"]);
  expect(moved(things, 3, 0)).toEqual(["d", "a", "b", "c"]);
  expect(moved(things, 1, 1)).toEqual(things);
  expect(moved(things, 9, 0)).toEqual(things);
});

test("a row lands behind the rows whose middles it has passed", () => {
  const middles = [50, 150, 250];
  expect(placeAt(middles, 0, 60)).toBe(0);
  expect(placeAt(middles, 0, 160)).toBe(1);
  expect(placeAt(middles, 0, 900)).toBe(2);
  expect(placeAt(middles, 2, -10)).toBe(0);
});
