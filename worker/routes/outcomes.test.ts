import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OutcomeList, OutcomePage } from "../actions/outcomes.ts";
import type { Waiting } from "../actions/waiting.ts";
import { openDatabase } from "../db/open.ts";
import { outcomes, outcomeVillages } from "../db/outcome-schema.ts";
import { agreements, auditLog, documents } from "../db/schema.ts";
import { addOutcome } from "../testing/outcomes.ts";
import { ask, cookieOf, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

const db = openDatabase(env);
const id = "case-open";
const path = `/api/outcomes/${id}`;

beforeAll(async () => {
  await buildWorld();
  await db
    .insert(agreements)
    .values({ documentId: id, nodeId: "n1", position: 0, text: "Belanja rapat turun.", place: 1 });
});
beforeEach(async () => {
  await db.delete(outcomeVillages);
  await db.delete(outcomes);
  await db
    .update(documents)
    .set({ status: "drafted", isUnnamed: false })
    .where(eq(documents.id, id));
});

async function as(who: string, at: string, options: { method?: string; json?: unknown } = {}) {
  return ask(at, { ...options, cookie: await cookieOf(who) });
}
const pageAs = async (who: string): Promise<OutcomePage> => (await as(who, path)).json();
const write = (who: string, changes: object = {}) =>
  as(who, path, {
    method: "PUT",
    json: {
      learnt: "Mulai dari belanja yang tidak wajib.",
      agreement: { documentId: id, nodeId: "n1" },
      decision: "Perdes APBDes 2027",
      basedOn: null,
      ...changes,
    },
  });
const apply = (who: string, json: object = {}) =>
  as(who, `${path}/application`, { method: "PUT", json });
const askedOf = async (who: string) =>
  (await (await as(who, "/api/home/waiting")).json<Waiting>()).outcomes;

describe("a Lembar Hasil Belajar", () => {
  it("is written once per case with its agreement, and changed on what was seen", async () => {
    const before: OutcomeList = await (await as("minute-taker", "/api/outcomes")).json();
    expect(before.toWrite.map(({ documentId }) => documentId)).toContain(id);
    expect((await write("minute-taker")).status).toBe(204);
    expect(await refusal(await write("facilitator"))).toMatchObject({ code: "changed-meanwhile" });
    const { outcome } = await pageAs("participant-a");
    expect(outcome).toMatchObject({
      learnt: "Mulai dari belanja yang tidak wajib.",
      agreement: { text: "Belanja rapat turun." },
      result: null,
    });
    const changed = { learnt: "Baris satu\nBaris dua", basedOn: outcome?.changedAt };
    expect((await write("facilitator", changed)).status).toBe(204);
    expect((await pageAs("participant-a")).outcome?.learnt).toBe("Baris satu\nBaris dua");
    const after: OutcomeList = await (await as("participant-a", "/api/outcomes")).json();
    expect(after.outcomes).toMatchObject([{ documentId: id, applying: 0 }]);
    const facts = await db.select().from(auditLog).where(eq(auditLog.action, "outcomeWritten"));
    expect(facts).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toContain("Baris");
  });

  it("names no agreement of another forum, and is written of no case that is still open", async () => {
    const foreign = { agreement: { documentId: "case-elsewhere", nodeId: "n1" } };
    expect(await refusal(await write("facilitator", foreign))).toMatchObject({
      code: "invalid-field",
      field: "agreement",
    });
    await db.update(documents).set({ status: "open" }).where(eq(documents.id, id));
    expect(await refusal(await write("facilitator"))).toMatchObject({ code: "case-not-drafted" });
  });

  it("is marked by the villages that apply it, twice is once, and what came of it stays", async () => {
    await addOutcome(id);
    for (const who of ["participant-a", "representative-a", "participant-b"]) {
      expect((await apply(who)).status).toBe(204);
    }
    expect((await pageAs("camat")).applying.map(({ village }) => village.name)).toEqual([
      "Desa Contoh A",
      "Desa Contoh B",
    ]);
    await apply("participant-a", { result: "Hemat Rp2.000.000." });
    for (const who of ["participant-a", "participant-b"]) {
      await as(who, `${path}/application`, { method: "DELETE" });
    }
    expect((await pageAs("camat")).applying).toMatchObject([
      { village: { id: "village-a" }, result: "Hemat Rp2.000.000." },
    ]);
  });

  it("asks after three months whoever keeps it and the villages that apply it, until they answer", async () => {
    await addOutcome(id);
    await apply("participant-b");
    expect(await askedOf("facilitator")).toEqual([]);
    await addOutcome(id, 1);
    const asked = [{ documentId: id, title: "Kasus case-open" }];
    expect(await askedOf("facilitator")).toEqual(asked);
    expect(await askedOf("participant-b")).toEqual(asked);
    expect(await askedOf("participant-a")).toEqual([]);
    await apply("participant-b", { result: "Sudah dua bulan berjalan." });
    expect(await askedOf("participant-b")).toEqual([]);
    const result = { method: "PUT", json: { result: "Satu desa berhasil." } };
    await as("facilitator", `${path}/result`, result);
    expect(await askedOf("facilitator")).toEqual([]);
  });

  it("is not overwritten by who has not seen what somebody else told, and told once where it is sent twice", async () => {
    await addOutcome(id);
    const tell = (result: string, basedOn: string | null) =>
      as("facilitator", `${path}/result`, { method: "PUT", json: { result, basedOn } });
    const own = (who: string, result: string, basedOn: string | null) =>
      apply(who, { result, basedOn });
    for (const _ of [1, 2]) {
      expect((await tell("Hemat.", null)).status).toBe(204);
      expect((await own("participant-a", "Berjalan.", null)).status).toBe(204);
    }
    const conflict = { status: 409, code: "changed-meanwhile" };
    expect(await refusal(await tell("Gagal.", null))).toEqual(conflict);
    expect(await refusal(await own("representative-a", "Gagal.", null))).toEqual(conflict);
    expect(await pageAs("facilitator")).toMatchObject({
      outcome: { result: "Hemat." },
      applying: [{ result: "Berjalan." }],
    });
    expect((await tell("Hemat Rp1.000.", "Hemat.")).status).toBe(204);
    expect((await own("representative-a", "Selesai.", "Berjalan.")).status).toBe(204);
  });

  it("of an unnamed case names no village to others than its facilitators", async () => {
    await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, id));
    await addOutcome(id);
    await apply("participant-b", { result: "Berjalan." });
    const seen = await pageAs("participant-a");
    expect(seen).toMatchObject({ applying: [], applyingCount: 1 });
    expect((await pageAs("camat")).applying).toEqual([]);
    expect((await pageAs("participant-b")).applying).toHaveLength(1);
    expect((await pageAs("facilitator")).applying).toHaveLength(1);
  });
});
