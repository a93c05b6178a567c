import { expect, test } from "vitest";
import { grouped, isFingerprint, typedFingerprint } from "./typed-fingerprint.ts";

const digits = "0123456789abcdef".repeat(4);

test.each([
  ["as it is", digits],
  ["in groups", grouped(digits)],
  ["over several lines", `${digits.slice(0, 32)}\r\n  ${digits.slice(32)}\n`],
  ["in capitals, with strokes", digits.toUpperCase().replace(/(.{4})(?=.)/g, "$1-")],
  ["with letters for digits", digits.replaceAll("0", "O").replaceAll("1", "l")],
])("somebody types the fingerprint %s", (_, text) => {
  expect(typedFingerprint(text)).toBe(digits);
  expect(isFingerprint(typedFingerprint(text))).toBe(true);
});

test.each(["", digits.slice(1), `${digits}0`, digits.replace("a", "g"), "Sidik"])(
  "%j is no fingerprint",
  (text) => {
    expect(isFingerprint(typedFingerprint(text))).toBe(false);
  },
);
