import { expect, test } from "vitest";
import { readLine, readPhone } from "./person-fields.ts";

test.each([
  ["0812-3456-7890", "6281234567890"],
  ["+62 812 3456 7890", "6281234567890"],
  ["62812 3456 7890", "6281234567890"],
  ["(0342) 801234", "62342801234"],
])("the phone number %s is kept as %s", (typed, kept) => {
  expect(readPhone(typed)).toBe(kept);
});

test.each(["", "12", "=1+1", "0812abc", "0".repeat(40), "tidak ada"])(
  "%j is no number",
  (typed) => {
    expect(readPhone(typed)).toBeNull();
  },
);

test.each(["Ma'ruf, S.Sos., M.Si.", "Suparmi", "ꦱꦸꦫꦠ", "Nur-Aini O’Brien"])(
  "the name %s stays as it is",
  (name) => {
    expect(readLine(name)).toBe(name);
  },
);

test("marks that cannot be seen are no part of a name", () => {
  expect(readLine("  Siti\u202E \u200B Aminah\n")).toBe("Siti Aminah");
});
