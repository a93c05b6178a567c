import { expect, it } from "vitest";
import { hashToken, newToken } from "./tokens.ts";

it("makes tokens of 256 bits that fit an address", () => {
  const tokens = Array.from({ length: 500 }, newToken);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(new Set(tokens).size).toBe(tokens.length);
});

it("stores a token as its SHA-256", async () => {
  // From FIPS 180-2, appendix B.1.
  expect(await hashToken("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
