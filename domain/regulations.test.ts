import { describe, expect, it } from "vitest";
import { longName, shortName, standingOf } from "./regulations.ts";

const regulation = {
  kind: "Perbup",
  number: "7A",
  year: 2020,
  inForceSince: "2020-03-01",
  withdrawnOn: null,
};
const later = { ...regulation, number: "3", year: 2026, inForceSince: "2026-07-01" };

describe("a regulation", () => {
  it("is named as people and as letters write it", () => {
    expect(shortName(regulation)).toBe("Perbup 7A/2020");
    expect(longName(regulation)).toBe("Perbup Nomor 7A Tahun 2020");
  });

  it.each([
    ["not yet in force on the day before", regulation, null, "2020-02-29", "notYet"],
    ["in force from its day on", regulation, null, "2020-03-01", "inForce"],
    [
      "in force where no day is known",
      { ...regulation, inForceSince: null },
      null,
      "1990-01-01",
      "inForce",
    ],
    ["in force until what replaces it is", regulation, later, "2026-06-30", "inForce"],
    ["replaced from that day on", regulation, later, "2026-07-01", "replaced"],
    [
      "replaced where that day is unknown",
      regulation,
      { ...later, inForceSince: null },
      "2026-01-01",
      "replaced",
    ],
    [
      "withdrawn from its day on",
      { ...regulation, withdrawnOn: "2025-01-01" },
      null,
      "2025-01-01",
      "withdrawn",
    ],
    [
      "in force on the day before",
      { ...regulation, withdrawnOn: "2025-01-01" },
      null,
      "2024-12-31",
      "inForce",
    ],
    [
      "withdrawn, whatever replaces it",
      { ...regulation, withdrawnOn: "2025-01-01" },
      later,
      "2026-08-01",
      "withdrawn",
    ],
  ] as const)("is %s", (_, facts, replacement, today, standing) => {
    expect(standingOf(facts, replacement, today)).toBe(standing);
  });
});
