import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("the example of RFC 8785, section 3.2.2, comes out as it stands there", () => {
  const input = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(input)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("keys are in the order of their UTF-16 units (RFC 8785, section 3.2.3)", () => {
  const input = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  expect(canonicalJson(input).match(/(?<=:")[^"]+/g)).toEqual([
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]);
});

test("keys stand in order at every depth, and what was in which order does not matter", () => {
  const one = { b: [{ d: 1, c: 2 }], a: {} };
  const other = { a: {}, b: [{ c: 2, d: 1 }] };
  expect(canonicalJson(one)).toBe('{"a":{},"b":[{"c":2,"d":1}]}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});

test("minus zero is zero", () => {
  expect(canonicalJson(-0)).toBe("0");
});

test.each([
  ["a number that is none", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["nothing", undefined],
  ["a hole in a list", [undefined]],
  ["a missing value", { a: undefined }],
  ["a big integer", 1n],
  ["a function", () => 1],
  ["half of a surrogate pair", "\ud83d"],
  ["half of a surrogate pair as a key", { "\ude00": 1 }],
])("%s has no canonical form", (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
