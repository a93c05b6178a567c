import { expect, test } from "vitest";
import { likeness } from "./like-names.ts";

test.each([
  ["Siti Nur'aini", "SITI NURAINI"],
  ["Drs. Budi Santoso, M.Si.", "budi santoso"],
  ["Ponidi", "ponidi"],
  ["José", "jose"],
])("%j and %j are one name", (one, other) => {
  expect(likeness(one, other)).toBe(1);
});

test("a name that was mistyped is nearer than another one", () => {
  const said = "Siti Nuraeni";
  expect(likeness(said, "Siti Nur'aini, S.Sos.")).toBeGreaterThan(likeness(said, "Siti Aminah"));
  expect(likeness(said, "Siti Aminah")).toBeGreaterThan(likeness(said, "Bambang"));
});

test.each(["", "'", "…", "漢"])("a name such as %j is refused nowhere", (name) => {
  expect(likeness(name, "Bambang")).toBe(0);
});
