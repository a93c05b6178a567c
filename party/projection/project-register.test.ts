import { env } from "cloudflare:workers";
import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../worker/db/open.ts";
import { agreements, documents, followUps } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { projectRegister } from "./project-register.ts";

const documentId = "case-open";
const db = openDatabase(env);

beforeAll(buildWorld);
beforeEach(async () => {
  await db.delete(agreements);
  await db.delete(followUps);
  await db.update(documents).set({ projectedPlace: 0, isUnnamed: false });
});

const promised = (nodeId: string, changes: Record<string, string> = {}) => ({
  nodeId,
  activity: `Kegiatan ${nodeId}`,
  responsible: "Kaur Keuangan",
  village: "Desa Contoh B",
  dueDate: "31 Desember 2026",
  output: "RAB",
  ...changes,
});
const agreed = (nodeId: string, text = `Sepakat ${nodeId}`) => ({ nodeId, text });

type Promises = Parameters<typeof projectRegister>[2];

function project(place: number, promises: Partial<Promises>) {
  const said = { agreements: [], followUps: [], citations: [], ...promises };
  return projectRegister(env.DB, { documentId, place, now: 7 }, said);
}

const rows = () => db.select().from(followUps).orderBy(asc(followUps.position), asc(followUps.id));
const rowOf = async (id: string) => (await rows()).find((row) => row.id === id);
const texts = () => db.select().from(agreements).orderBy(asc(agreements.position));

test("a follow-up stands in the register as it was written, with its village and its day", async () => {
  await project(3, { followUps: [promised("n1"), promised("n2", { village: "semua desa" })] });
  expect(await rows()).toMatchObject([
    {
      documentId,
      nodeId: "n1",
      position: 0,
      activity: "Kegiatan n1",
      villageText: "Desa Contoh B",
      villageId: "village-b",
      dueText: "31 Desember 2026",
      dueDate: "2026-12-31",
      place: 3,
      isGone: false,
      status: "notStarted",
      createdAt: 7,
    },
    { nodeId: "n2", position: 1, villageText: "semua desa", villageId: null },
  ]);
});

test("a village that is not invited is not found by its name", async () => {
  await project(3, { followUps: [promised("n1", { village: "Desa Contoh C" })] });
  expect(await rows()).toMatchObject([{ villageText: "Desa Contoh C", villageId: null }]);
});

test("in a case that does not name its village no follow-up names one", async () => {
  await db.update(documents).set({ isUnnamed: true }).where(eq(documents.id, documentId));
  await project(3, { followUps: [promised("n1")] });
  expect(await rows()).toMatchObject([{ villageText: "Desa Contoh B", villageId: null }]);
});

test("the same again changes nothing, and a new word keeps the row with its status", async () => {
  await project(3, { agreements: [agreed("n9")], followUps: [promised("n1")] });
  await db.update(followUps).set({ status: "inProgress" });
  const [first] = await rows();
  const before = [await rows(), await texts()];
  await project(3, { agreements: [agreed("n9")], followUps: [promised("n1")] });
  await project(4, { agreements: [agreed("n9")], followUps: [promised("n1")] });
  expect([await rows(), await texts()]).toEqual(before);
  await project(5, {
    agreements: [agreed("n9", "Lain.")],
    followUps: [promised("n1", { output: "SPJ" })],
  });
  expect(await rows()).toMatchObject([
    { id: first?.id, output: "SPJ", place: 5, status: "inProgress" },
  ]);
  expect(await texts()).toMatchObject([{ nodeId: "n9", text: "Lain.", place: 5 }]);
});

test("what was taken out is gone with its status kept, and back when it is put back", async () => {
  await project(3, { agreements: [agreed("n9")], followUps: [promised("n1"), promised("n2")] });
  await db.update(followUps).set({ status: "done" }).where(eq(followUps.nodeId, "n1"));
  await project(4, { followUps: [promised("n2")] });
  const gone = await rows();
  expect(gone.find(({ nodeId }) => nodeId === "n1")).toMatchObject({
    isGone: true,
    status: "done",
  });
  expect(gone.find(({ nodeId }) => nodeId === "n2")).toMatchObject({ isGone: false, position: 0 });
  expect(await texts()).toMatchObject([{ isGone: true }]);
  await project(5, { agreements: [agreed("n9")], followUps: [promised("n1"), promised("n2")] });
  expect(await rows()).toMatchObject([
    { nodeId: "n1", isGone: false, status: "done", position: 0 },
    { nodeId: "n2", isGone: false, position: 1 },
  ]);
  expect(await texts()).toMatchObject([{ isGone: false }]);
});

test("words of an earlier place than the register's change nothing", async () => {
  await project(9, { agreements: [agreed("n9")], followUps: [promised("n1")] });
  const before = [await rows(), await texts()];
  await project(8, { agreements: [agreed("n9", "Lama.")], followUps: [promised("n2")] });
  expect([await rows(), await texts()]).toEqual(before);
});

test("of two that come at once the later place wins, and there is one row for a follow-up", async () => {
  await Promise.all(
    [1, 2, 3, 4, 5].map((place) =>
      project(place, { followUps: [promised("n1", { output: `Keluaran ${place}` })] }),
    ),
  );
  expect(await rows()).toMatchObject([{ output: "Keluaran 5" }]);
  const [{ projectedPlace } = { projectedPlace: 0 }] = await db
    .select({ projectedPlace: documents.projectedPlace })
    .from(documents)
    .where(eq(documents.id, documentId));
  expect(projectedPlace).toBe(5);
});

test("a row with a later due date takes the new words and keeps its date", async () => {
  await project(3, { followUps: [promised("n1")] });
  const [first] = await rows();
  if (!first) throw new Error("nothing was projected");
  const postponed = { replacesId: first.id, dueText: "x", dueDate: "2027-03-01" };
  await db.insert(followUps).values({ ...first, id: "later", ...postponed });
  await project(4, { followUps: [promised("n1", { activity: "Baru", dueDate: "1 Mei 2027" })] });
  const [original, later] = [await rowOf(first.id), await rowOf("later")];
  expect(original).toMatchObject({ activity: "Baru", dueDate: "2027-05-01" });
  expect(later).toMatchObject({ activity: "Baru", dueText: "x", dueDate: "2027-03-01" });
  await project(5, {});
  expect((await rows()).map(({ isGone }) => isGone)).toEqual([true, true]);
});

test("a village that is invited no more keeps the follow-up that named it", async () => {
  await project(3, { followUps: [promised("n1")] });
  await env.DB.prepare("DELETE FROM forum_villages WHERE village_id = 'village-b'").run();
  await project(4, { followUps: [promised("n1", { output: "SPJ" })] });
  expect(await rows()).toMatchObject([{ villageId: "village-b", output: "SPJ" }]);
  await project(5, { followUps: [promised("n1", { village: "Desa Contoh Z" })] });
  expect(await rows()).toMatchObject([{ villageId: null }]);
});

test("five hundred promises are written with seven statements", async () => {
  let count = 0;
  const d1 = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") count += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const many = Array.from({ length: 500 }, (_, at) => promised(`n${at}`));
  await projectRegister(
    d1,
    { documentId, place: 3, now: 7 },
    { agreements: many.map(({ nodeId }) => agreed(nodeId)), followUps: many, citations: [] },
  );
  expect(count).toBe(9);
  expect(await rows()).toHaveLength(500);
});
