import { describe, expect, it } from "vitest";
import { hashCode, newCode } from "./codes.ts";

const env = { LINK_KEY: "tests" };

describe("a short code", () => {
  it("is two groups of four without look-alikes, and never the same", () => {
    const codes = Array.from({ length: 200 }, newCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(200);
  });

  it.each(["7k3m-pq20", " 7K3M PQ20 ", "7k3mpq2o", "7K3M–PQ2O", "7.k.3.m.p.q.2.o"])(
    "is the same code when somebody types %j",
    async (typed) => {
      expect(await hashCode(env, typed)).toBe(await hashCode(env, "7K3M-PQ20"));
    },
  );

  it("reads l and i as 1, and u as v", async () => {
    expect(await hashCode(env, "lIuO-0000")).toBe(await hashCode(env, "11V0-0000"));
  });

  it("is another one with another letter, key or use", async () => {
    const hash = await hashCode(env, "7K3M-PQ20");
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashCode(env, "7K3M-PQ21")).not.toBe(hash);
    expect(await hashCode({ LINK_KEY: "others" }, "7K3M-PQ20")).not.toBe(hash);
    expect(await hashCode(env, "7K3M-PQ20", "pairing")).not.toBe(hash);
  });
});
