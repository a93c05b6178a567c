import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type AuditFact, chainStart, chainText } from "../../domain/audit.ts";
import { openDatabase } from "../db/open.ts";
import { auditLog, districts, forums } from "../db/schema.ts";
import { buildWorld } from "../testing/world.ts";
import { record } from "./record.ts";
import { hashToken } from "./tokens.ts";

beforeAll(buildWorld);

const db = openDatabase(env);
const here = "99.01.01";

function fact(subjectId: string): AuditFact {
  return {
    districtId: here,
    personId: "camat",
    roles: ["camat"],
    action: "settingsChanged",
    subjectKind: "district",
    subjectId,
  };
}

const rename = (name: string) => db.update(districts).set({ name }).where(eq(districts.id, here));
const rows = () =>
  db.select().from(auditLog).where(eq(auditLog.districtId, here)).orderBy(auditLog.seq);

describe("the audit log", () => {
  it("holds each row behind the one before it, also when many write at once", async () => {
    const writers = Array.from({ length: 12 }, (_, index) =>
      record(db, {
        facts: [fact(`a${index}`), fact(`b${index}`)],
        now: index,
        change: [rename("X")],
      }),
    );
    await Promise.all(writers);
    const all = await rows();
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    let previousHash = chainStart(here);
    for (const { hash, ...row } of all) {
      expect(row.previousHash).toBe(previousHash);
      expect(hash).toBe(await hashToken(chainText(row)));
      previousHash = hash;
    }
    expect(new Set(all.map(({ subjectId }) => subjectId)).size).toBe(24);
  });

  it("is written only with its change, and the change only with it", async () => {
    const before = (await rows()).length;
    const none = db.update(districts).set({ name: "Y" }).where(eq(districts.id, "nowhere"));
    await record(db, { facts: [fact("none")], now: 0, change: [none], onlyIfChanged: true });
    expect(await rows()).toHaveLength(before);

    const bad = db.update(forums).set({ districtId: "nowhere" });
    await expect(
      record(db, { facts: [fact("bad")], now: 0, change: [rename("Z"), bad] }),
    ).rejects.toThrow();
    expect(await rows()).toHaveLength(before);
    const [district] = await db.select().from(districts).where(eq(districts.id, here));
    expect(district?.name).toBe("X");
  });

  it("can be neither changed nor cut in the database", async () => {
    const { message: changed } = await cause(db.update(auditLog).set({ personId: "nobody" }));
    expect(changed).toContain("append-only");
    const { message: cut } = await cause(db.delete(auditLog));
    expect(cut).toContain("append-only");
  });
});

/** What the database said: Drizzle's own error names the statement. */
async function cause(statement: PromiseLike<unknown>): Promise<Error> {
  const error = await Promise.resolve(statement).then(
    () => new Error("nothing was refused"),
    (failure: Error) => failure,
  );
  return error.cause instanceof Error ? error.cause : error;
}
